-- Counts a change of a clinic's rows; it is looked at from @NotBefore on. Grain: one clinic, or all together.
UPDATE clinic_changes
SET changes = changes + 1, not_before = @NotBefore
WHERE clinic_id = @Clinic;
