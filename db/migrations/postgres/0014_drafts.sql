ALTER TABLE "use_cases" ADD COLUMN "tool_in_mind" text;
--> statement-breakpoint
ALTER TABLE "use_cases" ADD COLUMN "draft_key" text;
--> statement-breakpoint
CREATE UNIQUE INDEX "use_cases_draft" ON "use_cases" USING btree ("draft_key");
