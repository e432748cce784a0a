-- Imports that were never ended. Grain: one import. Population: begun before @before.
SELECT import_id FROM imports WHERE started_at < @before;
