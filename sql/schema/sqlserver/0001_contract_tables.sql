-- Tables of the data contract, SQL Server (2019 and later, Azure SQL, Babelfish).
-- Text: a binary collation, so that it is compared letter by letter whatever the database's own collation. Ids: nvarchar(64). Booleans: bit. Empty: NULL.
-- Id lengths are in UTF-16 units, as the import counts them. References: at the end of the file.
-- Money: decimal(18, 4). Readings (contrast, depth, angle, density): float.

CREATE TABLE clinics (
    clinic_id nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY CHECK (len(clinic_id) BETWEEN 1 AND 64),
    name      nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    time_zone nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    currency  nchar(3) COLLATE Latin1_General_100_BIN2 NOT NULL CHECK (len(currency) = 3)
);

CREATE TABLE practitioners (
    practitioner_id nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY CHECK (len(practitioner_id) BETWEEN 1 AND 64),
    clinic_id       nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    name            nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    started_on      date NULL
);

CREATE INDEX ix_practitioners_clinic ON practitioners (clinic_id);

CREATE TABLE clients (
    client_id      nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY CHECK (len(client_id) BETWEEN 1 AND 64),
    clinic_id      nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    birth_year     int NULL,
    sex            nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL CHECK (sex IN ('F', 'M', 'X')),
    skin_type      nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL CHECK (skin_type IN ('I', 'II', 'III', 'IV', 'V', 'VI')),
    skin_oiliness  nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL CHECK (skin_oiliness IN ('dry', 'normal', 'oily')),
    sun_exposure   nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL CHECK (sun_exposure IN ('low', 'moderate', 'high')),
    uses_sunscreen bit NULL,
    smoker         bit NULL
);

CREATE INDEX ix_clients_clinic ON clients (clinic_id);

CREATE TABLE techniques (
    technique_id nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY CHECK (len(technique_id) BETWEEN 1 AND 64),
    name         nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL
);

CREATE TABLE pigments (
    pigment_id nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY CHECK (len(pigment_id) BETWEEN 1 AND 64),
    brand      nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    shade      nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    lot        nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL
);

CREATE TABLE treatments (
    treatment_id       nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY CHECK (len(treatment_id) BETWEEN 1 AND 64),
    client_id          nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    practitioner_id    nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    technique_id       nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    indication         nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL CHECK (indication IN ('male-pattern', 'female-pattern', 'alopecia', 'thinning', 'scar', 'transplant-correction', 'ageing', 'medication', 'other')),
    zones              nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    started_on         date NOT NULL,
    completed_on       date NULL,
    follow_up_ended_on date NULL,
    end_reason         nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL CHECK (end_reason IN ('moved', 'withdrew', 'laser-removal', 'hair-transplant', 'deceased', 'other')),
    CHECK (completed_on >= started_on),
    CHECK (completed_on IS NULL OR follow_up_ended_on >= completed_on)
);

CREATE INDEX ix_treatments_client ON treatments (client_id);
CREATE INDEX ix_treatments_completed ON treatments (completed_on);

CREATE TABLE sessions (
    session_id      nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY CHECK (len(session_id) BETWEEN 1 AND 64),
    treatment_id    nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    session_no      int NOT NULL CHECK (session_no >= 1),
    performed_on    date NOT NULL,
    practitioner_id nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    pigment_id      nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    duration_min    int NULL,
    needle          nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL,
    depth_mm        float NULL,
    angle_deg       float NULL,
    dots_per_cm2    float NULL,
    status          nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL CHECK (status IN ('completed', 'cancelled', 'no-show'))
);

CREATE INDEX ix_sessions_treatment ON sessions (treatment_id, performed_on);

CREATE TABLE touch_ups (
    touch_up_id     nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY CHECK (len(touch_up_id) BETWEEN 1 AND 64),
    treatment_id    nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    performed_on    date NOT NULL,
    practitioner_id nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    reason          nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL CHECK (reason IN ('fade', 'colour-shift', 'density', 'hairline-change', 'correction', 'other')),
    pigment_id      nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    under_warranty  bit NULL
);

CREATE INDEX ix_touch_ups_treatment ON touch_ups (treatment_id, performed_on);

CREATE TABLE assessments (
    assessment_id nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY CHECK (len(assessment_id) BETWEEN 1 AND 64),
    treatment_id  nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    assessed_on   date NOT NULL,
    method        nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL CHECK (method IN ('colorimetry', 'photo', 'visual')),
    contrast      float NOT NULL CHECK (contrast > 0)
);

CREATE INDEX ix_assessments_treatment ON assessments (treatment_id, assessed_on);

