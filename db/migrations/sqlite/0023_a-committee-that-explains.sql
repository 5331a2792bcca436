CREATE TABLE `decision_conditions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`decision_id` integer NOT NULL,
	`use_case_id` integer NOT NULL,
	`text` text NOT NULL,
	`owner_id` integer NOT NULL,
	`due_on` text NOT NULL,
	`met_on` text,
	`met_by` integer,
	`answer` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`use_case_id`) REFERENCES `use_cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`met_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `decision_conditions_case` ON `decision_conditions` (`use_case_id`,`met_on`);
--> statement-breakpoint
CREATE INDEX `decision_conditions_owner` ON `decision_conditions` (`owner_id`,`met_on`,`due_on`);
--> statement-breakpoint
CREATE INDEX `decision_conditions_decision` ON `decision_conditions` (`decision_id`);
--> statement-breakpoint
CREATE TABLE `session_votes` (
	`session_id` integer NOT NULL,
	`use_case_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`vote` text NOT NULL,
	`why` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`session_id`, `use_case_id`, `person_id`),
	FOREIGN KEY (`session_id`) REFERENCES `committee_sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`use_case_id`) REFERENCES `use_cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
ALTER TABLE `agenda_items` ADD `figures` text;
--> statement-breakpoint
ALTER TABLE `attendances` ADD `opinion` text;
--> statement-breakpoint
ALTER TABLE `committee_sessions` ADD `hears` text DEFAULT '[]' NOT NULL;
--> statement-breakpoint
ALTER TABLE `committee_sessions` ADD `frozen_at` integer;
--> statement-breakpoint
ALTER TABLE `committee_sessions` ADD `signed_at` integer;
--> statement-breakpoint
ALTER TABLE `committee_sessions` ADD `signed_by` integer REFERENCES people(id);
--> statement-breakpoint
ALTER TABLE `committee_sessions` ADD `minutes` text;
--> statement-breakpoint
ALTER TABLE `committee_sessions` ADD `signed_hash` text;
--> statement-breakpoint
ALTER TABLE `decisions` ADD `quorate` integer DEFAULT false NOT NULL;
--> statement-breakpoint
ALTER TABLE `decisions` ADD `budget_minor` integer;
--> statement-breakpoint
CREATE INDEX `decisions_against_rank` ON `decisions` (`against_rank`,`id`);
--> statement-breakpoint
ALTER TABLE `organisations` ADD `hears` text DEFAULT '["security","legal"]' NOT NULL;

--> statement-breakpoint
UPDATE decisions SET quorate = 1 WHERE
	(SELECT count(*) FROM attendances WHERE attendances.session_id = decisions.session_id)
	>= (SELECT quorum FROM committee_sessions WHERE committee_sessions.id = decisions.session_id);
