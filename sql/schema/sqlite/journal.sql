-- Journal of applied migrations: one row a migration file; checksum is the SHA-256 of its text with LF line ends.
CREATE TABLE IF NOT EXISTS schema_migrations (
    name     TEXT NOT NULL PRIMARY KEY,
    checksum TEXT NOT NULL CHECK (length(checksum) = 64)
) WITHOUT ROWID;
