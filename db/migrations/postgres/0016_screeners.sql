CREATE TABLE "screeners" (
	"use_case_id" bigint PRIMARY KEY NOT NULL,
	"person_id" bigint NOT NULL,
	"since" text NOT NULL
);

--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "handed_at" bigint;
--> statement-breakpoint
ALTER TABLE "screeners" ADD CONSTRAINT "screeners_use_case_id_use_cases_id_fk" FOREIGN KEY ("use_case_id") REFERENCES "public"."use_cases"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "screeners" ADD CONSTRAINT "screeners_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "screeners_person" ON "screeners" USING btree ("person_id");
