using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace SmpInsights.Jobs.Telemetry;

/// <summary>
/// What can be measured from outside, under one name for counters and spans. Tags say which report and how it ended, never whose: a metric with a clinic in it grows with the clinics.
/// </summary>
public static class SmpTelemetry
{
    /// <summary>Of the meter and of the source of spans.</summary>
    public const string Name = "SmpInsights";

    internal static readonly ActivitySource Spans = new(Name);

    private static readonly Meter Meter = new(Name);

    /// <summary>Runs that ended, by report and outcome: done, unchanged, failed, lost, stopped.</summary>
    internal static readonly Counter<long> Runs = Meter.CreateCounter<long>("smp.runs", "{run}", "Runs that ended.");

    internal static readonly Histogram<double> RunSeconds = Meter.CreateHistogram<double>("smp.run.duration", "s", "How long runs took.");

    internal static readonly Histogram<double> StageSeconds = Meter.CreateHistogram<double>("smp.run.stage.duration", "s", "How long each stage of a run took.");

    /// <summary>Attempts that ended, by kind and outcome: sent, waits, failed, lost, stopped.</summary>
    internal static readonly Counter<long> Deliveries = Meter.CreateCounter<long>("smp.deliveries", "{attempt}", "Attempts at delivering that ended.");

    internal static readonly Histogram<double> DeliverySeconds = Meter.CreateHistogram<double>("smp.delivery.duration", "s", "How long attempts at delivering took.");
}
