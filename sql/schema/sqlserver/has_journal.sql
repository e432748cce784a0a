-- Whether anything was ever applied, in the login's own schema: a table of that name in another schema is another program's.
SELECT CAST(CASE WHEN OBJECT_ID(QUOTENAME(SCHEMA_NAME()) + N'.schema_migrations', N'U') IS NULL THEN 0 ELSE 1 END AS bit);
