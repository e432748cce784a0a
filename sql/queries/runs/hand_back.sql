-- Puts a run back in the queue for any worker, as if it had not begun. Grain: one run. Population: the owner's own running run.
UPDATE report_runs
SET state = 'queued',
    attempt = attempt - 1,
    stage = NULL,
    progress = NULL,
    lease_owner = NULL,
    lease_until = NULL
WHERE run_id = @RunId AND lease_owner = @Owner AND state = 'running';
