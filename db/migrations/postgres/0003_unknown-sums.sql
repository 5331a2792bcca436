ALTER TABLE "standings" ALTER COLUMN "realised_minor" DROP DEFAULT;
--> statement-breakpoint
ALTER TABLE "standings" ALTER COLUMN "realised_minor" DROP NOT NULL;
--> statement-breakpoint
ALTER TABLE "standings" ALTER COLUMN "proven_minor" DROP DEFAULT;
--> statement-breakpoint
ALTER TABLE "standings" ALTER COLUMN "proven_minor" DROP NOT NULL;
--> statement-breakpoint
ALTER TABLE "standings" ALTER COLUMN "cost_minor" DROP DEFAULT;
--> statement-breakpoint
ALTER TABLE "standings" ALTER COLUMN "cost_minor" DROP NOT NULL;
--> statement-breakpoint
ALTER TABLE "case_quarters" ADD COLUMN "valued_reports" bigint DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE "case_quarters" ADD COLUMN "cost_entries" bigint DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE "rollups" ADD COLUMN "valued_reports" bigint DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE "rollups" ADD COLUMN "cost_entries" bigint DEFAULT 0 NOT NULL;
--> statement-breakpoint
UPDATE case_quarters SET
  valued_reports = (SELECT count(*) FROM reports WHERE reports.use_case_id = case_quarters.use_case_id AND reports.quarter = case_quarters.quarter AND reports.realised_minor IS NOT NULL),
  cost_entries = (SELECT count(*) FROM costs WHERE costs.use_case_id = case_quarters.use_case_id AND costs.quarter = case_quarters.quarter);
--> statement-breakpoint
UPDATE rollups SET valued_reports = kept.valued_reports, cost_entries = kept.cost_entries
FROM (
  SELECT case_quarters.quarter, coalesce(use_cases.department_id, 0) AS department_id, coalesce(use_cases.stage, '') AS stage,
    sum(case_quarters.valued_reports) AS valued_reports, sum(case_quarters.cost_entries) AS cost_entries
  FROM case_quarters JOIN use_cases ON use_cases.id = case_quarters.use_case_id
  GROUP BY 1, 2, 3
) AS kept
WHERE rollups.quarter = kept.quarter AND rollups.department_id = kept.department_id AND rollups.stage = kept.stage;
--> statement-breakpoint
UPDATE standings SET realised_minor = NULL, proven_minor = NULL
WHERE use_case_id NOT IN (SELECT use_case_id FROM case_quarters WHERE valued_reports > 0);
--> statement-breakpoint
UPDATE standings SET cost_minor = NULL
WHERE use_case_id NOT IN (SELECT use_case_id FROM case_quarters WHERE cost_entries > 0);
