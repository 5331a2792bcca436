CREATE TRIGGER facet_counts_insert AFTER INSERT ON use_cases BEGIN
  INSERT INTO facet_counts ("within", among, facet, value, cases)
  SELECT w.facet, w.value, m.facet, m.value, 1 FROM (SELECT 'stage' AS facet, coalesce(NEW.stage, '') AS value UNION ALL SELECT 'department', CAST(coalesce(NEW.department_id, 0) AS text) UNION ALL SELECT 'aiType', coalesce(NEW.ai_type, '') UNION ALL SELECT 'source', coalesce(NEW.external_source, NEW.source, '')) AS m
  JOIN (SELECT '' AS facet, '' AS value UNION ALL SELECT 'stage' AS facet, coalesce(NEW.stage, '') AS value UNION ALL SELECT 'department', CAST(coalesce(NEW.department_id, 0) AS text) UNION ALL SELECT 'aiType', coalesce(NEW.ai_type, '') UNION ALL SELECT 'source', coalesce(NEW.external_source, NEW.source, '')) AS w ON w.facet <> m.facet WHERE NEW.stage IS NOT 'draft'
  ON CONFLICT ("within", among, facet, value) DO UPDATE SET cases = facet_counts.cases + 1;
END;
--> statement-breakpoint
CREATE TRIGGER facet_counts_delete AFTER DELETE ON use_cases BEGIN
  UPDATE facet_counts SET cases = cases - 1 WHERE OLD.stage IS NOT 'draft' AND ("within", among, facet, value) IN (
  SELECT w.facet, w.value, m.facet, m.value FROM (SELECT 'stage' AS facet, coalesce(OLD.stage, '') AS value UNION ALL SELECT 'department', CAST(coalesce(OLD.department_id, 0) AS text) UNION ALL SELECT 'aiType', coalesce(OLD.ai_type, '') UNION ALL SELECT 'source', coalesce(OLD.external_source, OLD.source, '')) AS m
  JOIN (SELECT '' AS facet, '' AS value UNION ALL SELECT 'stage' AS facet, coalesce(OLD.stage, '') AS value UNION ALL SELECT 'department', CAST(coalesce(OLD.department_id, 0) AS text) UNION ALL SELECT 'aiType', coalesce(OLD.ai_type, '') UNION ALL SELECT 'source', coalesce(OLD.external_source, OLD.source, '')) AS w ON w.facet <> m.facet);
END;
--> statement-breakpoint
CREATE TRIGGER facet_counts_update AFTER UPDATE OF stage, department_id, ai_type, external_source, source ON use_cases BEGIN
  UPDATE facet_counts SET cases = cases - 1 WHERE OLD.stage IS NOT 'draft' AND ("within", among, facet, value) IN (
  SELECT w.facet, w.value, m.facet, m.value FROM (SELECT 'stage' AS facet, coalesce(OLD.stage, '') AS value UNION ALL SELECT 'department', CAST(coalesce(OLD.department_id, 0) AS text) UNION ALL SELECT 'aiType', coalesce(OLD.ai_type, '') UNION ALL SELECT 'source', coalesce(OLD.external_source, OLD.source, '')) AS m
  JOIN (SELECT '' AS facet, '' AS value UNION ALL SELECT 'stage' AS facet, coalesce(OLD.stage, '') AS value UNION ALL SELECT 'department', CAST(coalesce(OLD.department_id, 0) AS text) UNION ALL SELECT 'aiType', coalesce(OLD.ai_type, '') UNION ALL SELECT 'source', coalesce(OLD.external_source, OLD.source, '')) AS w ON w.facet <> m.facet);
  INSERT INTO facet_counts ("within", among, facet, value, cases)
  SELECT w.facet, w.value, m.facet, m.value, 1 FROM (SELECT 'stage' AS facet, coalesce(NEW.stage, '') AS value UNION ALL SELECT 'department', CAST(coalesce(NEW.department_id, 0) AS text) UNION ALL SELECT 'aiType', coalesce(NEW.ai_type, '') UNION ALL SELECT 'source', coalesce(NEW.external_source, NEW.source, '')) AS m
  JOIN (SELECT '' AS facet, '' AS value UNION ALL SELECT 'stage' AS facet, coalesce(NEW.stage, '') AS value UNION ALL SELECT 'department', CAST(coalesce(NEW.department_id, 0) AS text) UNION ALL SELECT 'aiType', coalesce(NEW.ai_type, '') UNION ALL SELECT 'source', coalesce(NEW.external_source, NEW.source, '')) AS w ON w.facet <> m.facet WHERE NEW.stage IS NOT 'draft'
  ON CONFLICT ("within", among, facet, value) DO UPDATE SET cases = facet_counts.cases + 1;
