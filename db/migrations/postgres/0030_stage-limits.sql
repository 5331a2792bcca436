CREATE TABLE "stage_limits" (
	"stage" text PRIMARY KEY NOT NULL,
	"most" bigint NOT NULL
);

