-- The import has ended: what it changed may be looked at. Grain: one clinic, or all together.
UPDATE clinic_changes
SET not_before = @Now
WHERE clinic_id = @Clinic AND not_before > @Now;
