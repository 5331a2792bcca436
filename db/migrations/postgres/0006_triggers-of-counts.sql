CREATE FUNCTION count_facets() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO facet_counts ("within", among, facet, value, cases)
    SELECT w, among, facet, value, sum(n) FROM (
      SELECT w.facet AS w, w.value AS among, m.facet AS facet, m.value AS value, 1 AS n FROM added u,
      LATERAL (VALUES ('stage', coalesce(u.stage, '')), ('department', coalesce(u.department_id, 0)::text), ('aiType', coalesce(u.ai_type, '')), ('source', coalesce(u.external_source, u.source, ''))) AS m (facet, value),
      LATERAL (VALUES ('', ''), ('stage', coalesce(u.stage, '')), ('department', coalesce(u.department_id, 0)::text), ('aiType', coalesce(u.ai_type, '')), ('source', coalesce(u.external_source, u.source, ''))) AS w (facet, value)
      WHERE w.facet <> m.facet AND u.stage IS DISTINCT FROM 'draft'
    ) AS moved GROUP BY w, among, facet, value HAVING sum(n) <> 0
    ON CONFLICT ("within", among, facet, value) DO UPDATE SET cases = facet_counts.cases + excluded.cases;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO facet_counts ("within", among, facet, value, cases)
    SELECT w, among, facet, value, sum(n) FROM (
      SELECT w.facet AS w, w.value AS among, m.facet AS facet, m.value AS value, -1 AS n FROM gone u,
      LATERAL (VALUES ('stage', coalesce(u.stage, '')), ('department', coalesce(u.department_id, 0)::text), ('aiType', coalesce(u.ai_type, '')), ('source', coalesce(u.external_source, u.source, ''))) AS m (facet, value),
      LATERAL (VALUES ('', ''), ('stage', coalesce(u.stage, '')), ('department', coalesce(u.department_id, 0)::text), ('aiType', coalesce(u.ai_type, '')), ('source', coalesce(u.external_source, u.source, ''))) AS w (facet, value)
      WHERE w.facet <> m.facet AND u.stage IS DISTINCT FROM 'draft'
    ) AS moved GROUP BY w, among, facet, value HAVING sum(n) <> 0
    ON CONFLICT ("within", among, facet, value) DO UPDATE SET cases = facet_counts.cases + excluded.cases;
  ELSE
    INSERT INTO facet_counts ("within", among, facet, value, cases)
    SELECT w, among, facet, value, sum(n) FROM (
      SELECT w.facet AS w, w.value AS among, m.facet AS facet, m.value AS value, 1 AS n FROM added u,
      LATERAL (VALUES ('stage', coalesce(u.stage, '')), ('department', coalesce(u.department_id, 0)::text), ('aiType', coalesce(u.ai_type, '')), ('source', coalesce(u.external_source, u.source, ''))) AS m (facet, value),
      LATERAL (VALUES ('', ''), ('stage', coalesce(u.stage, '')), ('department', coalesce(u.department_id, 0)::text), ('aiType', coalesce(u.ai_type, '')), ('source', coalesce(u.external_source, u.source, ''))) AS w (facet, value)
      WHERE w.facet <> m.facet AND u.stage IS DISTINCT FROM 'draft'
      UNION ALL
      SELECT w.facet AS w, w.value AS among, m.facet AS facet, m.value AS value, -1 AS n FROM gone u,
      LATERAL (VALUES ('stage', coalesce(u.stage, '')), ('department', coalesce(u.department_id, 0)::text), ('aiType', coalesce(u.ai_type, '')), ('source', coalesce(u.external_source, u.source, ''))) AS m (facet, value),
      LATERAL (VALUES ('', ''), ('stage', coalesce(u.stage, '')), ('department', coalesce(u.department_id, 0)::text), ('aiType', coalesce(u.ai_type, '')), ('source', coalesce(u.external_source, u.source, ''))) AS w (facet, value)
      WHERE w.facet <> m.facet AND u.stage IS DISTINCT FROM 'draft'
    ) AS moved GROUP BY w, among, facet, value HAVING sum(n) <> 0
    ON CONFLICT ("within", among, facet, value) DO UPDATE SET cases = facet_counts.cases + excluded.cases;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER facet_counts_insert AFTER INSERT ON use_cases REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION count_facets();
