CREATE TABLE `agenda_items` (
	`session_id` integer NOT NULL,
	`use_case_id` integer NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`session_id`, `use_case_id`),
	FOREIGN KEY (`session_id`) REFERENCES `committee_sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`use_case_id`) REFERENCES `use_cases`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE TABLE `assessment_scores` (
	`assessment_id` integer NOT NULL,
	`criterion_id` integer NOT NULL,
	`score` integer NOT NULL,
	`comment` text,
	PRIMARY KEY(`assessment_id`, `criterion_id`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`criterion_id`) REFERENCES `criteria`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE TABLE `assessments` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`use_case_id` integer NOT NULL,
	`assessor_id` integer NOT NULL,
	`model_id` integer NOT NULL,
	`submitted_at` integer,
	`abstained` integer DEFAULT false NOT NULL,
	`comment` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`use_case_id`) REFERENCES `use_cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assessor_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`model_id`) REFERENCES `scoring_models`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `assessments_case_assessor` ON `assessments` (`use_case_id`,`assessor_id`);
--> statement-breakpoint
CREATE INDEX `assessments_assessor` ON `assessments` (`assessor_id`);
--> statement-breakpoint
CREATE TABLE `attempts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`poc_id` integer NOT NULL,
	`label` text NOT NULL,
	`model_id` integer,
	`run_cost_minor` integer,
	`result` real,
	`guardrail` text,
	`on_day` text NOT NULL,
	FOREIGN KEY (`poc_id`) REFERENCES `pocs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`model_id`) REFERENCES `models`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `attempts_poc` ON `attempts` (`poc_id`,`id`);
--> statement-breakpoint
CREATE TABLE `attendances` (
	`session_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	PRIMARY KEY(`session_id`, `person_id`),
	FOREIGN KEY (`session_id`) REFERENCES `committee_sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE TABLE `audit_events` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`actor_id` integer,
	`actor_name` text NOT NULL,
	`act` text NOT NULL,
	`subject` text NOT NULL,
	`subject_id` integer NOT NULL,
	`use_case_id` integer,
	`before` text,
	`after` text,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
);

--> statement-breakpoint
CREATE INDEX `audit_events_use_case` ON `audit_events` (`use_case_id`,`id`);
--> statement-breakpoint
CREATE INDEX `audit_events_subject` ON `audit_events` (`subject`,`subject_id`,`id`);
--> statement-breakpoint
CREATE INDEX `audit_events_actor` ON `audit_events` (`actor_id`,`id`);
--> statement-breakpoint
CREATE INDEX `audit_events_act` ON `audit_events` (`act`,`id`);
--> statement-breakpoint
CREATE INDEX `audit_events_at` ON `audit_events` (`at`);
--> statement-breakpoint
CREATE TABLE `auth_sessions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`token_hash` text NOT NULL,
	`person_id` integer NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`user_agent` text NOT NULL,
	`address` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `auth_sessions_token` ON `auth_sessions` (`token_hash`);
--> statement-breakpoint
CREATE INDEX `auth_sessions_person` ON `auth_sessions` (`person_id`);
--> statement-breakpoint
CREATE TABLE `business_cases` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`use_case_id` integer NOT NULL,
	`number` integer NOT NULL,
	`estimator_id` integer,
	`first_quarter` text NOT NULL,
	`horizon_quarters` integer NOT NULL,
	`discount_rate` real NOT NULL,
	`lines` text NOT NULL,
	`note` text,
	`frozen_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`use_case_id`) REFERENCES `use_cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`estimator_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `business_cases_case_number` ON `business_cases` (`use_case_id`,`number`);
--> statement-breakpoint
CREATE TABLE `case_counts` (
	`stage` text NOT NULL,
	`department_id` integer NOT NULL,
	`ai_type` text NOT NULL,
	`source` text NOT NULL,
	`cases` integer NOT NULL,
	PRIMARY KEY(`stage`, `department_id`, `ai_type`, `source`)
);

