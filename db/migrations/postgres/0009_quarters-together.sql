CREATE TABLE "quarter_totals" (
	"department_id" bigint NOT NULL,
	"quarter" text NOT NULL,
	"declared_minor" bigint NOT NULL,
	"estimated_minor" bigint NOT NULL,
	"measured_minor" bigint NOT NULL,
	"validated_minor" bigint NOT NULL,
	"cost_minor" bigint NOT NULL,
	"run_cost_minor" bigint NOT NULL,
	"forecast_benefit_minor" bigint NOT NULL,
	"forecast_cost_minor" bigint NOT NULL,
	"forecast_run_cost_minor" bigint NOT NULL,
	"reports" bigint NOT NULL,
	"valued_reports" bigint NOT NULL,
	"cost_entries" bigint NOT NULL,
	CONSTRAINT "quarter_totals_department_id_quarter_pk" PRIMARY KEY("department_id","quarter")
);

--> statement-breakpoint
CREATE INDEX "quarter_totals_quarter" ON "quarter_totals" USING btree ("quarter");
