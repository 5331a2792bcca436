ALTER TABLE `assessments` ADD `unscored` text;
