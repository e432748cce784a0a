-- Deliveries as the program reads them: every column under the name it has there, with the revision they are of.
CREATE VIEW report_delivery_rows AS
SELECT
    d.delivery_id AS DeliveryId,
    d.run_id AS RunId,
    r.report AS Report,
    r.clinic AS Clinic,
    r.practitioner AS Practitioner,
    r.period AS Period,
    r.revision AS Revision,
    d.kind AS Kind,
    d.target AS Target,
    d.recipient AS Recipient,
    d.token AS Token,
    d.state AS State,
    d.attempt AS Attempt,
    d.error AS Error,
    d.lease_owner AS LeaseOwner,
    d.next_attempt_at AS NextAttemptAt,
    d.queued_at AS QueuedAt,
    d.sent_at AS SentAt
FROM report_deliveries AS d
JOIN report_runs AS r ON r.run_id = d.run_id;
