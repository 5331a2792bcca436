ALTER TABLE "use_cases" ADD COLUMN "live_entry" text;
