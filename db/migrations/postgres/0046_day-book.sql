CREATE TABLE "case_days" (
	"quarter" text NOT NULL,
	"use_case_id" bigint NOT NULL,
	"department_id" bigint NOT NULL,
	"day" text NOT NULL,
	"declared_minor" bigint NOT NULL,
	"estimated_minor" bigint NOT NULL,
	"measured_minor" bigint NOT NULL,
	"validated_minor" bigint NOT NULL,
	"cost_minor" bigint NOT NULL,
	"run_cost_minor" bigint NOT NULL,
	"reports" bigint NOT NULL,
	"valued_reports" bigint NOT NULL,
	"cost_entries" bigint NOT NULL,
	CONSTRAINT "case_days_quarter_use_case_id_department_id_day_pk" PRIMARY KEY("quarter","use_case_id","department_id","day")
);

--> statement-breakpoint
CREATE TABLE "total_days" (
	"department_id" bigint NOT NULL,
	"quarter" text NOT NULL,
	"day" text NOT NULL,
	"declared_minor" bigint NOT NULL,
	"estimated_minor" bigint NOT NULL,
	"measured_minor" bigint NOT NULL,
	"validated_minor" bigint NOT NULL,
	"cost_minor" bigint NOT NULL,
	"run_cost_minor" bigint NOT NULL,
	"reports" bigint NOT NULL,
	"valued_reports" bigint NOT NULL,
	"cost_entries" bigint NOT NULL,
	"forecast_benefit_minor" bigint NOT NULL,
	"forecast_cost_minor" bigint NOT NULL,
	"forecast_run_cost_minor" bigint NOT NULL,
	CONSTRAINT "total_days_department_id_quarter_day_pk" PRIMARY KEY("department_id","quarter","day")
);

--> statement-breakpoint
ALTER TABLE "case_days" ADD CONSTRAINT "case_days_use_case_id_use_cases_id_fk" FOREIGN KEY ("use_case_id") REFERENCES "public"."use_cases"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "case_days_case" ON "case_days" USING btree ("use_case_id");
--> statement-breakpoint
CREATE INDEX "total_days_quarter" ON "total_days" USING btree ("quarter","day");
--> statement-breakpoint
-- What was there before the book was kept is its first page: of earlier days it knows nothing. It is that of yesterday,
-- which is past in every time zone.
INSERT INTO "total_days" (department_id, quarter, day, declared_minor, estimated_minor, measured_minor, validated_minor, cost_minor, run_cost_minor, reports, valued_reports, cost_entries, forecast_benefit_minor, forecast_cost_minor, forecast_run_cost_minor)
	SELECT department_id, quarter, to_char(now() at time zone 'utc' - interval '1 day', 'YYYY-MM-DD'), declared_minor, estimated_minor, measured_minor, validated_minor, cost_minor, run_cost_minor, reports, valued_reports, cost_entries, forecast_benefit_minor, forecast_cost_minor, forecast_run_cost_minor FROM "quarter_totals";
--> statement-breakpoint
INSERT INTO "case_days" (quarter, use_case_id, department_id, day, declared_minor, estimated_minor, measured_minor, validated_minor, cost_minor, run_cost_minor, reports, valued_reports, cost_entries)
	SELECT quarter, use_case_id, coalesce(department_id, 0), to_char(now() at time zone 'utc' - interval '1 day', 'YYYY-MM-DD'), case_quarters.declared_minor, case_quarters.estimated_minor, case_quarters.measured_minor, case_quarters.validated_minor, case_quarters.cost_minor, case_quarters.run_cost_minor, case_quarters.reports, case_quarters.valued_reports, case_quarters.cost_entries
	FROM "case_quarters" JOIN "use_cases" ON "use_cases"."id" = "case_quarters"."use_case_id";
