-- Notes how far a run is. Grain: one run. Population: the owner's own running run.
UPDATE report_runs
SET stage = @Stage, progress = @Progress
WHERE run_id = @RunId AND lease_owner = @Owner AND state = 'running';
