ALTER TABLE `agenda_items` ADD `inputs` text;
