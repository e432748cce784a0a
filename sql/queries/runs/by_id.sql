-- One run. Grain: one run. Population: @RunId. Missing: NULL where it has not come to that.
SELECT *
FROM report_run_rows
WHERE RunId = @RunId;
