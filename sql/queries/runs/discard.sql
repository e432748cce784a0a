-- Removes a run that has nothing new to say. Grain: one run. Population: the owner's own running run.
DELETE FROM report_runs
WHERE run_id = @RunId AND lease_owner = @Owner AND state = 'running';
