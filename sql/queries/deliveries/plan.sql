-- A revision is to go to one recipient. Grain: one delivery. Asked twice, it stands once.
INSERT INTO report_deliveries (run_id, kind, target, recipient, token, state, attempt, next_attempt_at, queued_at)
SELECT @RunId, @Kind, @Target, @Recipient, @Token, 'pending', 0, @Now, @Now
WHERE NOT EXISTS (
    SELECT 1
    FROM report_deliveries
    WHERE run_id = @RunId AND target = @Target AND recipient = @Recipient);
