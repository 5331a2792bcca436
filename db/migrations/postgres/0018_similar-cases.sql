CREATE TABLE "case_abouts" (
	"use_case_id" bigint PRIMARY KEY NOT NULL,
	"about" text NOT NULL,
	"lexicon" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "case_concepts" (
	"concept" text NOT NULL,
	"use_case_id" bigint NOT NULL,
	CONSTRAINT "case_concepts_concept_use_case_id_pk" PRIMARY KEY("concept","use_case_id")
);

--> statement-breakpoint
CREATE TABLE "concept_counts" (
	"concept" text PRIMARY KEY NOT NULL,
	"cases" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "like_pairs" (
	"one_id" bigint NOT NULL,
	"other_id" bigint NOT NULL,
	"likeness" double precision,
	"apart_by_id" bigint,
	"apart_at" bigint,
	CONSTRAINT "like_pairs_one_id_other_id_pk" PRIMARY KEY("one_id","other_id")
);

--> statement-breakpoint
ALTER TABLE "merges" ADD COLUMN "reason_before" text;
--> statement-breakpoint
ALTER TABLE "merges" ADD COLUMN "relook_before" text;
--> statement-breakpoint
ALTER TABLE "case_abouts" ADD CONSTRAINT "case_abouts_use_case_id_use_cases_id_fk" FOREIGN KEY ("use_case_id") REFERENCES "public"."use_cases"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "like_pairs" ADD CONSTRAINT "like_pairs_one_id_use_cases_id_fk" FOREIGN KEY ("one_id") REFERENCES "public"."use_cases"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "like_pairs" ADD CONSTRAINT "like_pairs_other_id_use_cases_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."use_cases"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "like_pairs" ADD CONSTRAINT "like_pairs_apart_by_id_people_id_fk" FOREIGN KEY ("apart_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "like_pairs_other" ON "like_pairs" USING btree ("other_id");
--> statement-breakpoint
CREATE INDEX "like_pairs_likeness" ON "like_pairs" USING btree ("apart_at","likeness");
