-- Takes a lock by name until the transaction ends. The result is below 0 where it was not granted in time.
DECLARE @granted int;
EXEC @granted = sp_getapplock @Resource = @name, @LockMode = N'Exclusive', @LockOwner = N'Transaction', @LockTimeout = @milliseconds;
SELECT @granted;
