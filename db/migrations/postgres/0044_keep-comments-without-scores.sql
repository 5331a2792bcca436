ALTER TABLE "assessments" ADD COLUMN "unscored" text;
