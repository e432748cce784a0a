-- Journal of applied migrations: one row a migration file; checksum is the SHA-256 of its text with LF line ends.
IF OBJECT_ID(QUOTENAME(SCHEMA_NAME()) + N'.schema_migrations', N'U') IS NULL
    CREATE TABLE schema_migrations (
        name     nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
        checksum nchar(64) NOT NULL CHECK (len(checksum) = 64)
    );
