DROP TRIGGER case_counts_update ON use_cases;
--> statement-breakpoint
ALTER TABLE "case_counts" DROP CONSTRAINT "case_counts_stage_department_id_ai_type_source_pk";
--> statement-breakpoint
ALTER TABLE "case_counts" ADD COLUMN "campaign_id" bigint DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE "case_counts" ADD CONSTRAINT "case_counts_stage_department_id_ai_type_source_campaign_id_pk" PRIMARY KEY("stage","department_id","ai_type","source","campaign_id");
--> statement-breakpoint
CREATE INDEX "use_cases_since" ON "use_cases" USING btree ("stage_since","id");
--> statement-breakpoint
CREATE OR REPLACE FUNCTION count_cases() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
  UPDATE case_counts SET cases = cases - 1
  WHERE (stage, department_id, ai_type, source, campaign_id) = (coalesce(OLD.stage, ''), coalesce(OLD.department_id, 0), coalesce(OLD.ai_type, ''), coalesce(OLD.external_source, OLD.source, ''), coalesce(OLD.campaign_id, 0));
  END IF;
  IF TG_OP <> 'DELETE' THEN
  INSERT INTO case_counts (stage, department_id, ai_type, source, campaign_id, cases) VALUES (coalesce(NEW.stage, ''), coalesce(NEW.department_id, 0), coalesce(NEW.ai_type, ''), coalesce(NEW.external_source, NEW.source, ''), coalesce(NEW.campaign_id, 0), 1)
  ON CONFLICT (stage, department_id, ai_type, source, campaign_id) DO UPDATE SET cases = case_counts.cases + 1;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER case_counts_update AFTER UPDATE OF stage, department_id, ai_type, external_source, source, campaign_id ON use_cases
