CREATE TABLE `case_changes` (
	`use_case_id` integer PRIMARY KEY NOT NULL,
	`number` integer NOT NULL
);

--> statement-breakpoint
CREATE INDEX `case_changes_number` ON `case_changes` (`number`);
--> statement-breakpoint
INSERT INTO case_changes (use_case_id, number) SELECT id, row_number() OVER (ORDER BY id) FROM use_cases;
--> statement-breakpoint
-- Names the register: what a process knows of another one, a restored one too, it forgets.
INSERT INTO case_changes (use_case_id, number) VALUES (0, -1 - abs(random() % 9007199254740000));
--> statement-breakpoint
CREATE TRIGGER case_changes_use_cases_insert AFTER INSERT ON use_cases BEGIN
  INSERT INTO case_changes (use_case_id, number)
  VALUES (NEW.id, max(coalesce((SELECT max(number) FROM case_changes), 0), 0) + 1)
  ON CONFLICT (use_case_id) DO UPDATE SET number = excluded.number;
END;
--> statement-breakpoint
CREATE TRIGGER case_changes_use_cases_delete AFTER DELETE ON use_cases BEGIN
  INSERT INTO case_changes (use_case_id, number)
  VALUES (OLD.id, max(coalesce((SELECT max(number) FROM case_changes), 0), 0) + 1)
  ON CONFLICT (use_case_id) DO UPDATE SET number = excluded.number;
END;
--> statement-breakpoint
CREATE TRIGGER case_changes_standings_insert AFTER INSERT ON standings BEGIN
  INSERT INTO case_changes (use_case_id, number)
  VALUES (NEW.use_case_id, max(coalesce((SELECT max(number) FROM case_changes), 0), 0) + 1)
  ON CONFLICT (use_case_id) DO UPDATE SET number = excluded.number;
END;
--> statement-breakpoint
CREATE TRIGGER case_changes_standings_delete AFTER DELETE ON standings BEGIN
  INSERT INTO case_changes (use_case_id, number)
  VALUES (OLD.use_case_id, max(coalesce((SELECT max(number) FROM case_changes), 0), 0) + 1)
  ON CONFLICT (use_case_id) DO UPDATE SET number = excluded.number;
END;
--> statement-breakpoint
CREATE TRIGGER case_changes_case_tags_insert AFTER INSERT ON case_tags BEGIN
  INSERT INTO case_changes (use_case_id, number)
  VALUES (NEW.use_case_id, max(coalesce((SELECT max(number) FROM case_changes), 0), 0) + 1)
  ON CONFLICT (use_case_id) DO UPDATE SET number = excluded.number;
END;
--> statement-breakpoint
CREATE TRIGGER case_changes_case_tags_delete AFTER DELETE ON case_tags BEGIN
  INSERT INTO case_changes (use_case_id, number)
  VALUES (OLD.use_case_id, max(coalesce((SELECT max(number) FROM case_changes), 0), 0) + 1)
  ON CONFLICT (use_case_id) DO UPDATE SET number = excluded.number;
END;
--> statement-breakpoint
CREATE TRIGGER case_changes_use_cases_update AFTER UPDATE ON use_cases BEGIN
  INSERT INTO case_changes (use_case_id, number)
  VALUES (NEW.id, max(coalesce((SELECT max(number) FROM case_changes), 0), 0) + 1)
  ON CONFLICT (use_case_id) DO UPDATE SET number = excluded.number;
END;
--> statement-breakpoint
CREATE TRIGGER case_changes_standings_update AFTER UPDATE OF value, complexity, npv_minor, realised_minor ON standings
WHEN OLD.value IS NOT NEW.value OR OLD.complexity IS NOT NEW.complexity OR OLD.npv_minor IS NOT NEW.npv_minor OR OLD.realised_minor IS NOT NEW.realised_minor BEGIN
  INSERT INTO case_changes (use_case_id, number)
  VALUES (NEW.use_case_id, max(coalesce((SELECT max(number) FROM case_changes), 0), 0) + 1)
  ON CONFLICT (use_case_id) DO UPDATE SET number = excluded.number;
END;
--> statement-breakpoint
CREATE TRIGGER case_changes_case_tags_update AFTER UPDATE ON case_tags BEGIN
  INSERT INTO case_changes (use_case_id, number)
  VALUES (OLD.use_case_id, max(coalesce((SELECT max(number) FROM case_changes), 0), 0) + 1)
  ON CONFLICT (use_case_id) DO UPDATE SET number = excluded.number;
  INSERT INTO case_changes (use_case_id, number)
  VALUES (NEW.use_case_id, max(coalesce((SELECT max(number) FROM case_changes), 0), 0) + 1)
  ON CONFLICT (use_case_id) DO UPDATE SET number = excluded.number;
END;
