CREATE TABLE `reference_rates` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`code` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`department_id` integer,
	`price` real NOT NULL,
	`unit` text,
	`valid_from` text NOT NULL,
	`source` text,
	`updated_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `reference_rates_code_day` ON `reference_rates` (`code`,`valid_from`);
