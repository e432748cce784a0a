-- Marks on a client's rows go; ids of payments, surveys and the like are looked up before their rows go. Grain: one cell. Population: those of @client. Missing: none.
DELETE FROM inferred_cells
WHERE (table_name = 'clients' AND row_id = @client)
    OR (table_name = 'treatments' AND row_id IN (SELECT treatment_id FROM treatments WHERE client_id = @client))
    OR (table_name = 'sessions' AND row_id IN (SELECT s.session_id FROM sessions AS s JOIN treatments AS t ON t.treatment_id = s.treatment_id WHERE t.client_id = @client))
    OR (table_name = 'touch_ups' AND row_id IN (SELECT u.touch_up_id FROM touch_ups AS u JOIN treatments AS t ON t.treatment_id = u.treatment_id WHERE t.client_id = @client))
    OR (table_name = 'assessments' AND row_id IN (SELECT a.assessment_id FROM assessments AS a JOIN treatments AS t ON t.treatment_id = a.treatment_id WHERE t.client_id = @client))
    OR (table_name = 'surveys' AND row_id IN (SELECT q.survey_id FROM surveys AS q JOIN treatments AS t ON t.treatment_id = q.treatment_id WHERE t.client_id = @client))
    OR (table_name = 'aftercare_checks' AND row_id IN (SELECT c.check_id FROM aftercare_checks AS c JOIN treatments AS t ON t.treatment_id = c.treatment_id WHERE t.client_id = @client))
    OR (table_name = 'adverse_events' AND row_id IN (SELECT e.event_id FROM adverse_events AS e JOIN treatments AS t ON t.treatment_id = e.treatment_id WHERE t.client_id = @client))
    OR (table_name = 'payments' AND row_id IN (SELECT p.payment_id FROM payments AS p JOIN treatments AS t ON t.treatment_id = p.treatment_id WHERE t.client_id = @client))
    OR (table_name = 'payments' AND row_id IN (
        SELECT p.payment_id
        FROM payments AS p
        JOIN touch_ups AS u ON u.touch_up_id = p.touch_up_id
        JOIN treatments AS t ON t.treatment_id = u.treatment_id
        WHERE t.client_id = @client));
