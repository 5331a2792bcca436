CREATE TABLE `stage_limits` (
	`stage` text PRIMARY KEY NOT NULL,
	`most` integer NOT NULL
);

