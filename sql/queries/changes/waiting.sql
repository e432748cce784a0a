-- Clinics whose rows changed since reported months were compared with them. Grain: one clinic, or all together. Population: not held by a worker or an import.
SELECT clinic_id, changes
FROM clinic_changes
WHERE changes <> compared AND not_before <= @Now
ORDER BY clinic_id;
