CREATE TABLE `quarter_totals` (
	`department_id` integer NOT NULL,
	`quarter` text NOT NULL,
	`declared_minor` integer NOT NULL,
	`estimated_minor` integer NOT NULL,
	`measured_minor` integer NOT NULL,
	`validated_minor` integer NOT NULL,
	`cost_minor` integer NOT NULL,
	`run_cost_minor` integer NOT NULL,
	`forecast_benefit_minor` integer NOT NULL,
	`forecast_cost_minor` integer NOT NULL,
	`forecast_run_cost_minor` integer NOT NULL,
	`reports` integer NOT NULL,
	`valued_reports` integer NOT NULL,
	`cost_entries` integer NOT NULL,
	PRIMARY KEY(`department_id`, `quarter`)
);

--> statement-breakpoint
CREATE INDEX `quarter_totals_quarter` ON `quarter_totals` (`quarter`);
