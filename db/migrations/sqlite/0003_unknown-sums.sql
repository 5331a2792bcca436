CREATE TABLE `__new_standings` (
	`use_case_id` integer PRIMARY KEY NOT NULL,
	`value` real,
	`complexity` real,
	`assessments` integer DEFAULT 0 NOT NULL,
	`contested` integer DEFAULT 0 NOT NULL,
	`npv_minor` integer,
	`npv_p50_minor` integer,
	`total_cost_minor` integer,
	`total_benefit_minor` integer,
	`roi` real,
	`payback_quarters` real,
	`irr` real,
	`realised_minor` integer,
	`proven_minor` integer,
	`cost_minor` integer,
	FOREIGN KEY (`use_case_id`) REFERENCES `use_cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_standings`("use_case_id", "value", "complexity", "assessments", "contested", "npv_minor", "npv_p50_minor", "total_cost_minor", "total_benefit_minor", "roi", "payback_quarters", "irr", "realised_minor", "proven_minor", "cost_minor") SELECT "use_case_id", "value", "complexity", "assessments", "contested", "npv_minor", "npv_p50_minor", "total_cost_minor", "total_benefit_minor", "roi", "payback_quarters", "irr", "realised_minor", "proven_minor", "cost_minor" FROM `standings`;
--> statement-breakpoint
DROP TABLE `standings`;
--> statement-breakpoint
ALTER TABLE `__new_standings` RENAME TO `standings`;
--> statement-breakpoint
CREATE INDEX `standings_value` ON `standings` (`value`);
--> statement-breakpoint
CREATE INDEX `standings_complexity` ON `standings` (`complexity`);
--> statement-breakpoint
CREATE INDEX `standings_npv` ON `standings` (`npv_minor`);
--> statement-breakpoint
CREATE INDEX `standings_realised` ON `standings` (`realised_minor`);
--> statement-breakpoint
ALTER TABLE `case_quarters` ADD `valued_reports` integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE `case_quarters` ADD `cost_entries` integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE `rollups` ADD `valued_reports` integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE `rollups` ADD `cost_entries` integer DEFAULT 0 NOT NULL;
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
