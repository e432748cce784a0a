-- The open run of a key. Grain: one run, at most one. Population: queued or running. Missing: NULL where it has not come to that.
SELECT *
FROM report_run_rows
WHERE Report = @Report AND Clinic = @Clinic AND Practitioner = @Practitioner AND Period = @Period
    AND State IN ('queued', 'running')
ORDER BY Revision DESC;
