CREATE TABLE `gate_answers` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`check_id` integer NOT NULL,
	`use_case_id` integer NOT NULL,
	`said` integer,
	`text` text,
	`file_id` integer,
	`note` text,
	`passes` integer NOT NULL,
	`check_version` integer NOT NULL,
	`by_id` integer,
	`on_day` text NOT NULL,
	FOREIGN KEY (`check_id`) REFERENCES `gate_checks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`use_case_id`) REFERENCES `use_cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `gate_answers_case` ON `gate_answers` (`use_case_id`,`check_id`,`id`);
--> statement-breakpoint
CREATE INDEX `gate_answers_check` ON `gate_answers` (`check_id`,`use_case_id`,`id`);
--> statement-breakpoint
CREATE TABLE `gate_checks` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`gate` text NOT NULL,
	`kind` text NOT NULL,
	`question` text NOT NULL,
	`help` text,
	`expected` integer,
	`role` text,
	`red_line` integer DEFAULT false NOT NULL,
	`department_ids` text DEFAULT '[]' NOT NULL,
	`ai_types` text DEFAULT '[]' NOT NULL,
	`customer_facing` integer,
	`from_on` text NOT NULL,
	`retired_on` text,
	`version` integer DEFAULT 1 NOT NULL
);

--> statement-breakpoint
CREATE INDEX `gate_checks_gate` ON `gate_checks` (`gate`,`id`);
--> statement-breakpoint
CREATE TABLE `sign_off_absences` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`from_id` integer NOT NULL,
	`to_id` integer NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text NOT NULL,
	`withdrawn_on` text,
	`by_id` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`from_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `sign_off_absences_days` ON `sign_off_absences` (`kind`,`ends_on`);
--> statement-breakpoint
CREATE INDEX `sign_off_absences_from` ON `sign_off_absences` (`from_id`);
--> statement-breakpoint
CREATE TABLE `sign_off_conditions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`sign_off_id` integer NOT NULL,
	`use_case_id` integer NOT NULL,
	`text` text NOT NULL,
	`owner_id` integer NOT NULL,
	`due_on` text NOT NULL,
	`met_on` text,
	`met_by` integer,
	`answer` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`sign_off_id`) REFERENCES `sign_offs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`use_case_id`) REFERENCES `use_cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`met_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `sign_off_conditions_sign_off` ON `sign_off_conditions` (`sign_off_id`);
--> statement-breakpoint
CREATE INDEX `sign_off_conditions_case` ON `sign_off_conditions` (`use_case_id`,`met_on`,`due_on`);
--> statement-breakpoint
CREATE INDEX `sign_off_conditions_owner` ON `sign_off_conditions` (`owner_id`,`met_on`,`due_on`);
--> statement-breakpoint
CREATE TABLE `sign_off_terms` (
	`kind` text PRIMARY KEY NOT NULL,
	`days_to_answer` integer NOT NULL,
	`months_valid` integer,
	`version` integer DEFAULT 1 NOT NULL
);

--> statement-breakpoint
ALTER TABLE `sign_offs` ADD `gate` text;
--> statement-breakpoint
ALTER TABLE `sign_offs` ADD `delegated_to` integer REFERENCES people(id);
--> statement-breakpoint
ALTER TABLE `sign_offs` ADD `delegated_by` integer REFERENCES people(id);
--> statement-breakpoint
ALTER TABLE `sign_offs` ADD `delegated_on` text;
--> statement-breakpoint
ALTER TABLE `sign_offs` ADD `for_id` integer REFERENCES people(id);
--> statement-breakpoint
ALTER TABLE `sign_offs` ADD `expires_on` text;
--> statement-breakpoint
ALTER TABLE `sign_offs` ADD `stale_on` text;
--> statement-breakpoint
ALTER TABLE `sign_offs` ADD `stale_cause` text;
--> statement-breakpoint
ALTER TABLE `sign_offs` ADD `stale_detail` text;
--> statement-breakpoint
ALTER TABLE `sign_offs` ADD `renews_id` integer;
--> statement-breakpoint
ALTER TABLE `sign_offs` ADD `reminded_on` text;
--> statement-breakpoint
CREATE INDEX `sign_offs_expiring` ON `sign_offs` (`expires_on`);
