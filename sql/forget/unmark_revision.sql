-- The run's files are gone, or show no one any more. Grain: one run. Population: @runId. Missing: none.
DELETE FROM revisions_to_remove
WHERE run_id = @runId;