--> statement-breakpoint
CREATE TRIGGER facet_counts_delete AFTER DELETE ON use_cases REFERENCING OLD TABLE AS gone
FOR EACH STATEMENT EXECUTE FUNCTION count_facets();
--> statement-breakpoint
CREATE TRIGGER facet_counts_update AFTER UPDATE ON use_cases REFERENCING OLD TABLE AS gone NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION count_facets();
--> statement-breakpoint
CREATE FUNCTION count_case_values() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO case_values (stage, department_id, valued, npv_minor)
    SELECT coalesce(u.stage, ''), coalesce(u.department_id, 0), sum(n), sum(npv) FROM (
      SELECT use_case_id, 1 AS n, npv_minor AS npv FROM added WHERE npv_minor IS NOT NULL
    ) AS moved JOIN use_cases u ON u.id = moved.use_case_id GROUP BY 1, 2 HAVING sum(n) <> 0 OR sum(npv) <> 0
    ON CONFLICT (stage, department_id) DO UPDATE SET valued = case_values.valued + excluded.valued, npv_minor = case_values.npv_minor + excluded.npv_minor;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO case_values (stage, department_id, valued, npv_minor)
    SELECT coalesce(u.stage, ''), coalesce(u.department_id, 0), sum(n), sum(npv) FROM (
      SELECT use_case_id, -1 AS n, -npv_minor AS npv FROM gone WHERE npv_minor IS NOT NULL
    ) AS moved JOIN use_cases u ON u.id = moved.use_case_id GROUP BY 1, 2 HAVING sum(n) <> 0 OR sum(npv) <> 0
    ON CONFLICT (stage, department_id) DO UPDATE SET valued = case_values.valued + excluded.valued, npv_minor = case_values.npv_minor + excluded.npv_minor;
  ELSE
    INSERT INTO case_values (stage, department_id, valued, npv_minor)
    SELECT coalesce(u.stage, ''), coalesce(u.department_id, 0), sum(n), sum(npv) FROM (
      SELECT use_case_id, 1 AS n, npv_minor AS npv FROM added WHERE npv_minor IS NOT NULL
      UNION ALL
      SELECT use_case_id, -1 AS n, -npv_minor AS npv FROM gone WHERE npv_minor IS NOT NULL
    ) AS moved JOIN use_cases u ON u.id = moved.use_case_id GROUP BY 1, 2 HAVING sum(n) <> 0 OR sum(npv) <> 0
    ON CONFLICT (stage, department_id) DO UPDATE SET valued = case_values.valued + excluded.valued, npv_minor = case_values.npv_minor + excluded.npv_minor;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER case_values_insert AFTER INSERT ON standings REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION count_case_values();
--> statement-breakpoint
CREATE TRIGGER case_values_delete AFTER DELETE ON standings REFERENCING OLD TABLE AS gone
FOR EACH STATEMENT EXECUTE FUNCTION count_case_values();
--> statement-breakpoint
CREATE TRIGGER case_values_update AFTER UPDATE ON standings REFERENCING OLD TABLE AS gone NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION count_case_values();
--> statement-breakpoint
CREATE FUNCTION move_case_values() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO case_values (stage, department_id, valued, npv_minor)
    SELECT stage, department_id, sum(n), sum(npv) FROM (
      SELECT coalesce(c.stage, '') AS stage, coalesce(c.department_id, 0) AS department_id, 1 AS n, 1 * s.npv_minor AS npv
      FROM added c JOIN standings s ON s.use_case_id = c.id WHERE s.npv_minor IS NOT NULL
      UNION ALL
      SELECT coalesce(c.stage, '') AS stage, coalesce(c.department_id, 0) AS department_id, -1 AS n, -1 * s.npv_minor AS npv
      FROM gone c JOIN standings s ON s.use_case_id = c.id WHERE s.npv_minor IS NOT NULL
    ) AS moved GROUP BY stage, department_id HAVING sum(n) <> 0 OR sum(npv) <> 0
    ON CONFLICT (stage, department_id) DO UPDATE SET valued = case_values.valued + excluded.valued, npv_minor = case_values.npv_minor + excluded.npv_minor;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER case_values_move AFTER UPDATE ON use_cases REFERENCING OLD TABLE AS gone NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION move_case_values();
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
