ALTER TABLE "organisations" ADD COLUMN "holidays" text DEFAULT '[]' NOT NULL;
