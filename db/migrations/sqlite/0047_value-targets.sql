CREATE TABLE `value_targets` (
	`year` integer NOT NULL,
	`department_id` integer NOT NULL,
	`amount_minor` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`year`, `department_id`)
);

