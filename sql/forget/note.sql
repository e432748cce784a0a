-- Notes that a client was forgotten. Grain: one forgetting.
INSERT INTO forgettings (clinic_id, forgotten_at)
VALUES (@clinic, @now);
