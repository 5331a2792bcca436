CREATE TABLE `assessment_rounds` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`use_case_id` integer NOT NULL,
	`number` integer NOT NULL,
	`reason` text NOT NULL,
	`opened_by_id` integer NOT NULL,
	`opened_on` text NOT NULL,
	FOREIGN KEY (`use_case_id`) REFERENCES `use_cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`opened_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `assessment_rounds_case_number` ON `assessment_rounds` (`use_case_id`,`number`);
--> statement-breakpoint
CREATE TABLE `scoring_drafts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`line` text NOT NULL,
	`based_on_id` integer,
	`content` text NOT NULL,
	`edited_by_id` integer,
	`edited_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`based_on_id`) REFERENCES `scoring_models`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`edited_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `scoring_drafts_line` ON `scoring_drafts` (`line`);
--> statement-breakpoint
DROP INDEX `assessments_case_assessor`;
--> statement-breakpoint
DROP INDEX `assessments_assessor`;
--> statement-breakpoint
ALTER TABLE `assessments` ADD `conflicted` integer DEFAULT false NOT NULL;
--> statement-breakpoint
ALTER TABLE `assessments` ADD `round` integer DEFAULT 1 NOT NULL;
--> statement-breakpoint
ALTER TABLE `assessments` ADD `superseded` integer DEFAULT false NOT NULL;
--> statement-breakpoint
CREATE UNIQUE INDEX `assessments_case_assessor_round` ON `assessments` (`use_case_id`,`assessor_id`,`round`);
--> statement-breakpoint
CREATE INDEX `assessments_of_assessor` ON `assessments` (`assessor_id`,`superseded`,`conflicted`,`submitted_at`,`use_case_id`);
--> statement-breakpoint
ALTER TABLE `criteria` ADD `native_values` text;
--> statement-breakpoint
ALTER TABLE `scoring_models` ADD `line` text DEFAULT 'value-complexity' NOT NULL;
--> statement-breakpoint
ALTER TABLE `scoring_models` ADD `scheme` text DEFAULT 'weighted' NOT NULL;
--> statement-breakpoint
ALTER TABLE `scoring_models` ADD `published_by_id` integer REFERENCES people(id);
--> statement-breakpoint
ALTER TABLE `scoring_models` ADD `note` text;
--> statement-breakpoint
ALTER TABLE `scoring_models` ADD `department_ids` text;
--> statement-breakpoint
ALTER TABLE `scoring_models` ADD `ai_types` text;
--> statement-breakpoint
ALTER TABLE `standings` ADD `risk` real;
