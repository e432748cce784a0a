-- Queues the next revision of a key unless one is open. Grain: one run.
-- Two callers at once: the unique constraint (2627, or 2601 for an index) lets one in.
BEGIN TRY
    INSERT INTO report_runs (report, clinic, practitioner, period, revision, state, attempt, queued_at, not_before)
    SELECT @Report, @Clinic, @Practitioner, @Period, COALESCE((
            SELECT MAX(revision)
            FROM report_runs
            WHERE report = @Report AND clinic = @Clinic AND practitioner = @Practitioner AND period = @Period), 0) + 1,
        'queued', 0, @Now, @NotBefore
    WHERE NOT EXISTS (
        SELECT 1
        FROM report_runs
        WHERE report = @Report AND clinic = @Clinic AND practitioner = @Practitioner AND period = @Period
            AND state IN ('queued', 'running'));
END TRY
BEGIN CATCH
    IF ERROR_NUMBER() NOT IN (2601, 2627) THROW;
END CATCH;
