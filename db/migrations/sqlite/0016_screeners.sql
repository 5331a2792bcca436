CREATE TABLE `screeners` (
	`use_case_id` integer PRIMARY KEY NOT NULL,
	`person_id` integer NOT NULL,
	`since` text NOT NULL,
	FOREIGN KEY (`use_case_id`) REFERENCES `use_cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `screeners_person` ON `screeners` (`person_id`);
--> statement-breakpoint
ALTER TABLE `mails` ADD `handed_at` integer;
