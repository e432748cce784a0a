using SmpInsights.Data.Runs;

namespace SmpInsights.Data.Deliveries;

/// <summary>A row of report_deliveries in the types of the embedded database.</summary>
internal sealed class StoredDelivery
{
    public long DeliveryId { get; init; }
    public long RunId { get; init; }
    public string Report { get; init; } = "";
    public string Clinic { get; init; } = "";
    public string Practitioner { get; init; } = "";
    public string Period { get; init; } = "";
    public int Revision { get; init; }
    public string Kind { get; init; } = "";
    public string Target { get; init; } = "";
    public string Recipient { get; init; } = "";
    public string Token { get; init; } = "";
    public string State { get; init; } = "";
    public int Attempt { get; init; }
    public string? Error { get; init; }
    public string? LeaseOwner { get; init; }
    public string NextAttemptAt { get; init; } = "";
    public string QueuedAt { get; init; } = "";
    public string? SentAt { get; init; }

    public DeliveryRow ToRow() => new(
        DeliveryId,
        RunId,
        new RunKey(Report, Clinic, Practitioner, Period),
        Revision,
        new DeliveryAddress(Enum.Parse<DeliveryKind>(Kind, ignoreCase: true), Target, Recipient),
        Token,
        Enum.Parse<DeliveryState>(State, ignoreCase: true),
        Attempt,
        Error,
        LeaseOwner,
        StoredRun.Time(NextAttemptAt)!.Value,
        StoredRun.Time(QueuedAt)!.Value,
        StoredRun.Time(SentAt));
}
