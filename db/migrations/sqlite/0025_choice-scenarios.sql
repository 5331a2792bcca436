CREATE TABLE `choice_scenarios` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`status` text NOT NULL,
	`by_id` integer NOT NULL,
	`at` integer NOT NULL,
	`inputs` text NOT NULL,
	`result` text,
	`outcome` text,
	`value_minor` integer,
	`cost_minor` integer,
	`chosen` integer,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `choice_scenarios_by` ON `choice_scenarios` (`by_id`);
