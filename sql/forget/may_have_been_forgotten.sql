-- Whether an id that no client has may be one of a client forgotten before: some client was, and nothing else has the id. Grain: one id. Population: @client. Missing: none.
SELECT COUNT(*)
FROM (SELECT 1 AS one) AS asked
WHERE EXISTS (SELECT 1 FROM forgettings)
    AND NOT EXISTS (SELECT 1 FROM clients WHERE client_id = @client)
    AND NOT EXISTS (SELECT 1 FROM clinics WHERE clinic_id = @client)
    AND NOT EXISTS (SELECT 1 FROM practitioners WHERE practitioner_id = @client)
    AND NOT EXISTS (SELECT 1 FROM techniques WHERE technique_id = @client)
    AND NOT EXISTS (SELECT 1 FROM pigments WHERE pigment_id = @client)
    AND NOT EXISTS (SELECT 1 FROM treatments WHERE treatment_id = @client)
    AND NOT EXISTS (SELECT 1 FROM sessions WHERE session_id = @client)
    AND NOT EXISTS (SELECT 1 FROM touch_ups WHERE touch_up_id = @client)
    AND NOT EXISTS (SELECT 1 FROM assessments WHERE assessment_id = @client)
    AND NOT EXISTS (SELECT 1 FROM surveys WHERE survey_id = @client)
    AND NOT EXISTS (SELECT 1 FROM aftercare_checks WHERE check_id = @client)
    AND NOT EXISTS (SELECT 1 FROM adverse_events WHERE event_id = @client)
    AND NOT EXISTS (SELECT 1 FROM payments WHERE payment_id = @client);
