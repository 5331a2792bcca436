ALTER TABLE `filter_exceptions` ADD `until_day` text;
