DROP INDEX "sign_offs_answered";
--> statement-breakpoint
DROP INDEX "use_cases_owner";
--> statement-breakpoint
DROP INDEX "use_cases_author";
--> statement-breakpoint
DROP INDEX "use_cases_technical_owner";
--> statement-breakpoint
CREATE INDEX "use_cases_stage_title" ON "use_cases" USING btree ("stage","title_folded","id");
--> statement-breakpoint
CREATE INDEX "use_cases_merged" ON "use_cases" USING btree ("merged_into_id");
--> statement-breakpoint
CREATE INDEX "sign_offs_answered" ON "sign_offs" USING btree ("kind","on_day","id");
--> statement-breakpoint
CREATE INDEX "use_cases_owner" ON "use_cases" USING btree ("owner_id","stage");
--> statement-breakpoint
CREATE INDEX "use_cases_author" ON "use_cases" USING btree ("author_id","stage");
--> statement-breakpoint
CREATE INDEX "use_cases_technical_owner" ON "use_cases" USING btree ("technical_owner_id","stage");