END;
--> statement-breakpoint
CREATE TRIGGER case_values_insert AFTER INSERT ON standings WHEN NEW.npv_minor IS NOT NULL BEGIN
  INSERT INTO case_values (stage, department_id, valued, npv_minor)
  SELECT coalesce(u.stage, ''), coalesce(u.department_id, 0), 1, NEW.npv_minor FROM use_cases u WHERE u.id = NEW.use_case_id
  ON CONFLICT (stage, department_id) DO UPDATE SET valued = case_values.valued + excluded.valued, npv_minor = case_values.npv_minor + excluded.npv_minor;
END;
--> statement-breakpoint
CREATE TRIGGER case_values_delete AFTER DELETE ON standings WHEN OLD.npv_minor IS NOT NULL BEGIN
  INSERT INTO case_values (stage, department_id, valued, npv_minor)
  SELECT coalesce(u.stage, ''), coalesce(u.department_id, 0), -1, -OLD.npv_minor FROM use_cases u WHERE u.id = OLD.use_case_id
  ON CONFLICT (stage, department_id) DO UPDATE SET valued = case_values.valued + excluded.valued, npv_minor = case_values.npv_minor + excluded.npv_minor;
END;
--> statement-breakpoint
CREATE TRIGGER case_values_update AFTER UPDATE OF npv_minor ON standings WHEN OLD.npv_minor IS NOT NEW.npv_minor BEGIN
  INSERT INTO case_values (stage, department_id, valued, npv_minor)
  SELECT coalesce(u.stage, ''), coalesce(u.department_id, 0), (NEW.npv_minor IS NOT NULL) - (OLD.npv_minor IS NOT NULL), coalesce(NEW.npv_minor, 0) - coalesce(OLD.npv_minor, 0) FROM use_cases u WHERE u.id = NEW.use_case_id
  ON CONFLICT (stage, department_id) DO UPDATE SET valued = case_values.valued + excluded.valued, npv_minor = case_values.npv_minor + excluded.npv_minor;
END;
--> statement-breakpoint
CREATE TRIGGER case_values_move AFTER UPDATE OF stage, department_id ON use_cases BEGIN
  INSERT INTO case_values (stage, department_id, valued, npv_minor)
  SELECT coalesce(OLD.stage, ''), coalesce(OLD.department_id, 0), -1, -s.npv_minor FROM standings s WHERE s.use_case_id = OLD.id AND s.npv_minor IS NOT NULL
  ON CONFLICT (stage, department_id) DO UPDATE SET valued = case_values.valued + excluded.valued, npv_minor = case_values.npv_minor + excluded.npv_minor;
  INSERT INTO case_values (stage, department_id, valued, npv_minor)
  SELECT coalesce(NEW.stage, ''), coalesce(NEW.department_id, 0), 1, s.npv_minor FROM standings s WHERE s.use_case_id = NEW.id AND s.npv_minor IS NOT NULL
  ON CONFLICT (stage, department_id) DO UPDATE SET valued = case_values.valued + excluded.valued, npv_minor = case_values.npv_minor + excluded.npv_minor;
END;
--> statement-breakpoint
INSERT INTO facet_counts ("within", among, facet, value, cases)
SELECT w.facet, CASE w.facet WHEN 'stage' THEN m.stage WHEN 'department' THEN CAST(m.department_id AS text) WHEN 'aiType' THEN m.ai_type WHEN 'source' THEN m.source ELSE '' END AS among,
  m.facet, m.value, sum(m.cases)
FROM (SELECT stage, department_id, ai_type, source, 'stage' AS facet, stage AS value, cases FROM case_counts WHERE stage <> 'draft' UNION ALL SELECT stage, department_id, ai_type, source, 'department', CAST(department_id AS text), cases FROM case_counts WHERE stage <> 'draft' UNION ALL SELECT stage, department_id, ai_type, source, 'aiType', ai_type, cases FROM case_counts WHERE stage <> 'draft' UNION ALL SELECT stage, department_id, ai_type, source, 'source', source, cases FROM case_counts WHERE stage <> 'draft') AS m
JOIN (SELECT '' AS facet UNION ALL SELECT 'stage' UNION ALL SELECT 'department' UNION ALL SELECT 'aiType' UNION ALL SELECT 'source') AS w ON w.facet <> m.facet
GROUP BY 1, 2, 3, 4;
--> statement-breakpoint
INSERT INTO case_values (stage, department_id, valued, npv_minor)
SELECT coalesce(u.stage, ''), coalesce(u.department_id, 0), count(*), sum(s.npv_minor)
FROM standings s JOIN use_cases u ON u.id = s.use_case_id WHERE s.npv_minor IS NOT NULL GROUP BY 1, 2;
