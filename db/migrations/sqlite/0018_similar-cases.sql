CREATE TABLE `case_abouts` (
	`use_case_id` integer PRIMARY KEY NOT NULL,
	`about` text NOT NULL,
	`lexicon` integer NOT NULL,
	FOREIGN KEY (`use_case_id`) REFERENCES `use_cases`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE TABLE `case_concepts` (
	`concept` text NOT NULL,
	`use_case_id` integer NOT NULL,
	PRIMARY KEY(`concept`, `use_case_id`)
) WITHOUT ROWID;

--> statement-breakpoint
CREATE TABLE `concept_counts` (
	`concept` text PRIMARY KEY NOT NULL,
	`cases` integer NOT NULL
);

--> statement-breakpoint
CREATE TABLE `like_pairs` (
	`one_id` integer NOT NULL,
	`other_id` integer NOT NULL,
	`likeness` real,
	`apart_by_id` integer,
	`apart_at` integer,
	PRIMARY KEY(`one_id`, `other_id`),
	FOREIGN KEY (`one_id`) REFERENCES `use_cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`other_id`) REFERENCES `use_cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`apart_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `like_pairs_other` ON `like_pairs` (`other_id`);
--> statement-breakpoint
CREATE INDEX `like_pairs_likeness` ON `like_pairs` (`apart_at`,`likeness`);
--> statement-breakpoint
ALTER TABLE `merges` ADD `reason_before` text;
--> statement-breakpoint
ALTER TABLE `merges` ADD `relook_before` text;
