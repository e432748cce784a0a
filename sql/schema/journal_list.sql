-- What was applied. Grain: one migration. Population: all.
SELECT name, checksum FROM schema_migrations ORDER BY name;