FOR EACH ROW EXECUTE FUNCTION count_cases();
--> statement-breakpoint
CREATE OR REPLACE FUNCTION count_facets() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO facet_counts ("within", among, facet, value, cases)
    SELECT w, among, facet, value, sum(n) FROM (
      SELECT w.facet AS w, w.value AS among, m.facet AS facet, m.value AS value, 1 AS n FROM added u,
      LATERAL (VALUES ('stage', coalesce(u.stage, '')), ('department', coalesce(u.department_id, 0)::text), ('aiType', coalesce(u.ai_type, '')), ('source', coalesce(u.external_source, u.source, '')), ('campaign', u.campaign_id::text)) AS m (facet, value),
      LATERAL (VALUES ('', ''), ('stage', coalesce(u.stage, '')), ('department', coalesce(u.department_id, 0)::text), ('aiType', coalesce(u.ai_type, '')), ('source', coalesce(u.external_source, u.source, '')), ('campaign', u.campaign_id::text)) AS w (facet, value)
      WHERE w.facet <> m.facet AND m.value IS NOT NULL AND w.value IS NOT NULL AND u.stage IS DISTINCT FROM 'draft'
    ) AS moved GROUP BY w, among, facet, value HAVING sum(n) <> 0
    ON CONFLICT ("within", among, facet, value) DO UPDATE SET cases = facet_counts.cases + excluded.cases;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO facet_counts ("within", among, facet, value, cases)
    SELECT w, among, facet, value, sum(n) FROM (
      SELECT w.facet AS w, w.value AS among, m.facet AS facet, m.value AS value, -1 AS n FROM gone u,
      LATERAL (VALUES ('stage', coalesce(u.stage, '')), ('department', coalesce(u.department_id, 0)::text), ('aiType', coalesce(u.ai_type, '')), ('source', coalesce(u.external_source, u.source, '')), ('campaign', u.campaign_id::text)) AS m (facet, value),
      LATERAL (VALUES ('', ''), ('stage', coalesce(u.stage, '')), ('department', coalesce(u.department_id, 0)::text), ('aiType', coalesce(u.ai_type, '')), ('source', coalesce(u.external_source, u.source, '')), ('campaign', u.campaign_id::text)) AS w (facet, value)
      WHERE w.facet <> m.facet AND m.value IS NOT NULL AND w.value IS NOT NULL AND u.stage IS DISTINCT FROM 'draft'
    ) AS moved GROUP BY w, among, facet, value HAVING sum(n) <> 0
    ON CONFLICT ("within", among, facet, value) DO UPDATE SET cases = facet_counts.cases + excluded.cases;
  ELSE
    INSERT INTO facet_counts ("within", among, facet, value, cases)
    SELECT w, among, facet, value, sum(n) FROM (
      SELECT w.facet AS w, w.value AS among, m.facet AS facet, m.value AS value, 1 AS n FROM added u,
      LATERAL (VALUES ('stage', coalesce(u.stage, '')), ('department', coalesce(u.department_id, 0)::text), ('aiType', coalesce(u.ai_type, '')), ('source', coalesce(u.external_source, u.source, '')), ('campaign', u.campaign_id::text)) AS m (facet, value),
      LATERAL (VALUES ('', ''), ('stage', coalesce(u.stage, '')), ('department', coalesce(u.department_id, 0)::text), ('aiType', coalesce(u.ai_type, '')), ('source', coalesce(u.external_source, u.source, '')), ('campaign', u.campaign_id::text)) AS w (facet, value)
      WHERE w.facet <> m.facet AND m.value IS NOT NULL AND w.value IS NOT NULL AND u.stage IS DISTINCT FROM 'draft'
      UNION ALL
      SELECT w.facet AS w, w.value AS among, m.facet AS facet, m.value AS value, -1 AS n FROM gone u,
      LATERAL (VALUES ('stage', coalesce(u.stage, '')), ('department', coalesce(u.department_id, 0)::text), ('aiType', coalesce(u.ai_type, '')), ('source', coalesce(u.external_source, u.source, '')), ('campaign', u.campaign_id::text)) AS m (facet, value),
      LATERAL (VALUES ('', ''), ('stage', coalesce(u.stage, '')), ('department', coalesce(u.department_id, 0)::text), ('aiType', coalesce(u.ai_type, '')), ('source', coalesce(u.external_source, u.source, '')), ('campaign', u.campaign_id::text)) AS w (facet, value)
      WHERE w.facet <> m.facet AND m.value IS NOT NULL AND w.value IS NOT NULL AND u.stage IS DISTINCT FROM 'draft'
    ) AS moved GROUP BY w, among, facet, value HAVING sum(n) <> 0
    ON CONFLICT ("within", among, facet, value) DO UPDATE SET cases = facet_counts.cases + excluded.cases;
    IF EXISTS (SELECT 1 FROM added u JOIN case_tags c ON c.use_case_id = u.id) THEN
    INSERT INTO facet_counts ("within", among, facet, value, cases)
    SELECT w, among, facet, value, sum(n) FROM (
      SELECT w.facet AS w, w.value AS among, 'tag' AS facet, c.tag_id::text AS value, 1 AS n FROM added u JOIN case_tags c ON c.use_case_id = u.id,
      LATERAL (VALUES ('', ''), ('stage', coalesce(u.stage, '')), ('department', coalesce(u.department_id, 0)::text), ('aiType', coalesce(u.ai_type, '')), ('source', coalesce(u.external_source, u.source, '')), ('campaign', u.campaign_id::text)) AS w (facet, value)
      WHERE w.value IS NOT NULL AND u.stage IS DISTINCT FROM 'draft'
      UNION ALL
      SELECT 'tag', c.tag_id::text, m.facet, m.value, 1 FROM added u JOIN case_tags c ON c.use_case_id = u.id,
      LATERAL (VALUES ('stage', coalesce(u.stage, '')), ('department', coalesce(u.department_id, 0)::text), ('aiType', coalesce(u.ai_type, '')), ('source', coalesce(u.external_source, u.source, '')), ('campaign', u.campaign_id::text)) AS m (facet, value)
      WHERE m.value IS NOT NULL AND u.stage IS DISTINCT FROM 'draft'
      UNION ALL
      SELECT w.facet AS w, w.value AS among, 'tag' AS facet, c.tag_id::text AS value, -1 AS n FROM gone u JOIN case_tags c ON c.use_case_id = u.id,
      LATERAL (VALUES ('', ''), ('stage', coalesce(u.stage, '')), ('department', coalesce(u.department_id, 0)::text), ('aiType', coalesce(u.ai_type, '')), ('source', coalesce(u.external_source, u.source, '')), ('campaign', u.campaign_id::text)) AS w (facet, value)
      WHERE w.value IS NOT NULL AND u.stage IS DISTINCT FROM 'draft'
      UNION ALL
      SELECT 'tag', c.tag_id::text, m.facet, m.value, -1 FROM gone u JOIN case_tags c ON c.use_case_id = u.id,
      LATERAL (VALUES ('stage', coalesce(u.stage, '')), ('department', coalesce(u.department_id, 0)::text), ('aiType', coalesce(u.ai_type, '')), ('source', coalesce(u.external_source, u.source, '')), ('campaign', u.campaign_id::text)) AS m (facet, value)
      WHERE m.value IS NOT NULL AND u.stage IS DISTINCT FROM 'draft'
    ) AS moved GROUP BY w, among, facet, value HAVING sum(n) <> 0
    ON CONFLICT ("within", among, facet, value) DO UPDATE SET cases = facet_counts.cases + excluded.cases;
    END IF;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION count_tags() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO facet_counts ("within", among, facet, value, cases)
    SELECT w, among, facet, value, sum(n) FROM (
      SELECT w.facet AS w, w.value AS among, 'tag' AS facet, c.tag_id::text AS value, 1 AS n FROM added c JOIN use_cases u ON u.id = c.use_case_id,
      LATERAL (VALUES ('', ''), ('stage', coalesce(u.stage, '')), ('department', coalesce(u.department_id, 0)::text), ('aiType', coalesce(u.ai_type, '')), ('source', coalesce(u.external_source, u.source, '')), ('campaign', u.campaign_id::text)) AS w (facet, value)
      WHERE w.value IS NOT NULL AND u.stage IS DISTINCT FROM 'draft'
      UNION ALL
      SELECT 'tag', c.tag_id::text, m.facet, m.value, 1 FROM added c JOIN use_cases u ON u.id = c.use_case_id,
      LATERAL (VALUES ('stage', coalesce(u.stage, '')), ('department', coalesce(u.department_id, 0)::text), ('aiType', coalesce(u.ai_type, '')), ('source', coalesce(u.external_source, u.source, '')), ('campaign', u.campaign_id::text)) AS m (facet, value)
      WHERE m.value IS NOT NULL AND u.stage IS DISTINCT FROM 'draft'
    ) AS moved GROUP BY w, among, facet, value HAVING sum(n) <> 0
    ON CONFLICT ("within", among, facet, value) DO UPDATE SET cases = facet_counts.cases + excluded.cases;
  ELSE
    INSERT INTO facet_counts ("within", among, facet, value, cases)
    SELECT w, among, facet, value, sum(n) FROM (
      SELECT w.facet AS w, w.value AS among, 'tag' AS facet, c.tag_id::text AS value, -1 AS n FROM gone c JOIN use_cases u ON u.id = c.use_case_id,
      LATERAL (VALUES ('', ''), ('stage', coalesce(u.stage, '')), ('department', coalesce(u.department_id, 0)::text), ('aiType', coalesce(u.ai_type, '')), ('source', coalesce(u.external_source, u.source, '')), ('campaign', u.campaign_id::text)) AS w (facet, value)
      WHERE w.value IS NOT NULL AND u.stage IS DISTINCT FROM 'draft'
      UNION ALL
      SELECT 'tag', c.tag_id::text, m.facet, m.value, -1 FROM gone c JOIN use_cases u ON u.id = c.use_case_id,
      LATERAL (VALUES ('stage', coalesce(u.stage, '')), ('department', coalesce(u.department_id, 0)::text), ('aiType', coalesce(u.ai_type, '')), ('source', coalesce(u.external_source, u.source, '')), ('campaign', u.campaign_id::text)) AS m (facet, value)
      WHERE m.value IS NOT NULL AND u.stage IS DISTINCT FROM 'draft'
    ) AS moved GROUP BY w, among, facet, value HAVING sum(n) <> 0
    ON CONFLICT ("within", among, facet, value) DO UPDATE SET cases = facet_counts.cases + excluded.cases;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER facet_counts_tag_insert AFTER INSERT ON case_tags REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION count_tags();
