-- Asks again for a run that failed. Grain: one run. Population: failed.
UPDATE report_runs
SET state = 'queued',
    attempt = 0,
    queued_at = @Now,
    not_before = @NotBefore,
    finished_at = NULL,
    stage = NULL,
    progress = NULL
WHERE run_id = @RunId AND state = 'failed';
