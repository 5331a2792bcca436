DROP TRIGGER case_counts_insert;
--> statement-breakpoint
DROP TRIGGER case_counts_delete;
--> statement-breakpoint
DROP TRIGGER case_counts_update;
--> statement-breakpoint
DROP TRIGGER facet_counts_insert;
--> statement-breakpoint
DROP TRIGGER facet_counts_delete;
--> statement-breakpoint
DROP TRIGGER facet_counts_update;
--> statement-breakpoint
DROP TABLE `case_counts`;
--> statement-breakpoint
CREATE TABLE `case_counts` (
	`stage` text NOT NULL,
	`department_id` integer NOT NULL,
	`ai_type` text NOT NULL,
	`source` text NOT NULL,
	`campaign_id` integer DEFAULT 0 NOT NULL,
	`cases` integer NOT NULL,
	PRIMARY KEY(`stage`, `department_id`, `ai_type`, `source`, `campaign_id`)
);
--> statement-breakpoint
CREATE INDEX `use_cases_since` ON `use_cases` (`stage_since`,`id`);
--> statement-breakpoint
CREATE TRIGGER case_counts_insert AFTER INSERT ON use_cases BEGIN
  INSERT INTO case_counts (stage, department_id, ai_type, source, campaign_id, cases) VALUES (coalesce(NEW.stage, ''), coalesce(NEW.department_id, 0), coalesce(NEW.ai_type, ''), coalesce(NEW.external_source, NEW.source, ''), coalesce(NEW.campaign_id, 0), 1)
  ON CONFLICT (stage, department_id, ai_type, source, campaign_id) DO UPDATE SET cases = case_counts.cases + 1;
END;
--> statement-breakpoint
CREATE TRIGGER case_counts_delete AFTER DELETE ON use_cases BEGIN
  UPDATE case_counts SET cases = cases - 1
  WHERE (stage, department_id, ai_type, source, campaign_id) = (coalesce(OLD.stage, ''), coalesce(OLD.department_id, 0), coalesce(OLD.ai_type, ''), coalesce(OLD.external_source, OLD.source, ''), coalesce(OLD.campaign_id, 0));
END;
--> statement-breakpoint
CREATE TRIGGER case_counts_update AFTER UPDATE OF stage, department_id, ai_type, external_source, source, campaign_id ON use_cases BEGIN
  UPDATE case_counts SET cases = cases - 1
  WHERE (stage, department_id, ai_type, source, campaign_id) = (coalesce(OLD.stage, ''), coalesce(OLD.department_id, 0), coalesce(OLD.ai_type, ''), coalesce(OLD.external_source, OLD.source, ''), coalesce(OLD.campaign_id, 0));
  INSERT INTO case_counts (stage, department_id, ai_type, source, campaign_id, cases) VALUES (coalesce(NEW.stage, ''), coalesce(NEW.department_id, 0), coalesce(NEW.ai_type, ''), coalesce(NEW.external_source, NEW.source, ''), coalesce(NEW.campaign_id, 0), 1)
  ON CONFLICT (stage, department_id, ai_type, source, campaign_id) DO UPDATE SET cases = case_counts.cases + 1;
END;
--> statement-breakpoint
CREATE TRIGGER facet_counts_insert AFTER INSERT ON use_cases BEGIN
  INSERT INTO facet_counts ("within", among, facet, value, cases)
  SELECT w.facet, w.value, m.facet, m.value, 1 FROM (SELECT 'stage' AS facet, coalesce(NEW.stage, '') AS value UNION ALL SELECT 'department', CAST(coalesce(NEW.department_id, 0) AS text) UNION ALL SELECT 'aiType', coalesce(NEW.ai_type, '') UNION ALL SELECT 'source', coalesce(NEW.external_source, NEW.source, '') UNION ALL SELECT 'campaign', CAST(NEW.campaign_id AS text) WHERE NEW.campaign_id IS NOT NULL) AS m
  JOIN (SELECT '' AS facet, '' AS value UNION ALL SELECT 'stage' AS facet, coalesce(NEW.stage, '') AS value UNION ALL SELECT 'department', CAST(coalesce(NEW.department_id, 0) AS text) UNION ALL SELECT 'aiType', coalesce(NEW.ai_type, '') UNION ALL SELECT 'source', coalesce(NEW.external_source, NEW.source, '') UNION ALL SELECT 'campaign', CAST(NEW.campaign_id AS text) WHERE NEW.campaign_id IS NOT NULL) AS w ON w.facet <> m.facet WHERE NEW.stage IS NOT 'draft'
  ON CONFLICT ("within", among, facet, value) DO UPDATE SET cases = facet_counts.cases + excluded.cases;
