ALTER TABLE `use_cases` ADD `tool_in_mind` text;
--> statement-breakpoint
ALTER TABLE `use_cases` ADD `draft_key` text;
--> statement-breakpoint
CREATE UNIQUE INDEX `use_cases_draft` ON `use_cases` (`draft_key`);
