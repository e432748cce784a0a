-- A worker begins. Grain: one worker.
INSERT INTO workers (worker, started_at, beat_at)
VALUES (@Worker, @Now, @Now);
