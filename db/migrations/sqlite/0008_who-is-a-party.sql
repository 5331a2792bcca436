DROP INDEX `sign_offs_answered`;
--> statement-breakpoint
CREATE INDEX `sign_offs_answered` ON `sign_offs` (`kind`,`on_day`,`id`);
--> statement-breakpoint
DROP INDEX `use_cases_owner`;
--> statement-breakpoint
DROP INDEX `use_cases_author`;
--> statement-breakpoint
DROP INDEX `use_cases_technical_owner`;
--> statement-breakpoint
CREATE INDEX `use_cases_stage_title` ON `use_cases` (`stage`,`title_folded`,`id`);
--> statement-breakpoint
CREATE INDEX `use_cases_merged` ON `use_cases` (`merged_into_id`);
--> statement-breakpoint
CREATE INDEX `use_cases_owner` ON `use_cases` (`owner_id`,`stage`);
--> statement-breakpoint
CREATE INDEX `use_cases_author` ON `use_cases` (`author_id`,`stage`);
--> statement-breakpoint
CREATE INDEX `use_cases_technical_owner` ON `use_cases` (`technical_owner_id`,`stage`);
