using System.Diagnostics;
using SmpInsights.Data.Deliveries;
using SmpInsights.Jobs.Delivery;

namespace SmpInsights.Jobs.Telemetry;

/// <summary>One attempt at delivering, as a span, a count and a time. One that no outcome was told of was stopped.</summary>
internal sealed class DeliveryTelemetry : IDisposable
{
    private readonly Activity? _span = SmpTelemetry.Spans.StartActivity("deliver", ActivityKind.Producer);
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly string _kind;
    private string _outcome = "stopped";

    private DeliveryTelemetry(DeliveryRow row)
    {
        _kind = row.Address.Kind.ToString().ToLowerInvariant();
        _span?.SetTag("smp.delivery.id", row.DeliveryId).SetTag("smp.delivery.kind", _kind).SetTag("smp.delivery.attempt", row.Attempt).SetTag("smp.run.id", row.RunId).SetTag("smp.report", row.Key.Report);
    }

    public static DeliveryTelemetry Begin(DeliveryRow row) => new(row);

    public DeliveryOutcome? End(DeliveryOutcome? outcome)
    {
        _outcome = outcome switch { null => "lost", { IsSent: true } => "sent", { RetryAt: not null } => "waits", _ => "failed" };
        if (outcome is { Error: { } error })
            _span?.SetStatus(ActivityStatusCode.Error, error);
        return outcome;
    }

    public void Dispose()
    {
        var tags = new TagList { { "kind", _kind }, { "outcome", _outcome } };
        SmpTelemetry.Deliveries.Add(1, tags);
        SmpTelemetry.DeliverySeconds.Record(Stopwatch.GetElapsedTime(_start).TotalSeconds, tags);
        _span?.SetTag("smp.outcome", _outcome);
        _span?.Dispose();
    }
}
