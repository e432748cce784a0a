-- Surveys. Grain: one survey sent. Population: all. Missing: NULL where the client did not answer.
SELECT survey_id, treatment_id, sent_on, responded_on, satisfaction, recommend, natural_look, expectation_met
FROM surveys
ORDER BY survey_id;
