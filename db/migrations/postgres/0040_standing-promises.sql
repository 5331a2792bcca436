ALTER TABLE "forecasts" ADD COLUMN "stands_in" text;
