-- The first change of a clinic's rows. Grain: one clinic, or all together.
INSERT INTO clinic_changes (clinic_id, changes, compared, not_before)
VALUES (@Clinic, 1, 0, @NotBefore);
