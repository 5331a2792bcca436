CREATE TABLE "case_changes" (
	"use_case_id" bigint PRIMARY KEY NOT NULL,
	"number" bigint NOT NULL
);

--> statement-breakpoint
CREATE INDEX "case_changes_number" ON "case_changes" USING btree ("number");
--> statement-breakpoint
INSERT INTO case_changes (use_case_id, number) SELECT id, row_number() OVER (ORDER BY id) FROM use_cases;
--> statement-breakpoint
-- Names the register: what a process knows of another one, a restored one too, it forgets.
INSERT INTO case_changes (use_case_id, number) VALUES (0, -1 - floor(random() * 9007199254740000)::bigint);
--> statement-breakpoint
CREATE FUNCTION note_changed_cases() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ids bigint[];
BEGIN
  IF TG_TABLE_NAME = 'use_cases' AND TG_OP = 'DELETE' THEN
    SELECT array_agg(id) INTO ids FROM gone;
  ELSIF TG_TABLE_NAME = 'use_cases' THEN
    SELECT array_agg(id) INTO ids FROM added;
  ELSIF TG_OP = 'INSERT' THEN
    SELECT array_agg(DISTINCT use_case_id) INTO ids FROM added;
  ELSIF TG_OP = 'DELETE' THEN
    SELECT array_agg(DISTINCT use_case_id) INTO ids FROM gone;
  ELSIF TG_TABLE_NAME = 'standings' THEN
    SELECT array_agg(added.use_case_id) INTO ids FROM added JOIN gone ON gone.use_case_id = added.use_case_id
    WHERE (added.value, added.complexity, added.npv_minor, added.realised_minor)
      IS DISTINCT FROM (gone.value, gone.complexity, gone.npv_minor, gone.realised_minor);
  ELSE
    SELECT array_agg(use_case_id) INTO ids FROM (SELECT use_case_id FROM added UNION SELECT use_case_id FROM gone) AS both_sides;
  END IF;
  IF ids IS NULL THEN
    RETURN NULL;
  END IF;
  -- The lock of every write of Casebook: who writes past it waits as well, so that numbers rise as transactions are committed.
  PERFORM pg_advisory_xact_lock(7263001);
  INSERT INTO case_changes (use_case_id, number)
  SELECT id, place + greatest((SELECT max(number) FROM case_changes), 0) FROM unnest(ids) WITH ORDINALITY AS changed (id, place)
  ON CONFLICT (use_case_id) DO UPDATE SET number = excluded.number;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER case_changes_insert AFTER INSERT ON use_cases REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION note_changed_cases();
--> statement-breakpoint
CREATE TRIGGER case_changes_delete AFTER DELETE ON use_cases REFERENCING OLD TABLE AS gone
FOR EACH STATEMENT EXECUTE FUNCTION note_changed_cases();
--> statement-breakpoint
CREATE TRIGGER case_changes_update AFTER UPDATE ON use_cases REFERENCING OLD TABLE AS gone NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION note_changed_cases();
--> statement-breakpoint
CREATE TRIGGER case_changes_insert AFTER INSERT ON standings REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION note_changed_cases();
--> statement-breakpoint
CREATE TRIGGER case_changes_delete AFTER DELETE ON standings REFERENCING OLD TABLE AS gone
FOR EACH STATEMENT EXECUTE FUNCTION note_changed_cases();
--> statement-breakpoint
CREATE TRIGGER case_changes_update AFTER UPDATE ON standings REFERENCING OLD TABLE AS gone NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION note_changed_cases();
--> statement-breakpoint
CREATE TRIGGER case_changes_insert AFTER INSERT ON case_tags REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION note_changed_cases();
--> statement-breakpoint
CREATE TRIGGER case_changes_delete AFTER DELETE ON case_tags REFERENCING OLD TABLE AS gone
FOR EACH STATEMENT EXECUTE FUNCTION note_changed_cases();
--> statement-breakpoint
CREATE TRIGGER case_changes_update AFTER UPDATE ON case_tags REFERENCING OLD TABLE AS gone NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION note_changed_cases();
