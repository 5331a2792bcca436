CREATE TABLE "session_places" (
	"session_id" bigint NOT NULL,
	"use_case_id" bigint NOT NULL,
	"rank" bigint NOT NULL,
	CONSTRAINT "session_places_session_id_use_case_id_pk" PRIMARY KEY("session_id","use_case_id")
);

--> statement-breakpoint
ALTER TABLE "committee_sessions" ADD COLUMN "cancel_reason" text;
--> statement-breakpoint
ALTER TABLE "committee_sessions" ADD COLUMN "cancelled_by" bigint;
--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "set_against" text;
--> statement-breakpoint
ALTER TABLE "session_places" ADD CONSTRAINT "session_places_session_id_committee_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."committee_sessions"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "session_places" ADD CONSTRAINT "session_places_use_case_id_use_cases_id_fk" FOREIGN KEY ("use_case_id") REFERENCES "public"."use_cases"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "committee_sessions" ADD CONSTRAINT "committee_sessions_cancelled_by_people_id_fk" FOREIGN KEY ("cancelled_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
