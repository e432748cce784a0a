-- The newest revision of each report of a clinic. Grain: one report of one month. Population: months from @Since (yyyy-MM) on. Missing: NULL where it has not come to that.
SELECT r.*
FROM report_run_rows AS r
WHERE r.Clinic = @Clinic AND r.Period >= @Since
    AND NOT EXISTS (
        SELECT 1
        FROM report_runs AS later
        WHERE later.report = r.Report AND later.clinic = r.Clinic AND later.practitioner = r.Practitioner AND later.period = r.Period
            AND later.revision > r.Revision)
ORDER BY r.Period, r.Report, r.Practitioner;
