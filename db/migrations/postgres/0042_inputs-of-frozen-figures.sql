ALTER TABLE "agenda_items" ADD COLUMN "inputs" text;
