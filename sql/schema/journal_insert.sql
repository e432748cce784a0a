-- Notes a migration as applied. Grain: one migration.
INSERT INTO schema_migrations (name, checksum) VALUES (@Name, @Checksum);
