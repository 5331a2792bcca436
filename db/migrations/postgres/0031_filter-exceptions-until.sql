ALTER TABLE "filter_exceptions" ADD COLUMN "until_day" text;
