-- A POC that was tried or judged before there were seals had started on its first day.
UPDATE pocs SET started_on = starts_on
WHERE verdict IS NOT NULL OR id IN (SELECT poc_id FROM attempts);
