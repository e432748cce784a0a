using SmpInsights.Data.Runs;

namespace SmpInsights.Data.Deliveries;

/// <summary>One revision on its way to one recipient, as the ledger has it. <paramref name="Token"/> is the message's own id, the same at every attempt. Times are UTC.</summary>
public sealed record DeliveryRow(
    long DeliveryId,
    long RunId,
    RunKey Key,
    int Revision,
    DeliveryAddress Address,
    string Token,
    DeliveryState State,
    int Attempt,
    string? Error,
    string? LeaseOwner,
    DateTimeOffset NextAttemptAt,
    DateTimeOffset QueuedAt,
    DateTimeOffset? SentAt);
