-- Tables of the data contract, SQLite.
-- Ids: TEXT, compared by bytes (BINARY, the default). Dates: TEXT yyyy-MM-dd, so that text order is date order. Booleans: 0 or 1. Empty: NULL.
-- Money: INTEGER, in ten-thousandths of the currency's unit (12.34 is 123400), so that sums are exact.
-- Readings (contrast, depth, angle, density): REAL.
-- WITHOUT ROWID: a table is stored in the order of its id, which is the order in which it is read.

CREATE TABLE clinics (
    clinic_id TEXT NOT NULL PRIMARY KEY CHECK (length(clinic_id) BETWEEN 1 AND 64),
    name      TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    currency  TEXT NOT NULL CHECK (length(currency) = 3)
) WITHOUT ROWID;

CREATE TABLE practitioners (
    practitioner_id TEXT NOT NULL PRIMARY KEY CHECK (length(practitioner_id) BETWEEN 1 AND 64),
    clinic_id       TEXT NOT NULL REFERENCES clinics (clinic_id),
    name            TEXT NOT NULL,
    started_on      TEXT NULL CHECK (length(started_on) = 10)
) WITHOUT ROWID;

CREATE INDEX ix_practitioners_clinic ON practitioners (clinic_id);

CREATE TABLE clients (
    client_id      TEXT NOT NULL PRIMARY KEY CHECK (length(client_id) BETWEEN 1 AND 64),
    clinic_id      TEXT NOT NULL REFERENCES clinics (clinic_id),
    birth_year     INTEGER NULL,
    sex            TEXT NULL CHECK (sex IN ('F', 'M', 'X')),
    skin_type      TEXT NULL CHECK (skin_type IN ('I', 'II', 'III', 'IV', 'V', 'VI')),
    skin_oiliness  TEXT NULL CHECK (skin_oiliness IN ('dry', 'normal', 'oily')),
    sun_exposure   TEXT NULL CHECK (sun_exposure IN ('low', 'moderate', 'high')),
    uses_sunscreen INTEGER NULL CHECK (uses_sunscreen IN (0, 1)),
    smoker         INTEGER NULL CHECK (smoker IN (0, 1))
) WITHOUT ROWID;

CREATE INDEX ix_clients_clinic ON clients (clinic_id);

