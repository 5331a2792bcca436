CREATE TABLE "value_targets" (
	"year" bigint NOT NULL,
	"department_id" bigint NOT NULL,
	"amount_minor" bigint NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	CONSTRAINT "value_targets_year_department_id_pk" PRIMARY KEY("year","department_id")
);

