-- A reading has ended, whole or not: read_at stays where it failed.
UPDATE adoption
SET read_at = COALESCE(@readAt, read_at), error = @error
