-- The newest sign of life of any worker. Grain: one row. Missing: NULL where none is at work.
SELECT MAX(beat_at)
FROM workers;
