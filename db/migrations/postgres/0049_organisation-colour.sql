ALTER TABLE "organisations" ADD COLUMN "colour" text;
