ALTER TABLE `organisations` ADD `holidays` text DEFAULT '[]' NOT NULL;
