CREATE TABLE `attempt_components` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`attempt_id` integer NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`model_id` integer,
	`vendor_id` integer,
	`licence` text,
	`hosting` text,
	`role` text,
	FOREIGN KEY (`attempt_id`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`model_id`) REFERENCES `models`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`vendor_id`) REFERENCES `vendors`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `attempt_components_attempt` ON `attempt_components` (`attempt_id`,`id`);
--> statement-breakpoint
CREATE INDEX `attempt_components_model` ON `attempt_components` (`model_id`);
--> statement-breakpoint
CREATE INDEX `attempt_components_vendor` ON `attempt_components` (`vendor_id`);
--> statement-breakpoint
CREATE TABLE `model_switches` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`use_case_id` integer NOT NULL,
	`on_day` text NOT NULL,
	`from_name` text NOT NULL,
	`from_model_id` integer,
	`to_name` text NOT NULL,
	`to_model_id` integer,
	`reason` text NOT NULL,
	`material` integer NOT NULL,
	`kpi_before` real,
	`kpi_after` real,
	`guardrail_before` real,
	`guardrail_after` real,
	`cost_before` real,
	`cost_after` real,
	`by_id` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`use_case_id`) REFERENCES `use_cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`from_model_id`) REFERENCES `models`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_model_id`) REFERENCES `models`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `model_switches_case` ON `model_switches` (`use_case_id`,`id`);
--> statement-breakpoint
CREATE INDEX `model_switches_from` ON `model_switches` (`from_model_id`);
--> statement-breakpoint
CREATE INDEX `model_switches_to` ON `model_switches` (`to_model_id`);
--> statement-breakpoint
CREATE TABLE `poc_amendments` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`poc_id` integer NOT NULL,
	`before` text NOT NULL,
	`after` text NOT NULL,
	`reason` text NOT NULL,
	`asked_by_id` integer,
	`asked_on` text NOT NULL,
	`verdict` text,
	`note` text,
	`signed_by_id` integer,
	`signed_on` text,
	FOREIGN KEY (`poc_id`) REFERENCES `pocs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`signed_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `poc_amendments_poc` ON `poc_amendments` (`poc_id`,`id`);
--> statement-breakpoint
CREATE INDEX `poc_amendments_open` ON `poc_amendments` (`verdict`,`id`);
--> statement-breakpoint
CREATE TABLE `poc_check_ins` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`poc_id` integer NOT NULL,
	`on_day` text NOT NULL,
	`value` real,
	`confidence` text NOT NULL,
	`spent_minor` integer,
	`person_days` real,
	`blockers` text,
	`next` text,
	`by_id` integer,
	FOREIGN KEY (`poc_id`) REFERENCES `pocs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `poc_check_ins_day` ON `poc_check_ins` (`poc_id`,`on_day`);
--> statement-breakpoint
CREATE TABLE `poc_iterations` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`poc_id` integer NOT NULL,
	`question` text NOT NULL,
	`started_on` text NOT NULL,
	`ended_on` text,
	`learnt` text,
	FOREIGN KEY (`poc_id`) REFERENCES `pocs`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `poc_iterations_poc` ON `poc_iterations` (`poc_id`,`id`);
--> statement-breakpoint
ALTER TABLE `attempts` ADD `cost_per_unit` real;
--> statement-breakpoint
ALTER TABLE `attempts` ADD `cost_unit` text;
--> statement-breakpoint
ALTER TABLE `attempts` ADD `volume_per_quarter` real;
--> statement-breakpoint
ALTER TABLE `attempts` ADD `sample_size` integer;
--> statement-breakpoint
ALTER TABLE `attempts` ADD `method` text;
--> statement-breakpoint
ALTER TABLE `attempts` ADD `guardrail_value` real;
--> statement-breakpoint
ALTER TABLE `attempts` ADD `guardrail_met` integer;
--> statement-breakpoint
ALTER TABLE `attempts` ADD `iteration_id` integer REFERENCES poc_iterations(id);
--> statement-breakpoint
ALTER TABLE `attempts` ADD `chosen` integer DEFAULT false NOT NULL;
--> statement-breakpoint
CREATE INDEX `attempts_model` ON `attempts` (`model_id`);
--> statement-breakpoint
CREATE INDEX `attempts_iteration` ON `attempts` (`iteration_id`);
--> statement-breakpoint
ALTER TABLE `pocs` ADD `person_days_cap` integer;
--> statement-breakpoint
ALTER TABLE `pocs` ADD `data_owner` text;
--> statement-breakpoint
ALTER TABLE `pocs` ADD `one_function_reason` text;
--> statement-breakpoint
ALTER TABLE `pocs` ADD `guardrail_name` text;
--> statement-breakpoint
ALTER TABLE `pocs` ADD `guardrail_unit` text;
--> statement-breakpoint
ALTER TABLE `pocs` ADD `guardrail_direction` text;
--> statement-breakpoint
ALTER TABLE `pocs` ADD `guardrail_limit` real;
--> statement-breakpoint
ALTER TABLE `pocs` ADD `follows_id` integer REFERENCES pocs(id);
--> statement-breakpoint
ALTER TABLE `pocs` ADD `started_on` text;
--> statement-breakpoint
ALTER TABLE `pocs` ADD `started_by_id` integer REFERENCES people(id);
--> statement-breakpoint
ALTER TABLE `pocs` ADD `verdict_by_id` integer REFERENCES people(id);
--> statement-breakpoint
ALTER TABLE `pocs` ADD `verdict_reason` text;
--> statement-breakpoint
CREATE INDEX `pocs_running` ON `pocs` (`verdict`,`started_on`);
--> statement-breakpoint
CREATE INDEX `pocs_follows` ON `pocs` (`follows_id`);
--> statement-breakpoint
CREATE INDEX `pocs_vendor` ON `pocs` (`vendor_id`);
--> statement-breakpoint
CREATE INDEX `pocs_model` ON `pocs` (`model_id`);
