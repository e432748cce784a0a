-- Ids of practitioners. Grain: one practitioner. Population: all. Missing: none, the id is required.
SELECT practitioner_id
FROM practitioners;
