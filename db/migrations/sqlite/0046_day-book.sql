CREATE TABLE `case_days` (
	`quarter` text NOT NULL,
	`use_case_id` integer NOT NULL,
	`department_id` integer NOT NULL,
	`day` text NOT NULL,
	`declared_minor` integer NOT NULL,
	`estimated_minor` integer NOT NULL,
	`measured_minor` integer NOT NULL,
	`validated_minor` integer NOT NULL,
	`cost_minor` integer NOT NULL,
	`run_cost_minor` integer NOT NULL,
	`reports` integer NOT NULL,
	`valued_reports` integer NOT NULL,
	`cost_entries` integer NOT NULL,
	PRIMARY KEY(`quarter`, `use_case_id`, `department_id`, `day`),
	FOREIGN KEY (`use_case_id`) REFERENCES `use_cases`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `case_days_case` ON `case_days` (`use_case_id`);
--> statement-breakpoint
CREATE TABLE `total_days` (
	`department_id` integer NOT NULL,
	`quarter` text NOT NULL,
	`day` text NOT NULL,
	`declared_minor` integer NOT NULL,
	`estimated_minor` integer NOT NULL,
	`measured_minor` integer NOT NULL,
	`validated_minor` integer NOT NULL,
	`cost_minor` integer NOT NULL,
	`run_cost_minor` integer NOT NULL,
	`reports` integer NOT NULL,
	`valued_reports` integer NOT NULL,
	`cost_entries` integer NOT NULL,
	`forecast_benefit_minor` integer NOT NULL,
	`forecast_cost_minor` integer NOT NULL,
	`forecast_run_cost_minor` integer NOT NULL,
	PRIMARY KEY(`department_id`, `quarter`, `day`)
);

--> statement-breakpoint
CREATE INDEX `total_days_quarter` ON `total_days` (`quarter`,`day`);
--> statement-breakpoint
-- What was there before the book was kept is its first page: of earlier days it knows nothing. It is that of yesterday,
-- which is past in every time zone.
INSERT INTO "total_days" (department_id, quarter, day, declared_minor, estimated_minor, measured_minor, validated_minor, cost_minor, run_cost_minor, reports, valued_reports, cost_entries, forecast_benefit_minor, forecast_cost_minor, forecast_run_cost_minor)
	SELECT department_id, quarter, date('now', '-1 day'), declared_minor, estimated_minor, measured_minor, validated_minor, cost_minor, run_cost_minor, reports, valued_reports, cost_entries, forecast_benefit_minor, forecast_cost_minor, forecast_run_cost_minor FROM "quarter_totals";
--> statement-breakpoint
INSERT INTO "case_days" (quarter, use_case_id, department_id, day, declared_minor, estimated_minor, measured_minor, validated_minor, cost_minor, run_cost_minor, reports, valued_reports, cost_entries)
	SELECT quarter, use_case_id, coalesce(department_id, 0), date('now', '-1 day'), case_quarters.declared_minor, case_quarters.estimated_minor, case_quarters.measured_minor, case_quarters.validated_minor, case_quarters.cost_minor, case_quarters.run_cost_minor, case_quarters.reports, case_quarters.valued_reports, case_quarters.cost_entries
	FROM "case_quarters" JOIN "use_cases" ON "use_cases"."id" = "case_quarters"."use_case_id";