--> statement-breakpoint
CREATE TABLE `case_quarters` (
	`use_case_id` integer NOT NULL,
	`quarter` text NOT NULL,
	`declared_minor` integer DEFAULT 0 NOT NULL,
	`estimated_minor` integer DEFAULT 0 NOT NULL,
	`measured_minor` integer DEFAULT 0 NOT NULL,
	`validated_minor` integer DEFAULT 0 NOT NULL,
	`cost_minor` integer DEFAULT 0 NOT NULL,
	`run_cost_minor` integer DEFAULT 0 NOT NULL,
	`realised_minor` integer DEFAULT 0 NOT NULL,
	`reports` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`use_case_id`, `quarter`),
	FOREIGN KEY (`use_case_id`) REFERENCES `use_cases`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `case_quarters_quarter` ON `case_quarters` (`quarter`,`realised_minor`);
--> statement-breakpoint
CREATE TABLE `comments` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`use_case_id` integer NOT NULL,
	`author_id` integer NOT NULL,
	`body` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`use_case_id`) REFERENCES `use_cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `comments_use_case` ON `comments` (`use_case_id`,`id`);
--> statement-breakpoint
CREATE TABLE `committee_sessions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`number` integer NOT NULL,
	`held_on` text NOT NULL,
	`status` text NOT NULL,
	`chair_id` integer,
	`quorum` integer NOT NULL,
	`notes` text,
	`closed_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`chair_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE TABLE `costs` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`use_case_id` integer NOT NULL,
	`quarter` text NOT NULL,
	`kind` text NOT NULL,
	`amount_minor` integer NOT NULL,
	`note` text,
	`entered_by` integer NOT NULL,
	`entered_on` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`use_case_id`) REFERENCES `use_cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `costs_case_quarter_kind` ON `costs` (`use_case_id`,`quarter`,`kind`);
--> statement-breakpoint
CREATE INDEX `costs_quarter` ON `costs` (`quarter`);
--> statement-breakpoint
CREATE TABLE `counters` (
	`name` text PRIMARY KEY NOT NULL,
	`value` integer NOT NULL
);

--> statement-breakpoint
CREATE TABLE `criteria` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`model_id` integer NOT NULL,
	`key` text NOT NULL,
	`axis` text NOT NULL,
	`name` text NOT NULL,
	`question` text NOT NULL,
	`weight` real NOT NULL,
	`anchors` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`model_id`) REFERENCES `scoring_models`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `criteria_model_key` ON `criteria` (`model_id`,`key`);
--> statement-breakpoint
CREATE TABLE `decisions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`session_id` integer NOT NULL,
	`use_case_id` integer NOT NULL,
	`outcome` text NOT NULL,
	`reason` text NOT NULL,
	`relook_on` text,
	`rank` integer,
	`ranked` integer,
	`against_rank` integer DEFAULT false NOT NULL,
	`snapshot` text NOT NULL,
	`by_id` integer NOT NULL,
	`on_day` text NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `committee_sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`use_case_id`) REFERENCES `use_cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `decisions_case` ON `decisions` (`use_case_id`,`id`);
--> statement-breakpoint
CREATE UNIQUE INDEX `decisions_session_case` ON `decisions` (`session_id`,`use_case_id`);
--> statement-breakpoint
CREATE TABLE `departments` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`hourly_cost_minor` integer,
	`headcount` integer,
	`active` integer DEFAULT true NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `departments_code` ON `departments` (`code`);
--> statement-breakpoint
CREATE TABLE `filter_exceptions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`use_case_id` integer NOT NULL,
	`filter_id` integer NOT NULL,
	`reason` text NOT NULL,
	`by_id` integer NOT NULL,
	`on_day` text NOT NULL,
	FOREIGN KEY (`use_case_id`) REFERENCES `use_cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`filter_id`) REFERENCES `filters`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `filter_exceptions_case_filter` ON `filter_exceptions` (`use_case_id`,`filter_id`);
