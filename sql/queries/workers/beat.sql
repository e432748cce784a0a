-- A worker's sign of life. Grain: one worker.
UPDATE workers
SET beat_at = @Now
WHERE worker = @Worker;
