ALTER TABLE "score_overrides" ADD COLUMN "version" bigint DEFAULT 1 NOT NULL;
--> statement-breakpoint
ALTER TABLE "settings" ADD COLUMN "version" bigint DEFAULT 1 NOT NULL;