--> statement-breakpoint
CREATE TABLE `filters` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`field` text NOT NULL,
	`operator` text NOT NULL,
	`threshold` real NOT NULL,
	`position` integer NOT NULL,
	`active` integer DEFAULT true NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);

--> statement-breakpoint
CREATE TABLE `forecasts` (
	`use_case_id` integer NOT NULL,
	`quarter` text NOT NULL,
	`benefit_minor` integer NOT NULL,
	`cost_minor` integer NOT NULL,
	`run_cost_minor` integer NOT NULL,
	PRIMARY KEY(`use_case_id`, `quarter`),
	FOREIGN KEY (`use_case_id`) REFERENCES `use_cases`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `forecasts_quarter` ON `forecasts` (`quarter`);
--> statement-breakpoint
CREATE TABLE `import_parts` (
	`import_id` integer NOT NULL,
	`part` integer NOT NULL,
	`bytes` blob NOT NULL,
	PRIMARY KEY(`import_id`, `part`),
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE TABLE `import_presets` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`signature` text NOT NULL,
	`mapping` text NOT NULL,
	`created_by` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `import_presets_name` ON `import_presets` (`name`);
--> statement-breakpoint
CREATE TABLE `imports` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`file_name` text NOT NULL,
	`size` integer NOT NULL,
	`sha256` text NOT NULL,
	`source` text NOT NULL,
	`reading` text NOT NULL,
	`mapping` text,
	`preset_name` text,
	`status` text NOT NULL,
	`leave_out` integer DEFAULT false NOT NULL,
	`progress` integer DEFAULT 0 NOT NULL,
	`counts` text,
	`problem` text,
	`refused_rows` blob,
	`created_by` integer,
	`created_at` integer NOT NULL,
	`started_at` integer,
	`finished_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `imports_created` ON `imports` (`created_at`);
--> statement-breakpoint
CREATE TABLE `kpis` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`use_case_id` integer NOT NULL,
	`name` text NOT NULL,
	`unit` text NOT NULL,
	`direction` text NOT NULL,
	`baseline` real NOT NULL,
	`baseline_period` text,
	`baseline_method` text,
	`target` real,
	`owner_id` integer NOT NULL,
	`value_per_unit_minor` real,
	`attribution` real DEFAULT 1 NOT NULL,
	`over_time` text NOT NULL,
	`is_guardrail` integer DEFAULT false NOT NULL,
	`limit_value` real,
	`first_quarter` text NOT NULL,
	`last_quarter` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`use_case_id`) REFERENCES `use_cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `kpis_case` ON `kpis` (`use_case_id`);
--> statement-breakpoint
CREATE INDEX `kpis_owner` ON `kpis` (`owner_id`);
--> statement-breakpoint
CREATE INDEX `kpis_first` ON `kpis` (`first_quarter`);
--> statement-breakpoint
CREATE TABLE `models` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`vendor_id` integer NOT NULL,
	`name` text NOT NULL,
	`hosting` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`vendor_id`) REFERENCES `vendors`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `models_vendor_name` ON `models` (`vendor_id`,`name`);
--> statement-breakpoint
CREATE TABLE `organisations` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`currency` text NOT NULL,
	`fiscal_first_month` integer NOT NULL,
	`time_zone` text NOT NULL,
	`locale` text NOT NULL,
	`discount_rate` real DEFAULT 0.08 NOT NULL,
	`horizon_quarters` integer DEFAULT 12 NOT NULL,
	`assessments_needed` integer DEFAULT 2 NOT NULL,
	`quorum` integer DEFAULT 3 NOT NULL,
	`demo` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);

