-- Takes a comparison; no row changed means that another worker was first. Grain: one clinic, or all together. One that is not finished is taken again later.
UPDATE clinic_changes
SET not_before = @Until
WHERE clinic_id = @Clinic AND changes <> compared AND not_before <= @Now;
