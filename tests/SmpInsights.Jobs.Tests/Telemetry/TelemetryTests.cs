using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using SmpInsights.Jobs.Runs;
using SmpInsights.Jobs.Telemetry;
using SmpInsights.Jobs.Tests.Delivery;

namespace SmpInsights.Jobs.Tests.Telemetry;

/// <summary>What a collector outside hears. Meters are the process's, so that no other test may run meanwhile.</summary>
[Collection(nameof(Alone))]
public sealed class TelemetryTests : IDisposable
{
    [CollectionDefinition(nameof(Alone), DisableParallelization = true)]
    public sealed class Alone;

    private readonly DeliveryFolder _folder = new(DeliveryFolder.Copy("copies"));
    private readonly MeterListener _meters = new();
    private readonly ActivityListener _spans;
    private readonly ConcurrentQueue<string> _measured = new();
    private readonly ConcurrentQueue<Activity> _ended = new();
    private readonly ActivityTraceId _trace = ActivityTraceId.CreateRandom();
    private readonly Activity _parent;

    public TelemetryTests()
    {
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (string.Equals(instrument.Meter.Name, SmpTelemetry.Name, StringComparison.Ordinal))
                listener.EnableMeasurementEvents(instrument);
        };
        _meters.SetMeasurementEventCallback<long>((i, value, tags, _) => Note(i, value, tags));
        _meters.SetMeasurementEventCallback<double>((i, value, tags, _) => Note(i, value < 0 ? -1 : 1, tags));
        _meters.Start();
        _spans = new ActivityListener { ShouldListenTo = s => string.Equals(s.Name, SmpTelemetry.Name, StringComparison.Ordinal), Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded, ActivityStopped = _ended.Enqueue };
        ActivitySource.AddActivityListener(_spans);
        _parent = new Activity("test").SetParentId(_trace, ActivitySpanId.CreateRandom()).Start();
    }

    public void Dispose()
    {
        _parent.Dispose();
        _spans.Dispose();
        _meters.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_run_is_counted_and_timed_as_a_whole_and_by_stage()
    {
        await _folder.MakeAsync();
        var ours = Ours();
        Assert.Contains("smp.runs 1 outcome=done report=mine", ours);
        Assert.Contains("smp.run.duration 1 outcome=done report=mine", ours);
        foreach (var stage in new[] { RunStage.Read, RunStage.Compute, RunStage.Suppress, RunStage.LayOut, RunStage.Write, RunStage.Publish })
            Assert.Contains($"smp.run.stage.duration 1 report=mine stage={stage}", ours);

        await _folder.MakeAsync();
        Assert.Contains("smp.runs 1 outcome=unchanged report=mine", Ours());
    }

    [Fact]
    public async Task A_run_that_fails_is_counted_as_such()
    {
        _folder.Sql("DELETE FROM clinics");
        await _folder.MakeAsync();
        Assert.Contains("smp.runs 1 outcome=failed report=mine", Ours());
        Assert.Equal(ActivityStatusCode.Error, Span("run").Status);
    }

    [Fact]
    public async Task A_run_is_a_span_with_its_stages_and_a_delivery_one_of_its_own()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Folder.Root, "copies"));
        await _folder.MakeAsync();
        await _folder.DeliverAsync();

        var run = Span("run");
        Assert.Equal(("mine", "C", "2026-06", 1, "done"), (run.GetTagItem("smp.report"), run.GetTagItem("smp.clinic"), run.GetTagItem("smp.period"), run.GetTagItem("smp.revision"), run.GetTagItem("smp.outcome")));
        Assert.All([RunStage.Read, RunStage.Publish], stage => Assert.Equal(run.SpanId, Span(stage).ParentSpanId));
        Assert.Equal((run.GetTagItem("smp.run.id"), "sent"), (Span("deliver").GetTagItem("smp.run.id"), Span("deliver").GetTagItem("smp.outcome")));
        Assert.Contains("smp.deliveries 1 kind=folder outcome=sent", _measured);
        Assert.Contains("smp.delivery.duration 1 kind=folder outcome=sent", _measured);
    }

    private Activity Span(string name) => _ended.Single(a => a.TraceId == _trace && string.Equals(a.OperationName, name, StringComparison.Ordinal));

    private List<string> Ours() => [.. _measured.Where(m => m.Contains("report=mine", StringComparison.Ordinal))];

    private void Note(Instrument instrument, long value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var said = tags.ToArray().OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => $"{t.Key}={t.Value}");
        _measured.Enqueue(string.Create(CultureInfo.InvariantCulture, $"{instrument.Name} {value} {string.Join(' ', said)}"));
    }
}
