DROP INDEX `reports_quarter_review`;
--> statement-breakpoint
CREATE INDEX `reports_quarter_review` ON `reports` (`quarter`,`review`,`id`,`kpi_id`);
