-- What SmpInsights' login needs, and no more: a schema of its own, in which smp migrate makes its tables, and to read what it is given to read.
-- For an administrator, once, in the database: CREATE DATABASE ...; CREATE LOGIN smp WITH PASSWORD = ...; USE ...; then this, as one batch.
-- Nothing outside the schema can be changed with that login, and nothing outside it read but @source.
DECLARE @login sysname = N'smp';
DECLARE @source sysname = NULL; -- a schema whose tables and views it may read, such as N'smp_source' (smp adopt); NULL for none
DECLARE @statement nvarchar(max);

IF DATABASE_PRINCIPAL_ID(@login) IS NULL
BEGIN
    SET @statement = N'CREATE USER ' + QUOTENAME(@login) + N' FOR LOGIN ' + QUOTENAME(@login) + N' WITH DEFAULT_SCHEMA = smp';
    EXEC (@statement);
END;

-- The owner of a schema may make, change and fill tables in it.
IF SCHEMA_ID(N'smp') IS NULL
BEGIN
    SET @statement = N'CREATE SCHEMA smp AUTHORIZATION ' + QUOTENAME(@login);
    EXEC (@statement);
END;

IF @source IS NOT NULL
BEGIN
    SET @statement = N'GRANT SELECT ON SCHEMA::' + QUOTENAME(@source) + N' TO ' + QUOTENAME(@login);
    EXEC (@statement);
END;

-- Making tables is a right of the database as well, which counts only where the schema may be changed. Babelfish has the schema's alone.
IF SERVERPROPERTY('Babelfish') IS NULL
BEGIN
    SET @statement = N'GRANT CREATE TABLE, CREATE VIEW TO ' + QUOTENAME(@login);
    EXEC (@statement);

    -- So that reports read one moment while imports go on; the login itself may not say so.
    IF EXISTS (SELECT 1 FROM sys.databases WHERE name = DB_NAME() AND snapshot_isolation_state = 0)
        EXEC (N'ALTER DATABASE CURRENT SET ALLOW_SNAPSHOT_ISOLATION ON');
END;
