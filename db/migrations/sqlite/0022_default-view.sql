ALTER TABLE `people` ADD `default_view_id` integer;
