using SmpInsights.Data.Runs;

namespace SmpInsights.Data.Deliveries;

/// <summary>A row of report_deliveries as Dapper reads it.</summary>
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
    public DateTimeOffset NextAttemptAt { get; init; }
    public DateTimeOffset QueuedAt { get; init; }
    public DateTimeOffset? SentAt { get; init; }

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
        NextAttemptAt,
        QueuedAt,
        SentAt);
}