CREATE TABLE techniques (
    technique_id TEXT NOT NULL PRIMARY KEY CHECK (length(technique_id) BETWEEN 1 AND 64),
    name         TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE pigments (
    pigment_id TEXT NOT NULL PRIMARY KEY CHECK (length(pigment_id) BETWEEN 1 AND 64),
    brand      TEXT NOT NULL,
    shade      TEXT NOT NULL,
    lot        TEXT NULL
) WITHOUT ROWID;

CREATE TABLE treatments (
    treatment_id       TEXT NOT NULL PRIMARY KEY CHECK (length(treatment_id) BETWEEN 1 AND 64),
    client_id          TEXT NOT NULL REFERENCES clients (client_id),
    practitioner_id    TEXT NOT NULL REFERENCES practitioners (practitioner_id),
    technique_id       TEXT NOT NULL REFERENCES techniques (technique_id),
    indication         TEXT NULL CHECK (indication IN ('male-pattern', 'female-pattern', 'alopecia', 'thinning', 'scar', 'transplant-correction', 'ageing', 'medication', 'other')),
    zones              TEXT NULL,
    started_on         TEXT NOT NULL CHECK (length(started_on) = 10),
    completed_on       TEXT NULL CHECK (length(completed_on) = 10 AND completed_on >= started_on),
    follow_up_ended_on TEXT NULL CHECK (length(follow_up_ended_on) = 10 AND (completed_on IS NULL OR follow_up_ended_on >= completed_on)),
    end_reason         TEXT NULL CHECK (end_reason IN ('moved', 'withdrew', 'laser-removal', 'hair-transplant', 'deceased', 'other'))
) WITHOUT ROWID;

CREATE INDEX ix_treatments_client ON treatments (client_id);
CREATE INDEX ix_treatments_completed ON treatments (completed_on);

CREATE TABLE sessions (
    session_id      TEXT NOT NULL PRIMARY KEY CHECK (length(session_id) BETWEEN 1 AND 64),
    treatment_id    TEXT NOT NULL REFERENCES treatments (treatment_id),
    session_no      INTEGER NOT NULL CHECK (session_no >= 1),
    performed_on    TEXT NOT NULL CHECK (length(performed_on) = 10),
    practitioner_id TEXT NOT NULL REFERENCES practitioners (practitioner_id),
    pigment_id      TEXT NULL REFERENCES pigments (pigment_id),
    duration_min    INTEGER NULL,
    needle          TEXT NULL,
    depth_mm        REAL NULL,
    angle_deg       REAL NULL,
    dots_per_cm2    REAL NULL,
    status          TEXT NOT NULL CHECK (status IN ('completed', 'cancelled', 'no-show'))
) WITHOUT ROWID;

CREATE INDEX ix_sessions_treatment ON sessions (treatment_id, performed_on);

CREATE TABLE touch_ups (
    touch_up_id     TEXT NOT NULL PRIMARY KEY CHECK (length(touch_up_id) BETWEEN 1 AND 64),
    treatment_id    TEXT NOT NULL REFERENCES treatments (treatment_id),
    performed_on    TEXT NOT NULL CHECK (length(performed_on) = 10),
    practitioner_id TEXT NOT NULL REFERENCES practitioners (practitioner_id),
    reason          TEXT NOT NULL CHECK (reason IN ('fade', 'colour-shift', 'density', 'hairline-change', 'correction', 'other')),
    pigment_id      TEXT NULL REFERENCES pigments (pigment_id),
    under_warranty  INTEGER NULL CHECK (under_warranty IN (0, 1))
) WITHOUT ROWID;

CREATE INDEX ix_touch_ups_treatment ON touch_ups (treatment_id, performed_on);

CREATE TABLE assessments (
    assessment_id TEXT NOT NULL PRIMARY KEY CHECK (length(assessment_id) BETWEEN 1 AND 64),
    treatment_id  TEXT NOT NULL REFERENCES treatments (treatment_id),
    assessed_on   TEXT NOT NULL CHECK (length(assessed_on) = 10),
    method        TEXT NOT NULL CHECK (method IN ('colorimetry', 'photo', 'visual')),
    contrast      REAL NOT NULL CHECK (contrast > 0)
) WITHOUT ROWID;

CREATE INDEX ix_assessments_treatment ON assessments (treatment_id, assessed_on);

CREATE TABLE surveys (
    survey_id       TEXT NOT NULL PRIMARY KEY CHECK (length(survey_id) BETWEEN 1 AND 64),
    treatment_id    TEXT NOT NULL REFERENCES treatments (treatment_id),
    sent_on         TEXT NOT NULL CHECK (length(sent_on) = 10),
    responded_on    TEXT NULL CHECK (length(responded_on) = 10 AND responded_on >= sent_on),
    satisfaction    INTEGER NULL CHECK (satisfaction BETWEEN 1 AND 5),
    recommend       INTEGER NULL CHECK (recommend BETWEEN 0 AND 10),
    natural_look    INTEGER NULL CHECK (natural_look BETWEEN 1 AND 5),
    expectation_met INTEGER NULL CHECK (expectation_met BETWEEN 1 AND 5)
) WITHOUT ROWID;

CREATE INDEX ix_surveys_treatment ON surveys (treatment_id, sent_on);

CREATE TABLE aftercare_checks (
    check_id         TEXT NOT NULL PRIMARY KEY CHECK (length(check_id) BETWEEN 1 AND 64),
    treatment_id     TEXT NOT NULL REFERENCES treatments (treatment_id),
    checked_on       TEXT NOT NULL CHECK (length(checked_on) = 10),
    avoided_swimming INTEGER NULL CHECK (avoided_swimming IN (0, 1)),
    avoided_steam    INTEGER NULL CHECK (avoided_steam IN (0, 1)),
    avoided_exercise INTEGER NULL CHECK (avoided_exercise IN (0, 1)),
    uses_sunscreen   INTEGER NULL CHECK (uses_sunscreen IN (0, 1)),
    moisturises      INTEGER NULL CHECK (moisturises IN (0, 1))
) WITHOUT ROWID;

CREATE INDEX ix_aftercare_checks_treatment ON aftercare_checks (treatment_id, checked_on);

CREATE TABLE adverse_events (
    event_id     TEXT NOT NULL PRIMARY KEY CHECK (length(event_id) BETWEEN 1 AND 64),
    treatment_id TEXT NOT NULL REFERENCES treatments (treatment_id),
    occurred_on  TEXT NOT NULL CHECK (length(occurred_on) = 10),
    kind         TEXT NOT NULL CHECK (kind IN ('infection', 'allergic-reaction', 'pigment-migration', 'colour-change', 'scarring', 'other')),
    severity     TEXT NOT NULL CHECK (severity IN ('mild', 'moderate', 'severe')),
    resolved_on  TEXT NULL CHECK (length(resolved_on) = 10)
) WITHOUT ROWID;

CREATE INDEX ix_adverse_events_treatment ON adverse_events (treatment_id, occurred_on);

CREATE TABLE payments (
    payment_id   TEXT NOT NULL PRIMARY KEY CHECK (length(payment_id) BETWEEN 1 AND 64),
    clinic_id    TEXT NOT NULL REFERENCES clinics (clinic_id),
    treatment_id TEXT NULL REFERENCES treatments (treatment_id),
    touch_up_id  TEXT NULL REFERENCES touch_ups (touch_up_id),
    kind         TEXT NOT NULL CHECK (kind IN ('deposit', 'session', 'touch-up', 'product', 'refund')),
    paid_on      TEXT NOT NULL CHECK (length(paid_on) = 10),
    amount       INTEGER NOT NULL CHECK (typeof(amount) = 'integer' AND CASE kind WHEN 'refund' THEN amount <= 0 ELSE amount >= 0 END),
    tax          INTEGER NOT NULL CHECK (typeof(tax) = 'integer'),
    currency     TEXT NOT NULL CHECK (length(currency) = 3),
    method       TEXT NULL
) WITHOUT ROWID;

CREATE INDEX ix_payments_clinic ON payments (clinic_id, paid_on);
CREATE INDEX ix_payments_treatment ON payments (treatment_id);
CREATE INDEX ix_payments_touch_up ON payments (touch_up_id);
