DROP INDEX "use_cases_draft";
--> statement-breakpoint
CREATE UNIQUE INDEX "use_cases_draft" ON "use_cases" USING btree ("author_id","draft_key");
