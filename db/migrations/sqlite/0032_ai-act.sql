CREATE TABLE `ai_act_classifications` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`use_case_id` integer NOT NULL,
	`answers` text NOT NULL,
	`class` text,
	`why` text,
	`answered_by` integer,
	`answered_at` integer NOT NULL,
	`confirmed_by` integer,
	`confirmed_on` text,
	`basis` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`use_case_id`) REFERENCES `use_cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`confirmed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `ai_act_classifications_case` ON `ai_act_classifications` (`use_case_id`,`id`);
--> statement-breakpoint
CREATE TABLE `ai_act_obligations` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`use_case_id` integer NOT NULL,
	`classification_id` integer NOT NULL,
	`role` text NOT NULL,
	`provision` text NOT NULL,
	`owner_id` integer,
	`due_on` text NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`note` text,
	`closed_by` integer,
	`closed_on` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`use_case_id`) REFERENCES `use_cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`classification_id`) REFERENCES `ai_act_classifications`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`closed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `ai_act_obligations_one` ON `ai_act_obligations` (`use_case_id`,`role`,`provision`);
--> statement-breakpoint
CREATE INDEX `ai_act_obligations_owner` ON `ai_act_obligations` (`owner_id`,`state`,`due_on`);
--> statement-breakpoint
CREATE INDEX `ai_act_obligations_due` ON `ai_act_obligations` (`state`,`due_on`);
--> statement-breakpoint
CREATE TABLE `law_provisions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL,
	`content` text,
	`updated_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `law_provisions_key_unique` ON `law_provisions` (`key`);