END;
--> statement-breakpoint
CREATE TRIGGER facet_counts_delete AFTER DELETE ON use_cases BEGIN
  INSERT INTO facet_counts ("within", among, facet, value, cases)
  SELECT w.facet, w.value, m.facet, m.value, -1 FROM (SELECT 'stage' AS facet, coalesce(OLD.stage, '') AS value UNION ALL SELECT 'department', CAST(coalesce(OLD.department_id, 0) AS text) UNION ALL SELECT 'aiType', coalesce(OLD.ai_type, '') UNION ALL SELECT 'source', coalesce(OLD.external_source, OLD.source, '') UNION ALL SELECT 'campaign', CAST(OLD.campaign_id AS text) WHERE OLD.campaign_id IS NOT NULL) AS m
  JOIN (SELECT '' AS facet, '' AS value UNION ALL SELECT 'stage' AS facet, coalesce(OLD.stage, '') AS value UNION ALL SELECT 'department', CAST(coalesce(OLD.department_id, 0) AS text) UNION ALL SELECT 'aiType', coalesce(OLD.ai_type, '') UNION ALL SELECT 'source', coalesce(OLD.external_source, OLD.source, '') UNION ALL SELECT 'campaign', CAST(OLD.campaign_id AS text) WHERE OLD.campaign_id IS NOT NULL) AS w ON w.facet <> m.facet WHERE OLD.stage IS NOT 'draft'
  ON CONFLICT ("within", among, facet, value) DO UPDATE SET cases = facet_counts.cases + excluded.cases;
END;
--> statement-breakpoint
CREATE TRIGGER facet_counts_update AFTER UPDATE OF stage, department_id, ai_type, external_source, source, campaign_id ON use_cases BEGIN
  INSERT INTO facet_counts ("within", among, facet, value, cases)
  SELECT w.facet, w.value, m.facet, m.value, -1 FROM (SELECT 'stage' AS facet, coalesce(OLD.stage, '') AS value UNION ALL SELECT 'department', CAST(coalesce(OLD.department_id, 0) AS text) UNION ALL SELECT 'aiType', coalesce(OLD.ai_type, '') UNION ALL SELECT 'source', coalesce(OLD.external_source, OLD.source, '') UNION ALL SELECT 'campaign', CAST(OLD.campaign_id AS text) WHERE OLD.campaign_id IS NOT NULL) AS m
  JOIN (SELECT '' AS facet, '' AS value UNION ALL SELECT 'stage' AS facet, coalesce(OLD.stage, '') AS value UNION ALL SELECT 'department', CAST(coalesce(OLD.department_id, 0) AS text) UNION ALL SELECT 'aiType', coalesce(OLD.ai_type, '') UNION ALL SELECT 'source', coalesce(OLD.external_source, OLD.source, '') UNION ALL SELECT 'campaign', CAST(OLD.campaign_id AS text) WHERE OLD.campaign_id IS NOT NULL) AS w ON w.facet <> m.facet WHERE OLD.stage IS NOT 'draft'
  ON CONFLICT ("within", among, facet, value) DO UPDATE SET cases = facet_counts.cases + excluded.cases;
  INSERT INTO facet_counts ("within", among, facet, value, cases)
  SELECT w.facet, w.value, m.facet, m.value, 1 FROM (SELECT 'stage' AS facet, coalesce(NEW.stage, '') AS value UNION ALL SELECT 'department', CAST(coalesce(NEW.department_id, 0) AS text) UNION ALL SELECT 'aiType', coalesce(NEW.ai_type, '') UNION ALL SELECT 'source', coalesce(NEW.external_source, NEW.source, '') UNION ALL SELECT 'campaign', CAST(NEW.campaign_id AS text) WHERE NEW.campaign_id IS NOT NULL) AS m
  JOIN (SELECT '' AS facet, '' AS value UNION ALL SELECT 'stage' AS facet, coalesce(NEW.stage, '') AS value UNION ALL SELECT 'department', CAST(coalesce(NEW.department_id, 0) AS text) UNION ALL SELECT 'aiType', coalesce(NEW.ai_type, '') UNION ALL SELECT 'source', coalesce(NEW.external_source, NEW.source, '') UNION ALL SELECT 'campaign', CAST(NEW.campaign_id AS text) WHERE NEW.campaign_id IS NOT NULL) AS w ON w.facet <> m.facet WHERE NEW.stage IS NOT 'draft'
  ON CONFLICT ("within", among, facet, value) DO UPDATE SET cases = facet_counts.cases + excluded.cases;
