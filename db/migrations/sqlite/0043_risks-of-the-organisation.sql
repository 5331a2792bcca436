PRAGMA foreign_keys=OFF;
--> statement-breakpoint
CREATE TABLE `__new_risks` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`use_case_id` integer,
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
INSERT INTO `__new_risks`("id", "use_case_id", "title", "description", "category", "owner_id", "likelihood", "impact", "residual_likelihood", "residual_impact", "mitigation", "mitigation_owner_id", "mitigation_due_on", "mitigation_done_on", "score", "review_on", "reminded_of", "state", "state_on", "state_by_id", "state_reason", "created_by_id", "created_on", "version") SELECT "id", "use_case_id", "title", "description", "category", "owner_id", "likelihood", "impact", "residual_likelihood", "residual_impact", "mitigation", "mitigation_owner_id", "mitigation_due_on", "mitigation_done_on", "score", "review_on", "reminded_of", "state", "state_on", "state_by_id", "state_reason", "created_by_id", "created_on", "version" FROM `risks`;
--> statement-breakpoint
DROP TABLE `risks`;
--> statement-breakpoint
ALTER TABLE `__new_risks` RENAME TO `risks`;
--> statement-breakpoint
PRAGMA foreign_keys=ON;
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
