CREATE TABLE `session_places` (
	`session_id` integer NOT NULL,
	`use_case_id` integer NOT NULL,
	`rank` integer NOT NULL,
	PRIMARY KEY(`session_id`, `use_case_id`),
	FOREIGN KEY (`session_id`) REFERENCES `committee_sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`use_case_id`) REFERENCES `use_cases`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
ALTER TABLE `committee_sessions` ADD `cancel_reason` text;
--> statement-breakpoint
ALTER TABLE `committee_sessions` ADD `cancelled_by` integer REFERENCES people(id);
--> statement-breakpoint
ALTER TABLE `decisions` ADD `set_against` text;
