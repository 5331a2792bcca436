CREATE TABLE `overlap_kpis` (
	`overlap_id` integer NOT NULL,
	`kpi_id` integer NOT NULL,
	`share` integer,
	PRIMARY KEY(`overlap_id`, `kpi_id`),
	FOREIGN KEY (`overlap_id`) REFERENCES `overlaps`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`kpi_id`) REFERENCES `kpis`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `overlap_kpis_kpi` ON `overlap_kpis` (`kpi_id`,`overlap_id`);
--> statement-breakpoint
CREATE TABLE `overlaps` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`verdict` text NOT NULL,
	`from_quarter` text,
	`reason` text NOT NULL,
	`by_id` integer,
	`on_day` text NOT NULL,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `overlaps_by` ON `overlaps` (`by_id`);
--> statement-breakpoint
ALTER TABLE `reports` ADD `share` integer DEFAULT 10000 NOT NULL;
