-- Every run. Grain: one run. Population: all. Missing: NULL where it has not come to that.
SELECT *
FROM report_run_rows
ORDER BY RunId;