END;
--> statement-breakpoint
CREATE TRIGGER facet_counts_tag_insert AFTER INSERT ON case_tags BEGIN
  INSERT INTO facet_counts ("within", among, facet, value, cases)
  SELECT * FROM (
    SELECT '', '', 'tag', CAST(NEW.tag_id AS text), 1 FROM use_cases u WHERE u.id = NEW.use_case_id AND u.stage IS NOT 'draft'
    UNION ALL SELECT 'stage', coalesce(u.stage, ''), 'tag', CAST(NEW.tag_id AS text), 1 FROM use_cases u WHERE u.id = NEW.use_case_id AND u.stage IS NOT 'draft'
    UNION ALL SELECT 'tag', CAST(NEW.tag_id AS text), 'stage', coalesce(u.stage, ''), 1 FROM use_cases u WHERE u.id = NEW.use_case_id AND u.stage IS NOT 'draft'
    UNION ALL SELECT 'department', CAST(coalesce(u.department_id, 0) AS text), 'tag', CAST(NEW.tag_id AS text), 1 FROM use_cases u WHERE u.id = NEW.use_case_id AND u.stage IS NOT 'draft'
    UNION ALL SELECT 'tag', CAST(NEW.tag_id AS text), 'department', CAST(coalesce(u.department_id, 0) AS text), 1 FROM use_cases u WHERE u.id = NEW.use_case_id AND u.stage IS NOT 'draft'
    UNION ALL SELECT 'aiType', coalesce(u.ai_type, ''), 'tag', CAST(NEW.tag_id AS text), 1 FROM use_cases u WHERE u.id = NEW.use_case_id AND u.stage IS NOT 'draft'
    UNION ALL SELECT 'tag', CAST(NEW.tag_id AS text), 'aiType', coalesce(u.ai_type, ''), 1 FROM use_cases u WHERE u.id = NEW.use_case_id AND u.stage IS NOT 'draft'
    UNION ALL SELECT 'source', coalesce(u.external_source, u.source, ''), 'tag', CAST(NEW.tag_id AS text), 1 FROM use_cases u WHERE u.id = NEW.use_case_id AND u.stage IS NOT 'draft'
    UNION ALL SELECT 'tag', CAST(NEW.tag_id AS text), 'source', coalesce(u.external_source, u.source, ''), 1 FROM use_cases u WHERE u.id = NEW.use_case_id AND u.stage IS NOT 'draft'
    UNION ALL SELECT 'campaign', CAST(u.campaign_id AS text), 'tag', CAST(NEW.tag_id AS text), 1 FROM use_cases u WHERE u.id = NEW.use_case_id AND u.stage IS NOT 'draft' AND u.campaign_id IS NOT NULL
    UNION ALL SELECT 'tag', CAST(NEW.tag_id AS text), 'campaign', CAST(u.campaign_id AS text), 1 FROM use_cases u WHERE u.id = NEW.use_case_id AND u.stage IS NOT 'draft' AND u.campaign_id IS NOT NULL
  ) WHERE true
  ON CONFLICT ("within", among, facet, value) DO UPDATE SET cases = facet_counts.cases + excluded.cases;
