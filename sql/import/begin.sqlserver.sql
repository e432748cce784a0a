-- Begins an import and gives its number. Grain: one import.
INSERT INTO imports (started_at) OUTPUT inserted.import_id VALUES (@now);