--> statement-breakpoint
CREATE TRIGGER facet_counts_tag_delete AFTER DELETE ON case_tags REFERENCING OLD TABLE AS gone
FOR EACH STATEMENT EXECUTE FUNCTION count_tags();
--> statement-breakpoint
DELETE FROM case_counts;
--> statement-breakpoint
INSERT INTO case_counts (stage, department_id, ai_type, source, campaign_id, cases)
SELECT coalesce(u.stage, ''), coalesce(u.department_id, 0), coalesce(u.ai_type, ''), coalesce(u.external_source, u.source, ''), coalesce(u.campaign_id, 0), count(*) FROM use_cases u GROUP BY 1, 2, 3, 4, 5;
--> statement-breakpoint
INSERT INTO facet_counts ("within", among, facet, value, cases)
SELECT w, among, facet, value, count(*) FROM (
  SELECT '' AS w, '' AS among, 'campaign' AS facet, CAST(u.campaign_id AS text) AS value FROM use_cases u WHERE u.campaign_id IS NOT NULL AND coalesce(u.stage, '') <> 'draft'
  UNION ALL SELECT 'stage', coalesce(u.stage, ''), 'campaign', CAST(u.campaign_id AS text) FROM use_cases u WHERE u.campaign_id IS NOT NULL AND coalesce(u.stage, '') <> 'draft'
  UNION ALL SELECT 'campaign', CAST(u.campaign_id AS text), 'stage', coalesce(u.stage, '') FROM use_cases u WHERE u.campaign_id IS NOT NULL AND coalesce(u.stage, '') <> 'draft'
  UNION ALL SELECT 'department', CAST(coalesce(u.department_id, 0) AS text), 'campaign', CAST(u.campaign_id AS text) FROM use_cases u WHERE u.campaign_id IS NOT NULL AND coalesce(u.stage, '') <> 'draft'
  UNION ALL SELECT 'campaign', CAST(u.campaign_id AS text), 'department', CAST(coalesce(u.department_id, 0) AS text) FROM use_cases u WHERE u.campaign_id IS NOT NULL AND coalesce(u.stage, '') <> 'draft'
  UNION ALL SELECT 'aiType', coalesce(u.ai_type, ''), 'campaign', CAST(u.campaign_id AS text) FROM use_cases u WHERE u.campaign_id IS NOT NULL AND coalesce(u.stage, '') <> 'draft'
  UNION ALL SELECT 'campaign', CAST(u.campaign_id AS text), 'aiType', coalesce(u.ai_type, '') FROM use_cases u WHERE u.campaign_id IS NOT NULL AND coalesce(u.stage, '') <> 'draft'
  UNION ALL SELECT 'source', coalesce(u.external_source, u.source, ''), 'campaign', CAST(u.campaign_id AS text) FROM use_cases u WHERE u.campaign_id IS NOT NULL AND coalesce(u.stage, '') <> 'draft'
  UNION ALL SELECT 'campaign', CAST(u.campaign_id AS text), 'source', coalesce(u.external_source, u.source, '') FROM use_cases u WHERE u.campaign_id IS NOT NULL AND coalesce(u.stage, '') <> 'draft'
  UNION ALL SELECT '', '', 'tag', CAST(c.tag_id AS text) FROM case_tags c JOIN use_cases u ON u.id = c.use_case_id WHERE coalesce(u.stage, '') <> 'draft'
  UNION ALL SELECT 'stage', coalesce(u.stage, ''), 'tag', CAST(c.tag_id AS text) FROM case_tags c JOIN use_cases u ON u.id = c.use_case_id WHERE coalesce(u.stage, '') <> 'draft'
  UNION ALL SELECT 'tag', CAST(c.tag_id AS text), 'stage', coalesce(u.stage, '') FROM case_tags c JOIN use_cases u ON u.id = c.use_case_id WHERE coalesce(u.stage, '') <> 'draft'
  UNION ALL SELECT 'department', CAST(coalesce(u.department_id, 0) AS text), 'tag', CAST(c.tag_id AS text) FROM case_tags c JOIN use_cases u ON u.id = c.use_case_id WHERE coalesce(u.stage, '') <> 'draft'
  UNION ALL SELECT 'tag', CAST(c.tag_id AS text), 'department', CAST(coalesce(u.department_id, 0) AS text) FROM case_tags c JOIN use_cases u ON u.id = c.use_case_id WHERE coalesce(u.stage, '') <> 'draft'
  UNION ALL SELECT 'aiType', coalesce(u.ai_type, ''), 'tag', CAST(c.tag_id AS text) FROM case_tags c JOIN use_cases u ON u.id = c.use_case_id WHERE coalesce(u.stage, '') <> 'draft'
  UNION ALL SELECT 'tag', CAST(c.tag_id AS text), 'aiType', coalesce(u.ai_type, '') FROM case_tags c JOIN use_cases u ON u.id = c.use_case_id WHERE coalesce(u.stage, '') <> 'draft'
  UNION ALL SELECT 'source', coalesce(u.external_source, u.source, ''), 'tag', CAST(c.tag_id AS text) FROM case_tags c JOIN use_cases u ON u.id = c.use_case_id WHERE coalesce(u.stage, '') <> 'draft'
  UNION ALL SELECT 'tag', CAST(c.tag_id AS text), 'source', coalesce(u.external_source, u.source, '') FROM case_tags c JOIN use_cases u ON u.id = c.use_case_id WHERE coalesce(u.stage, '') <> 'draft'
  UNION ALL SELECT 'campaign', CAST(u.campaign_id AS text), 'tag', CAST(c.tag_id AS text) FROM case_tags c JOIN use_cases u ON u.id = c.use_case_id WHERE coalesce(u.stage, '') <> 'draft' AND u.campaign_id IS NOT NULL
  UNION ALL SELECT 'tag', CAST(c.tag_id AS text), 'campaign', CAST(u.campaign_id AS text) FROM case_tags c JOIN use_cases u ON u.id = c.use_case_id WHERE coalesce(u.stage, '') <> 'draft' AND u.campaign_id IS NOT NULL
) AS marks GROUP BY 1, 2, 3, 4;
