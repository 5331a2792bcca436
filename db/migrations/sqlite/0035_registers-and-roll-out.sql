CREATE TABLE `data_sets` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`name_folded` text DEFAULT '' NOT NULL,
	`description` text,
	`owner_id` integer,
	`department_id` integer,
	`location` text,
	`hosting` text,
	`sensitivity` text,
	`personal_data` integer,
	`access` text,
	`uses` text,
	`review_on` text,
	`retired_on` text,
	`retired_reason` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `data_sets_name` ON `data_sets` (`name`);
--> statement-breakpoint
CREATE INDEX `data_sets_folded` ON `data_sets` (`name_folded`,`id`);
--> statement-breakpoint
CREATE INDEX `data_sets_review` ON `data_sets` (`review_on`);
--> statement-breakpoint
CREATE INDEX `data_sets_owner` ON `data_sets` (`owner_id`);
--> statement-breakpoint
CREATE INDEX `data_sets_department` ON `data_sets` (`department_id`);
--> statement-breakpoint
CREATE TABLE `roll_out_moves` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`site_id` integer NOT NULL,
	`from_stage` text,
	`to_stage` text NOT NULL,
	`on_day` text NOT NULL,
	`reason` text,
	`by_id` integer,
	FOREIGN KEY (`site_id`) REFERENCES `roll_out_sites`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `roll_out_moves_site` ON `roll_out_moves` (`site_id`,`id`);
--> statement-breakpoint
CREATE TABLE `roll_out_readings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`site_id` integer NOT NULL,
	`on_day` text NOT NULL,
	`eligible` integer,
	`active` integer,
	`source` text,
	`by_id` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`site_id`) REFERENCES `roll_out_sites`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `roll_out_readings_day` ON `roll_out_readings` (`site_id`,`on_day`);
--> statement-breakpoint
CREATE TABLE `roll_out_sites` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`use_case_id` integer NOT NULL,
	`country` text NOT NULL,
	`branch` text DEFAULT '' NOT NULL,
	`stage` text NOT NULL,
	`since` text NOT NULL,
	`eligible` integer,
	`active` integer,
	`read_on` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`use_case_id`) REFERENCES `use_cases`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `roll_out_sites_place` ON `roll_out_sites` (`use_case_id`,`country`,`branch`);
--> statement-breakpoint
CREATE TABLE `use_case_data_sets` (
	`use_case_id` integer NOT NULL,
	`data_set_id` integer NOT NULL,
	`component` text,
	PRIMARY KEY(`use_case_id`, `data_set_id`),
	FOREIGN KEY (`use_case_id`) REFERENCES `use_cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`data_set_id`) REFERENCES `data_sets`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `use_case_data_sets_set` ON `use_case_data_sets` (`data_set_id`);
--> statement-breakpoint
CREATE TABLE `use_case_models` (
	`use_case_id` integer NOT NULL,
	`model_id` integer NOT NULL,
	`component` text,
	PRIMARY KEY(`use_case_id`, `model_id`),
	FOREIGN KEY (`use_case_id`) REFERENCES `use_cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`model_id`) REFERENCES `models`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `use_case_models_model` ON `use_case_models` (`model_id`);
--> statement-breakpoint
CREATE TABLE `user_destinations` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`use_case_id` integer NOT NULL,
	`stage_change_id` integer NOT NULL,
	`kind` text NOT NULL,
	`to_use_case_id` integer,
	`tool` text,
	`users` integer,
	FOREIGN KEY (`use_case_id`) REFERENCES `use_cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`stage_change_id`) REFERENCES `stage_changes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_use_case_id`) REFERENCES `use_cases`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `user_destinations_case` ON `user_destinations` (`use_case_id`,`id`);
--> statement-breakpoint
CREATE INDEX `user_destinations_to` ON `user_destinations` (`to_use_case_id`);
--> statement-breakpoint
CREATE INDEX `user_destinations_change` ON `user_destinations` (`stage_change_id`);
--> statement-breakpoint
DROP INDEX `models_vendor_name`;
--> statement-breakpoint
ALTER TABLE `models` ADD `name_folded` text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE `models` ADD `release` text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE `models` ADD `modality` text;
--> statement-breakpoint
ALTER TABLE `models` ADD `licence` text;
--> statement-breakpoint
ALTER TABLE `models` ADD `region` text;
--> statement-breakpoint
ALTER TABLE `models` ADD `price` real;
--> statement-breakpoint
ALTER TABLE `models` ADD `price_unit` text;
--> statement-breakpoint
ALTER TABLE `models` ADD `end_of_life_on` text;
--> statement-breakpoint
ALTER TABLE `models` ADD `successor_id` integer REFERENCES models(id);
--> statement-breakpoint
ALTER TABLE `models` ADD `owner_id` integer REFERENCES people(id);
--> statement-breakpoint
ALTER TABLE `models` ADD `note` text;
--> statement-breakpoint
ALTER TABLE `models` ADD `retired_on` text;
--> statement-breakpoint
ALTER TABLE `models` ADD `retired_reason` text;
--> statement-breakpoint
CREATE INDEX `models_folded` ON `models` (`name_folded`,`id`);
--> statement-breakpoint
CREATE INDEX `models_end` ON `models` (`end_of_life_on`);
--> statement-breakpoint
CREATE INDEX `models_owner` ON `models` (`owner_id`);
--> statement-breakpoint
CREATE INDEX `models_successor` ON `models` (`successor_id`);
--> statement-breakpoint
CREATE UNIQUE INDEX `models_vendor_name` ON `models` (`vendor_id`,`name`,`release`);
--> statement-breakpoint
ALTER TABLE `vendors` ADD `name_folded` text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE `vendors` ADD `owner_id` integer REFERENCES people(id);
--> statement-breakpoint
ALTER TABLE `vendors` ADD `contract` text;
--> statement-breakpoint
ALTER TABLE `vendors` ADD `contract_from` text;
--> statement-breakpoint
ALTER TABLE `vendors` ADD `renews_on` text;
--> statement-breakpoint
ALTER TABLE `vendors` ADD `notice_days` integer;
--> statement-breakpoint
ALTER TABLE `vendors` ADD `auto_renews` integer;
--> statement-breakpoint
ALTER TABLE `vendors` ADD `yearly_minor` integer;
--> statement-breakpoint
ALTER TABLE `vendors` ADD `note` text;
--> statement-breakpoint
ALTER TABLE `vendors` ADD `retired_on` text;
--> statement-breakpoint
ALTER TABLE `vendors` ADD `retired_reason` text;
--> statement-breakpoint
CREATE INDEX `vendors_folded` ON `vendors` (`name_folded`,`id`);
--> statement-breakpoint
CREATE INDEX `vendors_renews` ON `vendors` (`renews_on`);
--> statement-breakpoint
CREATE INDEX `vendors_owner` ON `vendors` (`owner_id`);
