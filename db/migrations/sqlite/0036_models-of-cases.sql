-- Names are sorted and searched folded. Letters that no replacement knows are folded when the entry is next saved.
UPDATE vendors SET name_folded = trim(lower(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(name, 'é', 'e'), 'è', 'e'), 'ê', 'e'), 'ë', 'e'), 'É', 'e'), 'È', 'e'), 'Ê', 'e'), 'Ë', 'e'), 'à', 'a'), 'â', 'a'), 'ä', 'a'), 'á', 'a'), 'À', 'a'), 'Â', 'a'), 'Ä', 'a'), 'Á', 'a'), 'î', 'i'), 'ï', 'i'), 'í', 'i'), 'Î', 'i'), 'Ï', 'i'), 'Í', 'i'), 'ô', 'o'), 'ö', 'o'), 'ó', 'o'), 'Ô', 'o'), 'Ö', 'o'), 'Ó', 'o'), 'ù', 'u'), 'û', 'u'), 'ü', 'u'), 'ú', 'u'), 'Ù', 'u'), 'Û', 'u'), 'Ü', 'u'), 'Ú', 'u'), 'ç', 'c'), 'Ç', 'c'), 'ñ', 'n'), 'Ñ', 'n'), 'œ', 'oe'), 'Œ', 'oe'), 'æ', 'ae'), 'Æ', 'ae'), '’', ''''))) WHERE name_folded = '';
--> statement-breakpoint
UPDATE models SET name_folded = trim(lower(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(name, 'é', 'e'), 'è', 'e'), 'ê', 'e'), 'ë', 'e'), 'É', 'e'), 'È', 'e'), 'Ê', 'e'), 'Ë', 'e'), 'à', 'a'), 'â', 'a'), 'ä', 'a'), 'á', 'a'), 'À', 'a'), 'Â', 'a'), 'Ä', 'a'), 'Á', 'a'), 'î', 'i'), 'ï', 'i'), 'í', 'i'), 'Î', 'i'), 'Ï', 'i'), 'Í', 'i'), 'ô', 'o'), 'ö', 'o'), 'ó', 'o'), 'Ô', 'o'), 'Ö', 'o'), 'Ó', 'o'), 'ù', 'u'), 'û', 'u'), 'ü', 'u'), 'ú', 'u'), 'Ù', 'u'), 'Û', 'u'), 'Ü', 'u'), 'Ú', 'u'), 'ç', 'c'), 'Ç', 'c'), 'ñ', 'n'), 'Ñ', 'n'), 'œ', 'oe'), 'Œ', 'oe'), 'æ', 'ae'), 'Æ', 'ae'), '’', ''''))) WHERE name_folded = '';
--> statement-breakpoint
-- The models of a case that is being tried are those of its newest POC without a verdict.
INSERT INTO use_case_models (use_case_id, model_id)
SELECT use_case_id, model_id FROM pocs
WHERE model_id IS NOT NULL AND verdict IS NULL AND id IN (SELECT max(id) FROM pocs GROUP BY use_case_id)
ON CONFLICT DO NOTHING;
--> statement-breakpoint
-- Those of the others: what the kept attempt was made of,
INSERT INTO use_case_models (use_case_id, model_id)
SELECT DISTINCT p.use_case_id, c.model_id FROM attempt_components c
JOIN attempts a ON a.id = c.attempt_id JOIN pocs p ON p.id = a.poc_id
WHERE c.model_id IS NOT NULL AND a.chosen = 1
ON CONFLICT DO NOTHING;
--> statement-breakpoint
INSERT INTO use_case_models (use_case_id, model_id)
SELECT DISTINCT p.use_case_id, a.model_id FROM attempts a JOIN pocs p ON p.id = a.poc_id
WHERE a.model_id IS NOT NULL AND a.chosen = 1
ON CONFLICT DO NOTHING;
--> statement-breakpoint
-- or the POC's own model where no attempt was kept;
INSERT INTO use_case_models (use_case_id, model_id)
SELECT p.use_case_id, p.model_id FROM pocs p
WHERE p.model_id IS NOT NULL AND p.verdict = 'scale' AND p.id IN (SELECT max(id) FROM pocs GROUP BY use_case_id)
AND NOT EXISTS (SELECT 1 FROM attempts a WHERE a.poc_id = p.id AND a.chosen = 1)
ON CONFLICT DO NOTHING;
--> statement-breakpoint
-- and then each switch since, the last word of each model counting.
DELETE FROM use_case_models WHERE EXISTS (
  SELECT 1 FROM model_switches s WHERE s.use_case_id = use_case_models.use_case_id AND s.from_model_id = use_case_models.model_id
  AND NOT EXISTS (SELECT 1 FROM model_switches t WHERE t.use_case_id = s.use_case_id AND t.to_model_id = s.from_model_id AND t.id > s.id));
--> statement-breakpoint
INSERT INTO use_case_models (use_case_id, model_id)
SELECT DISTINCT s.use_case_id, s.to_model_id FROM model_switches s
WHERE s.to_model_id IS NOT NULL
AND NOT EXISTS (SELECT 1 FROM model_switches t WHERE t.use_case_id = s.use_case_id AND t.from_model_id = s.to_model_id AND t.id > s.id)
ON CONFLICT DO NOTHING;
--> statement-breakpoint
INSERT INTO use_case_vendors (use_case_id, vendor_id)
SELECT DISTINCT u.use_case_id, m.vendor_id FROM use_case_models u JOIN models m ON m.id = u.model_id
WHERE 1 = 1
ON CONFLICT DO NOTHING;
