-- Lets reports read one moment without holding up writers, where the login may say so. Azure SQL and Babelfish always do.
IF SERVERPROPERTY('Babelfish') IS NULL
    AND HAS_PERMS_BY_NAME(DB_NAME(), N'DATABASE', N'ALTER') = 1
    AND EXISTS (SELECT 1 FROM sys.databases WHERE name = DB_NAME() AND snapshot_isolation_state = 0)
    EXEC (N'ALTER DATABASE CURRENT SET ALLOW_SNAPSHOT_ISOLATION ON');
