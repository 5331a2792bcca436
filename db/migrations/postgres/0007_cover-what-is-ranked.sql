DROP INDEX "use_cases_waiting";
--> statement-breakpoint
DROP INDEX "kpis_case";
--> statement-breakpoint
CREATE INDEX "use_cases_parties" ON "use_cases" USING btree ("stage","stage_since","id","department_id","author_id","owner_id","technical_owner_id");
--> statement-breakpoint
CREATE INDEX "kpis_case" ON "kpis" USING btree ("use_case_id","first_quarter","last_quarter","owner_id");
