-- Notes how far a clinic is compared; what an import changed meanwhile stays to be looked at. Grain: one clinic, or all together.
UPDATE clinic_changes
SET compared = @Changes
WHERE clinic_id = @Clinic AND compared < @Changes;