--> statement-breakpoint
CREATE TABLE `password_links` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`token_hash` text NOT NULL,
	`person_id` integer NOT NULL,
	`issued_by` integer,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`issued_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `password_links_token` ON `password_links` (`token_hash`);
--> statement-breakpoint
CREATE INDEX `password_links_person` ON `password_links` (`person_id`);
--> statement-breakpoint
CREATE TABLE `people` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`name_folded` text NOT NULL,
	`password_hash` text,
	`locale` text,
	`theme` text,
	`active` integer DEFAULT true NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `people_email` ON `people` (`email`);
--> statement-breakpoint
CREATE INDEX `people_name` ON `people` (`name_folded`,`id`);
--> statement-breakpoint
CREATE TABLE `person_departments` (
	`person_id` integer NOT NULL,
	`department_id` integer NOT NULL,
	PRIMARY KEY(`person_id`, `department_id`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `person_departments_department` ON `person_departments` (`department_id`);
--> statement-breakpoint
CREATE TABLE `person_roles` (
	`person_id` integer NOT NULL,
	`role` text NOT NULL,
	PRIMARY KEY(`person_id`, `role`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE TABLE `pocs` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`use_case_id` integer NOT NULL,
	`hypothesis` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text NOT NULL,
	`people_cap` integer NOT NULL,
	`budget_cap_minor` integer NOT NULL,
	`team` text NOT NULL,
	`kpi_name` text NOT NULL,
	`kpi_unit` text NOT NULL,
	`direction` text NOT NULL,
	`baseline` real NOT NULL,
	`threshold` real NOT NULL,
	`vendor_id` integer,
	`model_id` integer,
	`verdict` text,
	`verdict_on` text,
	`result` real,
	`learning` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`use_case_id`) REFERENCES `use_cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`vendor_id`) REFERENCES `vendors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`model_id`) REFERENCES `models`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `pocs_case` ON `pocs` (`use_case_id`,`id`);
--> statement-breakpoint
CREATE TABLE `quarters` (
	`quarter` text PRIMARY KEY NOT NULL,
	`status` text NOT NULL,
	`closed_by` integer,
	`closed_at` integer,
	`hash` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`closed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE TABLE `report_files` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`report_id` integer NOT NULL,
	`name` text NOT NULL,
	`media_type` text NOT NULL,
	`size` integer NOT NULL,
	`sha256` text NOT NULL,
	`bytes` blob NOT NULL,
	`added_by` integer NOT NULL,
	`added_on` text NOT NULL,
	FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `report_files_report` ON `report_files` (`report_id`);
--> statement-breakpoint
CREATE TABLE `reports` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kpi_id` integer NOT NULL,
	`use_case_id` integer NOT NULL,
	`quarter` text NOT NULL,
	`actual` real,
	`unavailable_because` text,
	`evidence` integer NOT NULL,
	`source` text,
	`note` text,
	`realised_minor` integer,
	`direction` text NOT NULL,
	`baseline` real NOT NULL,
	`value_per_unit_minor` real,
	`attribution` real NOT NULL,
	`broken` integer DEFAULT false NOT NULL,
	`reported_by` integer NOT NULL,
	`reported_on` text NOT NULL,
	`review` text DEFAULT 'waiting' NOT NULL,
	`reviewed_by` integer,
	`reviewed_on` text,
	`review_note` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`kpi_id`) REFERENCES `kpis`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`use_case_id`) REFERENCES `use_cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reported_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reviewed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `reports_kpi_quarter` ON `reports` (`kpi_id`,`quarter`);
--> statement-breakpoint
CREATE INDEX `reports_case_quarter` ON `reports` (`use_case_id`,`quarter`,`evidence`,`realised_minor`);
--> statement-breakpoint
CREATE INDEX `reports_quarter_review` ON `reports` (`quarter`,`review`);
--> statement-breakpoint
CREATE INDEX `reports_quarter_broken` ON `reports` (`quarter`,`broken`);
--> statement-breakpoint
CREATE TABLE `restatements` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`report_id` integer NOT NULL,
	`quarter` text NOT NULL,
	`old_actual` real,
	`new_actual` real,
	`old_evidence` integer NOT NULL,
	`new_evidence` integer NOT NULL,
	`old_realised_minor` integer,
	`new_realised_minor` integer,
	`reason` text NOT NULL,
	`by_id` integer NOT NULL,
	`on_day` text NOT NULL,
	FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `restatements_report` ON `restatements` (`report_id`);
