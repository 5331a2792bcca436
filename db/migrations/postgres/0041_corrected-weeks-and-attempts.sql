ALTER TABLE "attempts" ADD COLUMN "version" bigint DEFAULT 1 NOT NULL;
--> statement-breakpoint
ALTER TABLE "poc_check_ins" ADD COLUMN "reason" text;
--> statement-breakpoint
ALTER TABLE "poc_check_ins" ADD COLUMN "corrected_by_id" bigint;
--> statement-breakpoint
ALTER TABLE "poc_check_ins" ADD COLUMN "corrected_on" text;
--> statement-breakpoint
ALTER TABLE "poc_check_ins" ADD COLUMN "version" bigint DEFAULT 1 NOT NULL;
--> statement-breakpoint
ALTER TABLE "poc_check_ins" ADD CONSTRAINT "poc_check_ins_corrected_by_id_people_id_fk" FOREIGN KEY ("corrected_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
