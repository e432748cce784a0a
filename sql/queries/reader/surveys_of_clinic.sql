-- Surveys. Grain: one survey sent. Population: those of the treatments of the clinic's clients. Missing: NULL where the client did not answer.
SELECT v.survey_id, v.treatment_id, v.sent_on, v.responded_on, v.satisfaction, v.recommend, v.natural_look, v.expectation_met
FROM clients AS c
JOIN treatments AS t ON t.client_id = c.client_id
JOIN surveys AS v ON v.treatment_id = t.treatment_id
WHERE c.clinic_id = @clinic
ORDER BY v.survey_id;