END;
--> statement-breakpoint
CREATE TRIGGER facet_counts_tag_delete AFTER DELETE ON case_tags BEGIN
  INSERT INTO facet_counts ("within", among, facet, value, cases)
  SELECT * FROM (
    SELECT '', '', 'tag', CAST(OLD.tag_id AS text), -1 FROM use_cases u WHERE u.id = OLD.use_case_id AND u.stage IS NOT 'draft'
    UNION ALL SELECT 'stage', coalesce(u.stage, ''), 'tag', CAST(OLD.tag_id AS text), -1 FROM use_cases u WHERE u.id = OLD.use_case_id AND u.stage IS NOT 'draft'
    UNION ALL SELECT 'tag', CAST(OLD.tag_id AS text), 'stage', coalesce(u.stage, ''), -1 FROM use_cases u WHERE u.id = OLD.use_case_id AND u.stage IS NOT 'draft'
    UNION ALL SELECT 'department', CAST(coalesce(u.department_id, 0) AS text), 'tag', CAST(OLD.tag_id AS text), -1 FROM use_cases u WHERE u.id = OLD.use_case_id AND u.stage IS NOT 'draft'
    UNION ALL SELECT 'tag', CAST(OLD.tag_id AS text), 'department', CAST(coalesce(u.department_id, 0) AS text), -1 FROM use_cases u WHERE u.id = OLD.use_case_id AND u.stage IS NOT 'draft'
    UNION ALL SELECT 'aiType', coalesce(u.ai_type, ''), 'tag', CAST(OLD.tag_id AS text), -1 FROM use_cases u WHERE u.id = OLD.use_case_id AND u.stage IS NOT 'draft'
    UNION ALL SELECT 'tag', CAST(OLD.tag_id AS text), 'aiType', coalesce(u.ai_type, ''), -1 FROM use_cases u WHERE u.id = OLD.use_case_id AND u.stage IS NOT 'draft'
    UNION ALL SELECT 'source', coalesce(u.external_source, u.source, ''), 'tag', CAST(OLD.tag_id AS text), -1 FROM use_cases u WHERE u.id = OLD.use_case_id AND u.stage IS NOT 'draft'
    UNION ALL SELECT 'tag', CAST(OLD.tag_id AS text), 'source', coalesce(u.external_source, u.source, ''), -1 FROM use_cases u WHERE u.id = OLD.use_case_id AND u.stage IS NOT 'draft'
    UNION ALL SELECT 'campaign', CAST(u.campaign_id AS text), 'tag', CAST(OLD.tag_id AS text), -1 FROM use_cases u WHERE u.id = OLD.use_case_id AND u.stage IS NOT 'draft' AND u.campaign_id IS NOT NULL
    UNION ALL SELECT 'tag', CAST(OLD.tag_id AS text), 'campaign', CAST(u.campaign_id AS text), -1 FROM use_cases u WHERE u.id = OLD.use_case_id AND u.stage IS NOT 'draft' AND u.campaign_id IS NOT NULL
  ) WHERE true
  ON CONFLICT ("within", among, facet, value) DO UPDATE SET cases = facet_counts.cases + excluded.cases;
