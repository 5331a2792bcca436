CREATE TABLE `vendor_spend` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`vendor_id` integer NOT NULL,
	`quarter` text NOT NULL,
	`amount_minor` integer NOT NULL,
	`evidence` integer NOT NULL,
	`source` text,
	`entered_by` integer,
	`entered_on` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`vendor_id`) REFERENCES `vendors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `vendor_spend_quarter` ON `vendor_spend` (`vendor_id`,`quarter`);
--> statement-breakpoint
CREATE INDEX `vendor_spend_entered_by` ON `vendor_spend` (`entered_by`);
