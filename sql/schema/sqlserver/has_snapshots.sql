-- Whether a transaction may read one moment without holding up writers.
SELECT CAST(CASE WHEN EXISTS (SELECT 1 FROM sys.databases WHERE name = DB_NAME() AND snapshot_isolation_state = 1) THEN 1 ELSE 0 END AS bit);
