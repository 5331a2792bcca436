ALTER TABLE `forecasts` ADD `stands_in` text;
