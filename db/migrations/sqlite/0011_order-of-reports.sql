DROP INDEX `costs_quarter`;
--> statement-breakpoint
CREATE INDEX `costs_quarter` ON `costs` (`quarter`,`amount_minor`);
--> statement-breakpoint
DROP INDEX `reports_quarter_review`;
--> statement-breakpoint
CREATE INDEX `reports_quarter_realised` ON `reports` (`quarter`,`realised_minor`,`evidence`);
--> statement-breakpoint
CREATE INDEX `reports_quarter_review` ON `reports` (`quarter`,`review`,`kpi_id`);
