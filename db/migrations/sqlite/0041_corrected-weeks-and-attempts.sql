ALTER TABLE `attempts` ADD `version` integer DEFAULT 1 NOT NULL;
--> statement-breakpoint
ALTER TABLE `poc_check_ins` ADD `reason` text;
--> statement-breakpoint
ALTER TABLE `poc_check_ins` ADD `corrected_by_id` integer REFERENCES people(id);
--> statement-breakpoint
ALTER TABLE `poc_check_ins` ADD `corrected_on` text;
--> statement-breakpoint
ALTER TABLE `poc_check_ins` ADD `version` integer DEFAULT 1 NOT NULL;
