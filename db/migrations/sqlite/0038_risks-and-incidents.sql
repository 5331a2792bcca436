CREATE TABLE `incident_costs` (
	`incident_id` integer NOT NULL,
	`quarter` text NOT NULL,
	`amount_minor` integer NOT NULL,
	`note` text,
	`entered_by` integer NOT NULL,
	`entered_on` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`incident_id`, `quarter`),
	FOREIGN KEY (`incident_id`) REFERENCES `incidents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `incident_costs_quarter` ON `incident_costs` (`quarter`);
--> statement-breakpoint
CREATE TABLE `incident_pauses` (
	`change_id` integer PRIMARY KEY NOT NULL,
	`incident_id` integer NOT NULL,
	`use_case_id` integer NOT NULL,
	`quarter` text NOT NULL,
	FOREIGN KEY (`change_id`) REFERENCES `stage_changes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`incident_id`) REFERENCES `incidents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`use_case_id`) REFERENCES `use_cases`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `incident_pauses_incident` ON `incident_pauses` (`incident_id`);
--> statement-breakpoint
CREATE INDEX `incident_pauses_case` ON `incident_pauses` (`use_case_id`,`change_id`);
--> statement-breakpoint
CREATE INDEX `incident_pauses_quarter` ON `incident_pauses` (`quarter`,`use_case_id`);
--> statement-breakpoint
CREATE TABLE `incidents` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`use_case_id` integer NOT NULL,
	`title` text NOT NULL,
	`what` text NOT NULL,
	`severity` integer NOT NULL,
	`started_on` text NOT NULL,
	`started_time` text,
	`detected_on` text NOT NULL,
	`detected_time` text,
	`ended_on` text,
	`ended_time` text,
	`quarter` text NOT NULL,
	`affected` text,
	`affected_count` integer,
	`personal_data` integer,
	`authority_told_on` text,
	`authority_why_not` text,
	`seriousness` text,
	`market_told_on` text,
	`cause` text,
	`correction` text,
	`risk_id` integer,
	`vendor_id` integer,
	`model_id` integer,
	`hours_lost` real,
	`cost_minor` integer,
	`state` text DEFAULT 'open' NOT NULL,
	`closed_on` text,
	`closed_by_id` integer,
	`closed_reason` text,
	`logged_by_id` integer,
	`logged_on` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`use_case_id`) REFERENCES `use_cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`risk_id`) REFERENCES `risks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`vendor_id`) REFERENCES `vendors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`model_id`) REFERENCES `models`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`closed_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`logged_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `incidents_case` ON `incidents` (`use_case_id`,`id`);
--> statement-breakpoint
CREATE INDEX `incidents_quarter` ON `incidents` (`quarter`,`use_case_id`,`hours_lost`);
--> statement-breakpoint
CREATE INDEX `incidents_state` ON `incidents` (`state`,`severity`,`id`);
--> statement-breakpoint
CREATE INDEX `incidents_started` ON `incidents` (`started_on`,`id`);
--> statement-breakpoint
CREATE INDEX `incidents_risk` ON `incidents` (`risk_id`);
--> statement-breakpoint
CREATE TABLE `risk_reviews` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`risk_id` integer NOT NULL,
	`on_day` text NOT NULL,
	`by_id` integer,
	`note` text NOT NULL,
	`likelihood` integer NOT NULL,
	`impact` integer NOT NULL,
	`residual_likelihood` integer,
	`residual_impact` integer,
	`score` integer NOT NULL,
	`next_on` text NOT NULL,
	FOREIGN KEY (`risk_id`) REFERENCES `risks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `risk_reviews_risk` ON `risk_reviews` (`risk_id`,`id`);
--> statement-breakpoint
CREATE TABLE `risks` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`use_case_id` integer NOT NULL,
	`title` text NOT NULL,
	`description` text,
	`category` text NOT NULL,
	`owner_id` integer NOT NULL,
	`likelihood` integer NOT NULL,
	`impact` integer NOT NULL,
	`residual_likelihood` integer,
	`residual_impact` integer,
	`mitigation` text,
	`mitigation_owner_id` integer,
	`mitigation_due_on` text,
	`mitigation_done_on` text,
	`score` integer NOT NULL,
	`review_on` text NOT NULL,
	`reminded_of` text,
	`state` text DEFAULT 'open' NOT NULL,
	`state_on` text NOT NULL,
	`state_by_id` integer,
	`state_reason` text,
	`created_by_id` integer,
	`created_on` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`use_case_id`) REFERENCES `use_cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mitigation_owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`state_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `risks_case` ON `risks` (`use_case_id`,`state`);
--> statement-breakpoint
CREATE INDEX `risks_score` ON `risks` (`state`,`score`,`id`);
--> statement-breakpoint
CREATE INDEX `risks_owner` ON `risks` (`owner_id`,`state`,`review_on`);
--> statement-breakpoint
CREATE INDEX `risks_review` ON `risks` (`state`,`review_on`);
--> statement-breakpoint
CREATE INDEX `risks_matrix` ON `risks` (`state`,`likelihood`,`impact`,`residual_likelihood`,`residual_impact`);
--> statement-breakpoint
CREATE TABLE `trust_card_versions` (
	`use_case_id` integer NOT NULL,
	`version` integer NOT NULL,
	`content` text NOT NULL,
	`by_id` integer,
	`at` integer NOT NULL,
	PRIMARY KEY(`use_case_id`, `version`),
	FOREIGN KEY (`use_case_id`) REFERENCES `use_cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
ALTER TABLE `trust_cards` ADD `transfer` integer;
--> statement-breakpoint
ALTER TABLE `trust_cards` ADD `transfer_to` text;
--> statement-breakpoint
ALTER TABLE `trust_cards` ADD `transfer_country` text;
--> statement-breakpoint
ALTER TABLE `trust_cards` ADD `transfer_basis` text;
--> statement-breakpoint
ALTER TABLE `trust_cards` ADD `review_moment` text;
--> statement-breakpoint
ALTER TABLE `trust_cards` ADD `review_share` real;
--> statement-breakpoint
ALTER TABLE `trust_cards` ADD `explainability` text;
--> statement-breakpoint
ALTER TABLE `trust_cards` ADD `known_limits` text;
--> statement-breakpoint
ALTER TABLE `trust_cards` ADD `monitoring_what` text;
--> statement-breakpoint
ALTER TABLE `trust_cards` ADD `monitoring_by` text;
--> statement-breakpoint
ALTER TABLE `trust_cards` ADD `monitoring_every` text;
--> statement-breakpoint
ALTER TABLE `trust_cards` ADD `monitoring_threshold` text;
