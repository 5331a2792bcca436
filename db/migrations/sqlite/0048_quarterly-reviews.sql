CREATE TABLE `presentations` (
	`quarter` text NOT NULL,
	`use_case_id` integer NOT NULL,
	`department_id` integer NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`quarter`, `use_case_id`),
	FOREIGN KEY (`quarter`) REFERENCES `quarterly_reviews`(`quarter`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`use_case_id`) REFERENCES `use_cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `presentations_case` ON `presentations` (`use_case_id`);
--> statement-breakpoint
CREATE TABLE `quarterly_reviews` (
	`quarter` text PRIMARY KEY NOT NULL,
	`held_on` text NOT NULL,
	`starts_at` text NOT NULL,
	`opening_minutes` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);

--> statement-breakpoint
CREATE TABLE `review_decisions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`quarter` text NOT NULL,
	`use_case_id` integer,
	`decision` text NOT NULL,
	`owner_id` integer,
	`due_on` text,
	`recorded_by` integer NOT NULL,
	`recorded_on` text NOT NULL,
	FOREIGN KEY (`quarter`) REFERENCES `quarterly_reviews`(`quarter`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`use_case_id`) REFERENCES `use_cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `review_decisions_quarter` ON `review_decisions` (`quarter`);
--> statement-breakpoint
CREATE INDEX `review_decisions_case` ON `review_decisions` (`use_case_id`);
--> statement-breakpoint
CREATE TABLE `review_slots` (
	`quarter` text NOT NULL,
	`department_id` integer NOT NULL,
	`position` integer NOT NULL,
	`minutes` integer NOT NULL,
	`live_target` integer NOT NULL,
	PRIMARY KEY(`quarter`, `department_id`),
	FOREIGN KEY (`quarter`) REFERENCES `quarterly_reviews`(`quarter`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE no action
);

