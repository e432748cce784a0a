-- Notes a run whose files show a forgotten client, once. Grain: one run. Population: @runId. Missing: none.
INSERT INTO revisions_to_remove (run_id)
SELECT run_id
FROM report_runs
WHERE run_id = @runId AND NOT EXISTS (SELECT 1 FROM revisions_to_remove WHERE run_id = @runId);