CREATE TABLE surveys (
    survey_id       nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY CHECK (len(survey_id) BETWEEN 1 AND 64),
    treatment_id    nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    sent_on         date NOT NULL,
    responded_on    date NULL,
    satisfaction    int NULL CHECK (satisfaction BETWEEN 1 AND 5),
    recommend       int NULL CHECK (recommend BETWEEN 0 AND 10),
    natural_look    int NULL CHECK (natural_look BETWEEN 1 AND 5),
    expectation_met int NULL CHECK (expectation_met BETWEEN 1 AND 5),
    CHECK (responded_on >= sent_on)
);

CREATE INDEX ix_surveys_treatment ON surveys (treatment_id, sent_on);

CREATE TABLE aftercare_checks (
    check_id         nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY CHECK (len(check_id) BETWEEN 1 AND 64),
    treatment_id     nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    checked_on       date NOT NULL,
    avoided_swimming bit NULL,
    avoided_steam    bit NULL,
    avoided_exercise bit NULL,
    uses_sunscreen   bit NULL,
    moisturises      bit NULL
);

CREATE INDEX ix_aftercare_checks_treatment ON aftercare_checks (treatment_id, checked_on);

CREATE TABLE adverse_events (
    event_id     nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY CHECK (len(event_id) BETWEEN 1 AND 64),
    treatment_id nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    occurred_on  date NOT NULL,
    kind         nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL CHECK (kind IN ('infection', 'allergic-reaction', 'pigment-migration', 'colour-change', 'scarring', 'other')),
    severity     nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL CHECK (severity IN ('mild', 'moderate', 'severe')),
    resolved_on  date NULL
);

CREATE INDEX ix_adverse_events_treatment ON adverse_events (treatment_id, occurred_on);

CREATE TABLE payments (
    payment_id   nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY CHECK (len(payment_id) BETWEEN 1 AND 64),
    clinic_id    nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    treatment_id nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    touch_up_id  nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    kind         nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL CHECK (kind IN ('deposit', 'session', 'touch-up', 'product', 'refund')),
    paid_on      date NOT NULL,
    amount       decimal(18, 4) NOT NULL,
    tax          decimal(18, 4) NOT NULL,
    currency     nchar(3) COLLATE Latin1_General_100_BIN2 NOT NULL CHECK (len(currency) = 3),
    method       nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL,
    CHECK ((kind = 'refund' AND amount <= 0) OR (kind <> 'refund' AND amount >= 0))
);

CREATE INDEX ix_payments_clinic ON payments (clinic_id, paid_on);
CREATE INDEX ix_payments_treatment ON payments (treatment_id);
CREATE INDEX ix_payments_touch_up ON payments (touch_up_id);

-- References. Not on Babelfish, which cannot compare a foreign key under a binary collation; there the import's own checks stand alone.
IF SERVERPROPERTY('Babelfish') IS NULL
BEGIN
    ALTER TABLE practitioners ADD FOREIGN KEY (clinic_id) REFERENCES clinics (clinic_id);
    ALTER TABLE clients ADD FOREIGN KEY (clinic_id) REFERENCES clinics (clinic_id);
    ALTER TABLE treatments ADD FOREIGN KEY (client_id) REFERENCES clients (client_id);
    ALTER TABLE treatments ADD FOREIGN KEY (practitioner_id) REFERENCES practitioners (practitioner_id);
    ALTER TABLE treatments ADD FOREIGN KEY (technique_id) REFERENCES techniques (technique_id);
    ALTER TABLE sessions ADD FOREIGN KEY (treatment_id) REFERENCES treatments (treatment_id);
    ALTER TABLE sessions ADD FOREIGN KEY (practitioner_id) REFERENCES practitioners (practitioner_id);
    ALTER TABLE sessions ADD FOREIGN KEY (pigment_id) REFERENCES pigments (pigment_id);
    ALTER TABLE touch_ups ADD FOREIGN KEY (treatment_id) REFERENCES treatments (treatment_id);
    ALTER TABLE touch_ups ADD FOREIGN KEY (practitioner_id) REFERENCES practitioners (practitioner_id);
    ALTER TABLE touch_ups ADD FOREIGN KEY (pigment_id) REFERENCES pigments (pigment_id);
    ALTER TABLE assessments ADD FOREIGN KEY (treatment_id) REFERENCES treatments (treatment_id);
    ALTER TABLE surveys ADD FOREIGN KEY (treatment_id) REFERENCES treatments (treatment_id);
    ALTER TABLE aftercare_checks ADD FOREIGN KEY (treatment_id) REFERENCES treatments (treatment_id);
    ALTER TABLE adverse_events ADD FOREIGN KEY (treatment_id) REFERENCES treatments (treatment_id);
    ALTER TABLE payments ADD FOREIGN KEY (clinic_id) REFERENCES clinics (clinic_id);
    ALTER TABLE payments ADD FOREIGN KEY (treatment_id) REFERENCES treatments (treatment_id);
    ALTER TABLE payments ADD FOREIGN KEY (touch_up_id) REFERENCES touch_ups (touch_up_id);
END;
