ALTER TABLE "people" ADD COLUMN "default_view_id" bigint;
