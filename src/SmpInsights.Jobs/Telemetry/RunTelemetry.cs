using System.Diagnostics;
using SmpInsights.Data.Runs;
using SmpInsights.Jobs.Runs;

namespace SmpInsights.Jobs.Telemetry;

/// <summary>One run as a span with a child for each stage, a count and times. It hears of the stages where the progress bar does. A run that no outcome was told of was stopped.</summary>
internal sealed class RunTelemetry : IProgress<RunProgress>, IDisposable
{
    private readonly IProgress<RunProgress>? _also;
    private readonly Activity? _span = SmpTelemetry.Spans.StartActivity("run", ActivityKind.Internal);
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly string _report;
    private Activity? _stage;
    private string? _stageName;
    private long _stageStart;
    private string _outcome = "stopped";

    private RunTelemetry(RunRow row, IProgress<RunProgress>? also)
    {
        (_report, _also) = (row.Key.Report, also);
        _span?.SetTag("smp.run.id", row.RunId).SetTag("smp.report", _report).SetTag("smp.clinic", row.Key.Clinic).SetTag("smp.practitioner", row.Key.Practitioner).SetTag("smp.period", row.Key.Period).SetTag("smp.revision", row.Revision).SetTag("smp.attempt", row.Attempt);
    }

    /// <param name="row">The run.</param>
    /// <param name="also">Who else hears of its stages.</param>
    public static RunTelemetry Begin(RunRow row, IProgress<RunProgress>? also) => new(row, also);

    public void Report(RunProgress value)
    {
        EndStage();
        (_stageName, _stageStart) = (value.Stage, Stopwatch.GetTimestamp());
        _stage = SmpTelemetry.Spans.StartActivity(value.Stage, ActivityKind.Internal, _span?.Context ?? default);
        _also?.Report(value);
    }

    public RunOutcome End(RunOutcome outcome)
    {
        _outcome = outcome switch { RunOutcome.Done => "done", RunOutcome.Unchanged => "unchanged", RunOutcome.Failed => "failed", RunOutcome.Postponed => "postponed", _ => "lost" };
        if (outcome is RunOutcome.Failed failed)
            _span?.SetStatus(ActivityStatusCode.Error, failed.Error);
        return outcome;
    }

    public void Dispose()
    {
        EndStage();
        var tags = new TagList { { "report", _report }, { "outcome", _outcome } };
        SmpTelemetry.Runs.Add(1, tags);
        SmpTelemetry.RunSeconds.Record(Stopwatch.GetElapsedTime(_start).TotalSeconds, tags);
        _span?.SetTag("smp.outcome", _outcome);
        _span?.Dispose();
    }

    private void EndStage()
    {
        if (_stageName is { } stage)
            SmpTelemetry.StageSeconds.Record(Stopwatch.GetElapsedTime(_stageStart).TotalSeconds, new TagList { { "report", _report }, { "stage", stage } });
        _stage?.Dispose();
        (_stage, _stageName) = (null, null);
    }
}
