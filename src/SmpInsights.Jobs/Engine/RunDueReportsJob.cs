using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;
using SmpInsights.Data.Reading;
using SmpInsights.Data.Runs;
using SmpInsights.Jobs.Definitions;
using SmpInsights.Jobs.Runs;

namespace SmpInsights.Jobs.Engine;

/// <summary>
/// Queues what is due and runs whatever waits. Quartz starts it at the worker's start and each minute, never twice at once. Quartz waits for its jobs when it shuts down and
/// does not cancel them, so the job looks at the host's own end. What fails is one line in the log, with details in the error log, and is tried again a minute later.
/// </summary>
[DisallowConcurrentExecution]
public sealed partial class RunDueReportsJob(DefinitionCatalog definitions, OutcomeReader reader, RunLedger ledger, ReportJob job, ErrorLog errors, TimeProvider clock, IHostApplicationLifetime host, ILogger<RunDueReportsJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, host.ApplicationStopping);
        await RunAsync(stop.Token).ConfigureAwait(false);
    }

    /// <summary>One round; it throws nothing.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            Attempt("staging was not swept", job.Sweep);
            Attempt("what is due was not queued", () => QueueDue(stop));
            await foreach (var outcome in job.DrainAsync(progress: null, stop).ConfigureAwait(false))
                Log(outcome);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Stopped();
        }
        catch (Exception e)
        {
            Say("no more reports were made in this round", e);
        }
    }

    private void QueueDue(CancellationToken stop)
    {
        var clinics = reader.Clinics();
        foreach (var clinic in clinics.Where(c => !DueRuns.HasKnownTimeZone(c)))
            UnknownTimeZone(clinic.Id, clinic.TimeZone);
        foreach (var key in DueRuns.Of(definitions.All, [.. clinics.Where(DueRuns.HasKnownTimeZone)], reader.Treating(), ledger.List(), clock.GetUtcNow()))
        {
            stop.ThrowIfCancellationRequested();
            ledger.Queue(key);
            Queued(key.Report, key.Whom, key.Period);
        }
    }

    private void Attempt(string otherwise, Action step)
    {
        try
        {
            step();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Say(otherwise, e);
        }
    }

    private void Say(string what, Exception e)
    {
        errors.Write("worker: " + what, e);
        Trouble(what, e.Message.ReplaceLineEndings(" "));
    }

    private void Log(RunOutcome outcome)
    {
        using var scope = logger.BeginScope("run {RunId}", outcome.RunId);
        switch (outcome)
        {
            case RunOutcome.Done done:
                Done(done.Key.Report, done.Key.Whom, done.Key.Period, done.Revision, done.Folder);
                break;
            case RunOutcome.Unchanged same:
                Unchanged(same.Key.Report, same.Key.Whom, same.Key.Period, same.Revision);
                break;
            case RunOutcome.Failed failed:
                Failed(failed.Key.Report, failed.Key.Whom, failed.Key.Period, failed.Error);
                break;
            default:
                Lost(outcome.Key.Report, outcome.Key.Whom, outcome.Key.Period);
                break;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "queued {Report} {Clinic} {Period}")]
    private partial void Queued(string report, string clinic, string period);

    [LoggerMessage(Level = LogLevel.Information, Message = "done {Report} {Clinic} {Period} r{Revision}: {Folder}")]
    private partial void Done(string report, string clinic, string period, int revision, string folder);

    [LoggerMessage(Level = LogLevel.Information, Message = "unchanged {Report} {Clinic} {Period} r{Revision}")]
    private partial void Unchanged(string report, string clinic, string period, int revision);

    [LoggerMessage(Level = LogLevel.Error, Message = "failed {Report} {Clinic} {Period}: {Reason}")]
    private partial void Failed(string report, string clinic, string period, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "another worker took over {Report} {Clinic} {Period}")]
    private partial void Lost(string report, string clinic, string period);

    [LoggerMessage(Level = LogLevel.Information, Message = "stopping; unfinished runs were handed back")]
    private partial void Stopped();

    [LoggerMessage(Level = LogLevel.Error, Message = "clinic {Clinic} gets no reports: this machine knows no time zone \"{TimeZone}\"")]
    private partial void UnknownTimeZone(string clinic, string timeZone);

    [LoggerMessage(Level = LogLevel.Error, Message = "{What}, tried again in a minute: {Reason}")]
    private partial void Trouble(string what, string reason);
}
