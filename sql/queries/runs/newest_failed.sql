-- The newest revision of a key, if it failed. Grain: one run, at most one.
SELECT r.run_id
FROM report_runs AS r
WHERE r.report = @Report AND r.clinic = @Clinic AND r.practitioner = @Practitioner AND r.period = @Period
    AND r.state = 'failed'
    AND NOT EXISTS (
        SELECT 1
        FROM report_runs AS later
        WHERE later.report = r.report AND later.clinic = r.clinic AND later.practitioner = r.practitioner AND later.period = r.period
            AND later.revision > r.revision);
