CREATE TRIGGER audit_events_no_update BEFORE UPDATE ON audit_events BEGIN
  SELECT RAISE(ABORT, 'the audit log is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER audit_events_no_delete BEFORE DELETE ON audit_events BEGIN
  SELECT RAISE(ABORT, 'the audit log is append-only');
END;
--> statement-breakpoint
CREATE VIRTUAL TABLE use_case_search USING fts5(body, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
--> statement-breakpoint
CREATE TRIGGER case_counts_insert AFTER INSERT ON use_cases BEGIN
  INSERT INTO case_counts (stage, department_id, ai_type, source, cases) VALUES (coalesce(NEW.stage, ''), coalesce(NEW.department_id, 0), coalesce(NEW.ai_type, ''), coalesce(NEW.external_source, NEW.source, ''), 1)
  ON CONFLICT (stage, department_id, ai_type, source) DO UPDATE SET cases = case_counts.cases + 1;
END;
--> statement-breakpoint
CREATE TRIGGER case_counts_delete AFTER DELETE ON use_cases BEGIN
  UPDATE case_counts SET cases = cases - 1
  WHERE (stage, department_id, ai_type, source) = (coalesce(OLD.stage, ''), coalesce(OLD.department_id, 0), coalesce(OLD.ai_type, ''), coalesce(OLD.external_source, OLD.source, ''));
END;
--> statement-breakpoint
CREATE TRIGGER case_counts_update AFTER UPDATE OF stage, department_id, ai_type, external_source, source ON use_cases BEGIN
  UPDATE case_counts SET cases = cases - 1
  WHERE (stage, department_id, ai_type, source) = (coalesce(OLD.stage, ''), coalesce(OLD.department_id, 0), coalesce(OLD.ai_type, ''), coalesce(OLD.external_source, OLD.source, ''));
  INSERT INTO case_counts (stage, department_id, ai_type, source, cases) VALUES (coalesce(NEW.stage, ''), coalesce(NEW.department_id, 0), coalesce(NEW.ai_type, ''), coalesce(NEW.external_source, NEW.source, ''), 1)
  ON CONFLICT (stage, department_id, ai_type, source) DO UPDATE SET cases = case_counts.cases + 1;
END;
