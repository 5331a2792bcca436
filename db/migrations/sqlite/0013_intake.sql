CREATE TABLE `bulk_acts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`change` text NOT NULL,
	`before` text NOT NULL,
	`by_id` integer NOT NULL,
	`at` integer NOT NULL,
	`undone_at` integer,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `bulk_acts_by` ON `bulk_acts` (`by_id`,`id`);
--> statement-breakpoint
CREATE TABLE `campaign_departments` (
	`campaign_id` integer NOT NULL,
	`department_id` integer NOT NULL,
	`target` integer,
	PRIMARY KEY(`campaign_id`, `department_id`),
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `campaign_departments_department` ON `campaign_departments` (`department_id`);
--> statement-breakpoint
CREATE TABLE `campaigns` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`slug` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`brief` text,
	`prize` text,
	`starts_on` text NOT NULL,
	`ends_on` text NOT NULL,
	`target` integer NOT NULL,
	`host_id` integer NOT NULL,
	`open_capture` integer DEFAULT false NOT NULL,
	`capture_code` text NOT NULL,
	`summary` text,
	`ended_on` text,
	`created_by` integer NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`host_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `campaigns_slug` ON `campaigns` (`slug`);
--> statement-breakpoint
CREATE UNIQUE INDEX `campaigns_capture` ON `campaigns` (`capture_code`);
--> statement-breakpoint
CREATE INDEX `campaigns_days` ON `campaigns` (`ends_on`,`starts_on`);
--> statement-breakpoint
CREATE TABLE `case_file_parts` (
	`file_id` integer NOT NULL,
	`part` integer NOT NULL,
	`bytes` blob NOT NULL,
	PRIMARY KEY(`file_id`, `part`),
	FOREIGN KEY (`file_id`) REFERENCES `case_files`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE TABLE `case_files` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`use_case_id` integer NOT NULL,
	`name` text NOT NULL,
	`media_type` text NOT NULL,
	`size` integer NOT NULL,
	`sha256` text NOT NULL,
	`internal` integer DEFAULT false NOT NULL,
	`added_by` integer NOT NULL,
	`added_at` integer NOT NULL,
	FOREIGN KEY (`use_case_id`) REFERENCES `use_cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `case_files_use_case` ON `case_files` (`use_case_id`,`id`);
--> statement-breakpoint
CREATE TABLE `case_links` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`from_id` integer NOT NULL,
	`to_id` integer NOT NULL,
	`kind` text NOT NULL,
	`by_id` integer,
	`at` integer NOT NULL,
	FOREIGN KEY (`from_id`) REFERENCES `use_cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_id`) REFERENCES `use_cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `case_links_once` ON `case_links` (`from_id`,`to_id`,`kind`);
--> statement-breakpoint
CREATE INDEX `case_links_to` ON `case_links` (`to_id`);
--> statement-breakpoint
CREATE TABLE `case_tags` (
	`use_case_id` integer NOT NULL,
	`tag_id` integer NOT NULL,
	PRIMARY KEY(`use_case_id`, `tag_id`),
	FOREIGN KEY (`use_case_id`) REFERENCES `use_cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`tag_id`) REFERENCES `tags`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `case_tags_tag` ON `case_tags` (`tag_id`,`use_case_id`);
--> statement-breakpoint
CREATE TABLE `co_sponsors` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`use_case_id` integer NOT NULL,
	`person_id` integer,
	`department_id` integer,
	`need` text,
	`people_affected` integer,
	`times_per` text,
	`times` real,
	`minutes_per_time` real,
	`additional` integer DEFAULT false NOT NULL,
	`merged_from_id` integer,
	`joined_on` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`use_case_id`) REFERENCES `use_cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`merged_from_id`) REFERENCES `use_cases`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `co_sponsors_use_case` ON `co_sponsors` (`use_case_id`,`department_id`,`id`);
--> statement-breakpoint
CREATE INDEX `co_sponsors_person` ON `co_sponsors` (`person_id`);
--> statement-breakpoint
CREATE INDEX `co_sponsors_department` ON `co_sponsors` (`department_id`);
--> statement-breakpoint
CREATE INDEX `co_sponsors_merged` ON `co_sponsors` (`merged_from_id`);
--> statement-breakpoint
CREATE TABLE `comment_mentions` (
	`comment_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	PRIMARY KEY(`comment_id`, `person_id`),
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `comment_mentions_person` ON `comment_mentions` (`person_id`);
--> statement-breakpoint
CREATE TABLE `followers` (
	`use_case_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`at` integer NOT NULL,
	`follows` integer DEFAULT true NOT NULL,
	PRIMARY KEY(`use_case_id`, `person_id`),
	FOREIGN KEY (`use_case_id`) REFERENCES `use_cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `followers_person` ON `followers` (`person_id`);
--> statement-breakpoint
CREATE TABLE `mails` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`kind` text NOT NULL,
	`message_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`claimed_until` integer,
	`sent_at` integer,
	`given_up_at` integer,
	`problem` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `mails_message` ON `mails` (`message_id`);
--> statement-breakpoint
CREATE INDEX `mails_due` ON `mails` (`sent_at`,`given_up_at`,`due_at`);
--> statement-breakpoint
CREATE INDEX `mails_person` ON `mails` (`person_id`,`id`);
--> statement-breakpoint
CREATE TABLE `merges` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`from_id` integer NOT NULL,
	`into_id` integer NOT NULL,
	`reason` text NOT NULL,
	`by_id` integer NOT NULL,
	`at` integer NOT NULL,
	`stage_before` text,
	`stage_since_before` text,
	`moved` text NOT NULL,
	`undone_by_id` integer,
	`undone_at` integer,
	`undone_reason` text,
	FOREIGN KEY (`from_id`) REFERENCES `use_cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`into_id`) REFERENCES `use_cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`undone_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `merges_from` ON `merges` (`from_id`,`id`);
--> statement-breakpoint
CREATE INDEX `merges_into` ON `merges` (`into_id`,`id`);
--> statement-breakpoint
CREATE TABLE `notifications` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`kind` text NOT NULL,
	`use_case_id` integer,
	`actor_id` integer,
	`values_json` text NOT NULL,
	`href` text NOT NULL,
	`at` integer NOT NULL,
	`read_at` integer,
	`mail_id` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`use_case_id`) REFERENCES `use_cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mail_id`) REFERENCES `mails`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `notifications_person` ON `notifications` (`person_id`,`read_at`,`id`);
--> statement-breakpoint
CREATE INDEX `notifications_person_all` ON `notifications` (`person_id`,`id`);
--> statement-breakpoint
CREATE INDEX `notifications_mail` ON `notifications` (`mail_id`,`person_id`);
--> statement-breakpoint
CREATE INDEX `notifications_case` ON `notifications` (`use_case_id`);
--> statement-breakpoint
CREATE TABLE `saved_views` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`owner_id` integer NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`shared` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `saved_views_name` ON `saved_views` (`owner_id`,`name`);
--> statement-breakpoint
CREATE INDEX `saved_views_shared` ON `saved_views` (`shared`,`name`);
--> statement-breakpoint
CREATE TABLE `tags` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`folded` text NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `tags_folded` ON `tags` (`folded`);
--> statement-breakpoint
CREATE TABLE `votes` (
	`use_case_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`use_case_id`, `person_id`),
	FOREIGN KEY (`use_case_id`) REFERENCES `use_cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `votes_person` ON `votes` (`person_id`);
--> statement-breakpoint
ALTER TABLE `comments` ADD `internal` integer DEFAULT false NOT NULL;
--> statement-breakpoint
ALTER TABLE `comments` ADD `edited_at` integer;
--> statement-breakpoint
ALTER TABLE `comments` ADD `withdrawn_at` integer;
--> statement-breakpoint
ALTER TABLE `comments` ADD `version` integer DEFAULT 1 NOT NULL;
--> statement-breakpoint
CREATE INDEX `comments_author` ON `comments` (`author_id`);
--> statement-breakpoint
ALTER TABLE `organisations` ADD `screening_days` integer DEFAULT 10 NOT NULL;
--> statement-breakpoint
ALTER TABLE `people` ADD `mail_rhythm` text DEFAULT 'daily' NOT NULL;
--> statement-breakpoint
ALTER TABLE `use_cases` ADD `co_author_id` integer REFERENCES people(id);
--> statement-breakpoint
ALTER TABLE `use_cases` ADD `campaign_id` integer REFERENCES campaigns(id);
--> statement-breakpoint
ALTER TABLE `use_cases` ADD `captured_by` text;
--> statement-breakpoint
CREATE INDEX `use_cases_co_author` ON `use_cases` (`co_author_id`,`stage`);
--> statement-breakpoint
CREATE INDEX `use_cases_campaign` ON `use_cases` (`campaign_id`,`department_id`,`stage`);
