ALTER TABLE `organisations` ADD `colour` text;
