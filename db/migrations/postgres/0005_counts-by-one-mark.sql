CREATE TABLE "case_values" (
	"stage" text NOT NULL,
	"department_id" bigint NOT NULL,
	"valued" bigint NOT NULL,
	"npv_minor" bigint NOT NULL,
	CONSTRAINT "case_values_stage_department_id_pk" PRIMARY KEY("stage","department_id")
);

--> statement-breakpoint
CREATE TABLE "facet_counts" (
	"within" text NOT NULL,
	"among" text NOT NULL,
	"facet" text NOT NULL,
	"value" text NOT NULL,
	"cases" bigint NOT NULL,
	CONSTRAINT "facet_counts_within_among_facet_value_pk" PRIMARY KEY("within","among","facet","value")
);

--> statement-breakpoint
DROP INDEX "use_cases_stage_since";
--> statement-breakpoint
DROP INDEX "assessments_assessor";
--> statement-breakpoint
DROP INDEX "sign_offs_open";
--> statement-breakpoint
CREATE INDEX "sign_offs_answered" ON "sign_offs" USING btree ("on_day","id");
--> statement-breakpoint
CREATE INDEX "use_cases_waiting" ON "use_cases" USING btree ("stage","stage_since","id","author_id","owner_id","technical_owner_id");
--> statement-breakpoint
CREATE INDEX "use_cases_stage_updated" ON "use_cases" USING btree ("stage","updated_at","id");
--> statement-breakpoint
CREATE INDEX "use_cases_department_updated" ON "use_cases" USING btree ("department_id","updated_at","id");
--> statement-breakpoint
CREATE INDEX "use_cases_technical_owner" ON "use_cases" USING btree ("technical_owner_id");
--> statement-breakpoint
CREATE INDEX "assessments_assessor" ON "assessments" USING btree ("assessor_id","submitted_at","use_case_id");
--> statement-breakpoint
CREATE INDEX "sign_offs_open" ON "sign_offs" USING btree ("kind","verdict","due_on","id");
