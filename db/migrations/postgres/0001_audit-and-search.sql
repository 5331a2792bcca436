CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log is append-only';
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_events_append_only BEFORE UPDATE OR DELETE ON audit_events
FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
--> statement-breakpoint
CREATE TRIGGER audit_events_no_truncate BEFORE TRUNCATE ON audit_events
FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
--> statement-breakpoint
CREATE TABLE use_case_search (
  use_case_id bigint PRIMARY KEY,
  body text NOT NULL,
  words tsvector GENERATED ALWAYS AS (to_tsvector('simple', body)) STORED
);
--> statement-breakpoint
CREATE INDEX use_case_search_words ON use_case_search USING gin (words);
--> statement-breakpoint
CREATE FUNCTION count_cases() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
  UPDATE case_counts SET cases = cases - 1
  WHERE (stage, department_id, ai_type, source) = (coalesce(OLD.stage, ''), coalesce(OLD.department_id, 0), coalesce(OLD.ai_type, ''), coalesce(OLD.external_source, OLD.source, ''));
  END IF;
  IF TG_OP <> 'DELETE' THEN
  INSERT INTO case_counts (stage, department_id, ai_type, source, cases) VALUES (coalesce(NEW.stage, ''), coalesce(NEW.department_id, 0), coalesce(NEW.ai_type, ''), coalesce(NEW.external_source, NEW.source, ''), 1)
  ON CONFLICT (stage, department_id, ai_type, source) DO UPDATE SET cases = case_counts.cases + 1;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER case_counts_write AFTER INSERT OR DELETE ON use_cases
FOR EACH ROW EXECUTE FUNCTION count_cases();
--> statement-breakpoint
CREATE TRIGGER case_counts_update AFTER UPDATE OF stage, department_id, ai_type, external_source, source ON use_cases
FOR EACH ROW EXECUTE FUNCTION count_cases();
