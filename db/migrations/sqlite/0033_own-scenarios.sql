ALTER TABLE `business_cases` ADD `scenarios` text;
