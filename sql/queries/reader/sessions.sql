-- Sessions. Grain: one session. Population: all. Missing: NULL where unknown.
SELECT session_id, treatment_id, session_no, performed_on, practitioner_id, pigment_id, status, duration_min
FROM sessions
ORDER BY session_id;
