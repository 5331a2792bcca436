-- The inventories of the American agencies are one register from year to year: their built-in presets say so now, and
-- cases that came under the name of a year keep being known.
UPDATE "use_cases" SET "external_source" = 'us-federal' WHERE "external_source" = 'us-federal-2024'
	AND NOT EXISTS (SELECT 1 FROM "use_cases" AS "other" WHERE "other"."external_source" = 'us-federal' AND "other"."external_id" = "use_cases"."external_id");
--> statement-breakpoint
UPDATE "use_cases" SET "external_source" = 'us-federal' WHERE "external_source" = 'us-federal-2023'
	AND NOT EXISTS (SELECT 1 FROM "use_cases" AS "other" WHERE "other"."external_source" = 'us-federal' AND "other"."external_id" = "use_cases"."external_id");
--> statement-breakpoint
UPDATE "imports" SET "source" = 'us-federal', "mapping" = replace(replace("mapping", '"us-federal-2024"', '"us-federal"'), '"us-federal-2023"', '"us-federal"')
	WHERE "status" <> 'done' AND "source" IN ('us-federal-2023', 'us-federal-2024');
--> statement-breakpoint
UPDATE "import_presets" SET "mapping" = replace(replace("mapping", '"us-federal-2024"', '"us-federal"'), '"us-federal-2023"', '"us-federal"')
	WHERE "mapping" LIKE '%"us-federal-202_"%';
