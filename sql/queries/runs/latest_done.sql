-- The done runs of a key, the latest first. Grain: one run. Population: done. Missing: NULL where it has not come to that.
SELECT *
FROM report_run_rows
WHERE Report = @Report AND Clinic = @Clinic AND Practitioner = @Practitioner AND Period = @Period
    AND State = 'done'
ORDER BY Revision DESC;