END;
--> statement-breakpoint
CREATE TRIGGER facet_counts_tag_move AFTER UPDATE OF stage, department_id, ai_type, external_source, source, campaign_id ON use_cases WHEN EXISTS (SELECT 1 FROM case_tags WHERE use_case_id = NEW.id) BEGIN
  INSERT INTO facet_counts ("within", among, facet, value, cases)
  SELECT * FROM (
    SELECT '', '', 'tag', CAST(c.tag_id AS text), -1 FROM case_tags c WHERE c.use_case_id = NEW.id AND OLD.stage IS NOT 'draft'
    UNION ALL SELECT 'stage', coalesce(OLD.stage, ''), 'tag', CAST(c.tag_id AS text), -1 FROM case_tags c WHERE c.use_case_id = NEW.id AND OLD.stage IS NOT 'draft'
    UNION ALL SELECT 'tag', CAST(c.tag_id AS text), 'stage', coalesce(OLD.stage, ''), -1 FROM case_tags c WHERE c.use_case_id = NEW.id AND OLD.stage IS NOT 'draft'
    UNION ALL SELECT 'department', CAST(coalesce(OLD.department_id, 0) AS text), 'tag', CAST(c.tag_id AS text), -1 FROM case_tags c WHERE c.use_case_id = NEW.id AND OLD.stage IS NOT 'draft'
    UNION ALL SELECT 'tag', CAST(c.tag_id AS text), 'department', CAST(coalesce(OLD.department_id, 0) AS text), -1 FROM case_tags c WHERE c.use_case_id = NEW.id AND OLD.stage IS NOT 'draft'
    UNION ALL SELECT 'aiType', coalesce(OLD.ai_type, ''), 'tag', CAST(c.tag_id AS text), -1 FROM case_tags c WHERE c.use_case_id = NEW.id AND OLD.stage IS NOT 'draft'
    UNION ALL SELECT 'tag', CAST(c.tag_id AS text), 'aiType', coalesce(OLD.ai_type, ''), -1 FROM case_tags c WHERE c.use_case_id = NEW.id AND OLD.stage IS NOT 'draft'
    UNION ALL SELECT 'source', coalesce(OLD.external_source, OLD.source, ''), 'tag', CAST(c.tag_id AS text), -1 FROM case_tags c WHERE c.use_case_id = NEW.id AND OLD.stage IS NOT 'draft'
    UNION ALL SELECT 'tag', CAST(c.tag_id AS text), 'source', coalesce(OLD.external_source, OLD.source, ''), -1 FROM case_tags c WHERE c.use_case_id = NEW.id AND OLD.stage IS NOT 'draft'
    UNION ALL SELECT 'campaign', CAST(OLD.campaign_id AS text), 'tag', CAST(c.tag_id AS text), -1 FROM case_tags c WHERE c.use_case_id = NEW.id AND OLD.stage IS NOT 'draft' AND OLD.campaign_id IS NOT NULL
    UNION ALL SELECT 'tag', CAST(c.tag_id AS text), 'campaign', CAST(OLD.campaign_id AS text), -1 FROM case_tags c WHERE c.use_case_id = NEW.id AND OLD.stage IS NOT 'draft' AND OLD.campaign_id IS NOT NULL
  ) WHERE true
  ON CONFLICT ("within", among, facet, value) DO UPDATE SET cases = facet_counts.cases + excluded.cases;
  INSERT INTO facet_counts ("within", among, facet, value, cases)
  SELECT * FROM (
    SELECT '', '', 'tag', CAST(c.tag_id AS text), 1 FROM case_tags c WHERE c.use_case_id = NEW.id AND NEW.stage IS NOT 'draft'
    UNION ALL SELECT 'stage', coalesce(NEW.stage, ''), 'tag', CAST(c.tag_id AS text), 1 FROM case_tags c WHERE c.use_case_id = NEW.id AND NEW.stage IS NOT 'draft'
    UNION ALL SELECT 'tag', CAST(c.tag_id AS text), 'stage', coalesce(NEW.stage, ''), 1 FROM case_tags c WHERE c.use_case_id = NEW.id AND NEW.stage IS NOT 'draft'
    UNION ALL SELECT 'department', CAST(coalesce(NEW.department_id, 0) AS text), 'tag', CAST(c.tag_id AS text), 1 FROM case_tags c WHERE c.use_case_id = NEW.id AND NEW.stage IS NOT 'draft'
    UNION ALL SELECT 'tag', CAST(c.tag_id AS text), 'department', CAST(coalesce(NEW.department_id, 0) AS text), 1 FROM case_tags c WHERE c.use_case_id = NEW.id AND NEW.stage IS NOT 'draft'
    UNION ALL SELECT 'aiType', coalesce(NEW.ai_type, ''), 'tag', CAST(c.tag_id AS text), 1 FROM case_tags c WHERE c.use_case_id = NEW.id AND NEW.stage IS NOT 'draft'
    UNION ALL SELECT 'tag', CAST(c.tag_id AS text), 'aiType', coalesce(NEW.ai_type, ''), 1 FROM case_tags c WHERE c.use_case_id = NEW.id AND NEW.stage IS NOT 'draft'
    UNION ALL SELECT 'source', coalesce(NEW.external_source, NEW.source, ''), 'tag', CAST(c.tag_id AS text), 1 FROM case_tags c WHERE c.use_case_id = NEW.id AND NEW.stage IS NOT 'draft'
    UNION ALL SELECT 'tag', CAST(c.tag_id AS text), 'source', coalesce(NEW.external_source, NEW.source, ''), 1 FROM case_tags c WHERE c.use_case_id = NEW.id AND NEW.stage IS NOT 'draft'
    UNION ALL SELECT 'campaign', CAST(NEW.campaign_id AS text), 'tag', CAST(c.tag_id AS text), 1 FROM case_tags c WHERE c.use_case_id = NEW.id AND NEW.stage IS NOT 'draft' AND NEW.campaign_id IS NOT NULL
    UNION ALL SELECT 'tag', CAST(c.tag_id AS text), 'campaign', CAST(NEW.campaign_id AS text), 1 FROM case_tags c WHERE c.use_case_id = NEW.id AND NEW.stage IS NOT 'draft' AND NEW.campaign_id IS NOT NULL
  ) WHERE true
  ON CONFLICT ("within", among, facet, value) DO UPDATE SET cases = facet_counts.cases + excluded.cases;
END;
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
