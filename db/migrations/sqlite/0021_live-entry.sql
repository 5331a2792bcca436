ALTER TABLE `use_cases` ADD `live_entry` text;
