ALTER TABLE "business_cases" ADD COLUMN "scenarios" text;