--> statement-breakpoint
CREATE INDEX `restatements_quarter` ON `restatements` (`quarter`);
--> statement-breakpoint
CREATE TABLE `rollups` (
	`quarter` text NOT NULL,
	`department_id` integer NOT NULL,
	`stage` text NOT NULL,
	`declared_minor` integer DEFAULT 0 NOT NULL,
	`estimated_minor` integer DEFAULT 0 NOT NULL,
	`measured_minor` integer DEFAULT 0 NOT NULL,
	`validated_minor` integer DEFAULT 0 NOT NULL,
	`cost_minor` integer DEFAULT 0 NOT NULL,
	`run_cost_minor` integer DEFAULT 0 NOT NULL,
	`forecast_benefit_minor` integer DEFAULT 0 NOT NULL,
	`forecast_cost_minor` integer DEFAULT 0 NOT NULL,
	`forecast_run_cost_minor` integer DEFAULT 0 NOT NULL,
	`reports` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`quarter`, `department_id`, `stage`)
);

--> statement-breakpoint
CREATE TABLE `score_overrides` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`use_case_id` integer NOT NULL,
	`axis` text NOT NULL,
	`score` real NOT NULL,
	`reason` text NOT NULL,
	`by_id` integer NOT NULL,
	`on_day` text NOT NULL,
	FOREIGN KEY (`use_case_id`) REFERENCES `use_cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `score_overrides_case_axis` ON `score_overrides` (`use_case_id`,`axis`);
--> statement-breakpoint
CREATE TABLE `scoring_models` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`number` integer NOT NULL,
	`published_on` text NOT NULL,
	`active` integer NOT NULL
);

--> statement-breakpoint
CREATE TABLE `settings` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);

--> statement-breakpoint
CREATE TABLE `sign_in_failures` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL,
	`at` integer NOT NULL
);

--> statement-breakpoint
CREATE INDEX `sign_in_failures_key` ON `sign_in_failures` (`key`,`at`);
--> statement-breakpoint
CREATE TABLE `sign_offs` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`use_case_id` integer NOT NULL,
	`kind` text NOT NULL,
	`verdict` text,
	`note` text,
	`conditions` text,
	`requested_by` integer,
	`requested_on` text NOT NULL,
	`due_on` text,
	`by_id` integer,
	`on_day` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`use_case_id`) REFERENCES `use_cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`requested_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `sign_offs_case` ON `sign_offs` (`use_case_id`,`kind`,`id`);
--> statement-breakpoint
CREATE INDEX `sign_offs_open` ON `sign_offs` (`kind`,`verdict`);
--> statement-breakpoint
CREATE TABLE `stage_changes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`use_case_id` integer NOT NULL,
	`from_stage` text,
	`to_stage` text,
	`on_day` text NOT NULL,
	`by_id` integer,
	`reason` text,
	`learning` text,
	`decision_id` integer,
	`overridden` text,
	FOREIGN KEY (`use_case_id`) REFERENCES `use_cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `stage_changes_use_case` ON `stage_changes` (`use_case_id`,`id`);
--> statement-breakpoint
CREATE INDEX `stage_changes_day` ON `stage_changes` (`on_day`);
--> statement-breakpoint
CREATE INDEX `stage_changes_decision` ON `stage_changes` (`decision_id`);
--> statement-breakpoint
CREATE TABLE `standings` (
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
	`realised_minor` integer DEFAULT 0 NOT NULL,
	`proven_minor` integer DEFAULT 0 NOT NULL,
	`cost_minor` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`use_case_id`) REFERENCES `use_cases`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `standings_value` ON `standings` (`value`);
--> statement-breakpoint
CREATE INDEX `standings_complexity` ON `standings` (`complexity`);
--> statement-breakpoint
CREATE INDEX `standings_npv` ON `standings` (`npv_minor`);
--> statement-breakpoint
CREATE INDEX `standings_realised` ON `standings` (`realised_minor`);
--> statement-breakpoint
CREATE TABLE `trust_cards` (
	`use_case_id` integer PRIMARY KEY NOT NULL,
	`prohibited_practice` integer,
	`customer_facing` integer,
	`human_in_the_loop` integer,
	`augment_or_replace` text,
	`red_line_exception` text,
	`screened_by` integer,
	`screened_on` text,
	`data_where` text,
	`data_who` text,
	`data_use` text,
	`personal_data` integer,
	`human_reviewer` text,
	`ai_act_class` text,
	`ai_act_basis` text,
	`ai_act_confirmed_by` integer,
	`ai_act_confirmed_on` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`use_case_id`) REFERENCES `use_cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`screened_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ai_act_confirmed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE TABLE `use_case_vendors` (
	`use_case_id` integer NOT NULL,
	`vendor_id` integer NOT NULL,
	PRIMARY KEY(`use_case_id`, `vendor_id`),
	FOREIGN KEY (`use_case_id`) REFERENCES `use_cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`vendor_id`) REFERENCES `vendors`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `use_case_vendors_vendor` ON `use_case_vendors` (`vendor_id`);
