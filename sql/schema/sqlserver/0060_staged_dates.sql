-- Dates are staged as text yyyy-MM-dd and cast when they are read: a bulk copy of dates costs some servers more than all the other columns together.
ALTER TABLE staged_practitioners ALTER COLUMN started_on char(10);
ALTER TABLE staged_treatments ALTER COLUMN started_on char(10);
ALTER TABLE staged_treatments ALTER COLUMN completed_on char(10);
ALTER TABLE staged_treatments ALTER COLUMN follow_up_ended_on char(10);
ALTER TABLE staged_sessions ALTER COLUMN performed_on char(10);
ALTER TABLE staged_touch_ups ALTER COLUMN performed_on char(10);
ALTER TABLE staged_assessments ALTER COLUMN assessed_on char(10);
ALTER TABLE staged_surveys ALTER COLUMN sent_on char(10);
ALTER TABLE staged_surveys ALTER COLUMN responded_on char(10);
ALTER TABLE staged_aftercare_checks ALTER COLUMN checked_on char(10);
ALTER TABLE staged_adverse_events ALTER COLUMN occurred_on char(10);
ALTER TABLE staged_adverse_events ALTER COLUMN resolved_on char(10);
ALTER TABLE staged_payments ALTER COLUMN paid_on char(10);
