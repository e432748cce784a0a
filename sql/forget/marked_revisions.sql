-- Runs whose files are to be removed, the oldest first. Grain: one run. Population: all marked. Missing: NULL where it has not come to that.
SELECT *
FROM report_run_rows
WHERE RunId IN (SELECT run_id FROM revisions_to_remove)
ORDER BY RunId;