--> statement-breakpoint
CREATE TABLE `use_cases` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`reference` text NOT NULL,
	`title` text NOT NULL,
	`title_folded` text NOT NULL,
	`need` text,
	`expected_benefit` text,
	`affected` text,
	`people_affected` integer,
	`times_per` text,
	`times` real,
	`minutes_per_time` real,
	`data_involved` text,
	`source` text,
	`ai_type` text,
	`country` text,
	`department_id` integer,
	`author_id` integer,
	`owner_id` integer,
	`technical_owner_id` integer,
	`stage` text,
	`stage_since` text,
	`relook_on` text,
	`stage_reason` text,
	`merged_into_id` integer,
	`why_new` text,
	`similar_looked_at` integer DEFAULT false NOT NULL,
	`external_source` text,
	`external_id` text,
	`extra` text,
	`imported` text,
	`import_id` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`technical_owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`merged_into_id`) REFERENCES `use_cases`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `use_cases_reference` ON `use_cases` (`reference`);
--> statement-breakpoint
CREATE UNIQUE INDEX `use_cases_external` ON `use_cases` (`external_source`,`external_id`);
--> statement-breakpoint
CREATE INDEX `use_cases_stage` ON `use_cases` (`stage`,`id`);
--> statement-breakpoint
CREATE INDEX `use_cases_stage_since` ON `use_cases` (`stage`,`stage_since`,`id`);
--> statement-breakpoint
CREATE INDEX `use_cases_department` ON `use_cases` (`department_id`,`stage`,`id`);
--> statement-breakpoint
CREATE INDEX `use_cases_updated` ON `use_cases` (`updated_at`,`id`);
--> statement-breakpoint
CREATE INDEX `use_cases_title` ON `use_cases` (`title_folded`,`id`);
--> statement-breakpoint
CREATE INDEX `use_cases_owner` ON `use_cases` (`owner_id`);
--> statement-breakpoint
CREATE INDEX `use_cases_author` ON `use_cases` (`author_id`);
--> statement-breakpoint
CREATE INDEX `use_cases_import` ON `use_cases` (`import_id`);
--> statement-breakpoint
CREATE TABLE `vendors` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`country` text,
	`version` integer DEFAULT 1 NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `vendors_name` ON `vendors` (`name`);
