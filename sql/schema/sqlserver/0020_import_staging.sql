-- Staging of imports. Rows bear the number of their import, and are removed when it is over; what is staged was parsed already.
-- *_written: a cell as the file has it, where that is not what is stored.

CREATE TABLE imports (
    import_id  int IDENTITY(1, 1) NOT NULL PRIMARY KEY,
    started_at datetime2(3) NOT NULL
);

CREATE TABLE import_rejected (
    import_id   int NOT NULL,
    line        bigint NOT NULL,
    column_name nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    value       nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    reason      nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    PRIMARY KEY (import_id, line)
);

CREATE TABLE import_touched (
    import_id    int NOT NULL,
    treatment_id nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    PRIMARY KEY (import_id, treatment_id)
);

CREATE TABLE staged_clinics (
    import_id int NOT NULL,
    line      bigint NOT NULL,
    clinic_id nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    name      nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL,
    time_zone nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL,
    currency  nchar(3) COLLATE Latin1_General_100_BIN2 NULL,
    PRIMARY KEY (import_id, line)
);

CREATE TABLE staged_practitioners (
    import_id          int NOT NULL,
    line               bigint NOT NULL,
    practitioner_id    nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    clinic_id          nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    name               nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL,
    started_on         date NULL,
    started_on_written nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    PRIMARY KEY (import_id, line)
);

CREATE TABLE staged_clients (
    import_id      int NOT NULL,
    line           bigint NOT NULL,
    client_id      nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    clinic_id      nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    birth_year     int NULL,
    sex            nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
    skin_type      nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
    skin_oiliness  nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
    sun_exposure   nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
    uses_sunscreen bit NULL,
    smoker         bit NULL,
    PRIMARY KEY (import_id, line)
);

CREATE TABLE staged_techniques (
    import_id    int NOT NULL,
    line         bigint NOT NULL,
    technique_id nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    name         nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL,
    PRIMARY KEY (import_id, line)
);

CREATE TABLE staged_pigments (
    import_id  int NOT NULL,
    line       bigint NOT NULL,
    pigment_id nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    brand      nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL,
    shade      nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL,
    lot        nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL,
    PRIMARY KEY (import_id, line)
);

CREATE TABLE staged_treatments (
    import_id                  int NOT NULL,
    line                       bigint NOT NULL,
    treatment_id               nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    client_id                  nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    practitioner_id            nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    technique_id               nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    indication                 nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
    zones                      nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    started_on                 date NULL,
    completed_on               date NULL,
    follow_up_ended_on         date NULL,
    end_reason                 nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
    started_on_written         nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    completed_on_written       nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    follow_up_ended_on_written nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    PRIMARY KEY (import_id, line)
);

CREATE TABLE staged_sessions (
    import_id            int NOT NULL,
    line                 bigint NOT NULL,
    session_id           nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    treatment_id         nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    session_no           int NULL,
    performed_on         date NULL,
    practitioner_id      nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    pigment_id           nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    duration_min         int NULL,
    needle               nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL,
    depth_mm             float NULL,
    angle_deg            float NULL,
    dots_per_cm2         float NULL,
    status               nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
    performed_on_written nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    PRIMARY KEY (import_id, line)
);

CREATE TABLE staged_touch_ups (
    import_id            int NOT NULL,
    line                 bigint NOT NULL,
    touch_up_id          nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    treatment_id         nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    performed_on         date NULL,
    practitioner_id      nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    reason               nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
    pigment_id           nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    under_warranty       bit NULL,
    performed_on_written nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    PRIMARY KEY (import_id, line)
);

CREATE TABLE staged_assessments (
    import_id           int NOT NULL,
    line                bigint NOT NULL,
    assessment_id       nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    treatment_id        nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    assessed_on         date NULL,
    method              nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
    contrast            float NULL,
    assessed_on_written nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    PRIMARY KEY (import_id, line)
);

CREATE TABLE staged_surveys (
    import_id            int NOT NULL,
    line                 bigint NOT NULL,
    survey_id            nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    treatment_id         nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    sent_on              date NULL,
    responded_on         date NULL,
    satisfaction         int NULL,
    recommend            int NULL,
    natural_look         int NULL,
    expectation_met      int NULL,
    sent_on_written      nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    responded_on_written nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    PRIMARY KEY (import_id, line)
);

CREATE TABLE staged_aftercare_checks (
    import_id          int NOT NULL,
    line               bigint NOT NULL,
    check_id           nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    treatment_id       nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    checked_on         date NULL,
    avoided_swimming   bit NULL,
    avoided_steam      bit NULL,
    avoided_exercise   bit NULL,
    uses_sunscreen     bit NULL,
    moisturises        bit NULL,
    checked_on_written nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    PRIMARY KEY (import_id, line)
);

CREATE TABLE staged_adverse_events (
    import_id           int NOT NULL,
    line                bigint NOT NULL,
    event_id            nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    treatment_id        nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    occurred_on         date NULL,
    kind                nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
    severity            nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
    resolved_on         date NULL,
    occurred_on_written nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    resolved_on_written nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    PRIMARY KEY (import_id, line)
);

CREATE TABLE staged_payments (
    import_id       int NOT NULL,
    line            bigint NOT NULL,
    payment_id      nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    clinic_id       nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    treatment_id    nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    touch_up_id     nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    kind            nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
    paid_on         date NULL,
    amount          decimal(18, 4) NULL,
    tax             decimal(18, 4) NULL,
    currency        nchar(3) COLLATE Latin1_General_100_BIN2 NULL,
    method          nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL,
    paid_on_written nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    amount_written  nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    tax_written     nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    PRIMARY KEY (import_id, line)
);
