-- Sessions and touch-ups that an export gave before, with what was inferred of them. Grain: one session or touch-up. Population: ids that begin with @start (clinic and map).
-- Missing: minutes NULL where not known; a reason is inferred where its mark is there.
SELECT
    'session' AS kind, s.session_id AS id, s.treatment_id, t.client_id, s.practitioner_id, t.technique_id, s.performed_on, s.duration_min, s.status, CAST(NULL AS varchar(64)) AS reason,
    (SELECT m.rule_text FROM inferred_cells AS m WHERE m.table_name = 'sessions' AND m.row_id = s.session_id AND m.column_name = 'status') AS status_rule,
    (SELECT m.rule_text FROM inferred_cells AS m WHERE m.table_name = 'treatments' AND m.row_id = s.treatment_id AND m.column_name = 'technique_id') AS service_rule,
    CAST(NULL AS varchar(400)) AS reason_rule
FROM sessions AS s
JOIN treatments AS t ON t.treatment_id = s.treatment_id
WHERE substring(s.session_id, 1, @length) = @start
UNION ALL
SELECT
    'touch-up', u.touch_up_id, u.treatment_id, t.client_id, u.practitioner_id, t.technique_id, u.performed_on, NULL, 'completed', u.reason,
    CAST(NULL AS varchar(400)),
    (SELECT m.rule_text FROM inferred_cells AS m WHERE m.table_name = 'touch_ups' AND m.row_id = u.touch_up_id AND m.column_name = 'touch_up_id'),
    (SELECT m.rule_text FROM inferred_cells AS m WHERE m.table_name = 'touch_ups' AND m.row_id = u.touch_up_id AND m.column_name = 'reason')
FROM touch_ups AS u
JOIN treatments AS t ON t.treatment_id = u.treatment_id
WHERE substring(u.touch_up_id, 1, @length) = @start;
