CREATE INDEX `use_cases_kinds` ON `use_cases` (`stage`,`department_id`,`ai_type`,`external_source`,`source`,`campaign_id`,`stage_since`,`author_id`,`co_author_id`);
