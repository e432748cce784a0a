-- A worker ends; those that ended without a word go after a while. Grain: one worker. Population: @Worker, and all silent since @SilentSince.
DELETE FROM workers
WHERE worker = @Worker OR beat_at < @SilentSince;
