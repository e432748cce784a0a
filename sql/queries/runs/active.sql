-- Runs that wait or are in hand, and those that ended lately. Grain: one run. Population: queued, running, or ended from @Since on. Missing: NULL where it has not come to that.
SELECT *
FROM report_run_rows
WHERE State IN ('queued', 'running') OR FinishedAt >= @Since
ORDER BY RunId;
