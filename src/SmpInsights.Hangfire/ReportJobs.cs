using System.Globalization;
using global::Hangfire;
using Microsoft.Extensions.Logging;
using SmpInsights.Data.Reading;
using SmpInsights.Data.Runs;
using SmpInsights.Jobs.Definitions;
using SmpInsights.Jobs.Runs;

namespace SmpInsights.Hangfire;

/// <summary>
/// The units of the built-in engine as Hangfire jobs. Hangfire starts them and shows them; what is due, who holds a run and whether it is tried again is the ledger's, so that a
/// job started twice, or lost with the storage, does no harm. Hence no automatic retry; and what failed is said here, in one line, and not by Hangfire with its stack trace.
/// </summary>
[Queue(ReportQueue.Reports)]
[AutomaticRetry(Attempts = 0, LogEvents = false)]
public sealed partial class ReportJobs(DefinitionCatalog definitions, OutcomeReader reader, RunLedger ledger, ReportJob job, EnqueuedRuns enqueued, Schedules schedules, ErrorLog errors, TimeProvider clock, ILogger<ReportJobs> logger)
{
    /// <summary>Queues a definition's due runs of the clinics in one time zone.</summary>
    [JobDisplayName("Queue {0} where it is due in {1}")]
    public void QueueDue(string report, string timeZone, CancellationToken cancellation) => Try($"{report} was not queued in {timeZone}", () =>
    {
        if (definitions.TryGet(report, out var definition))
            Queue([definition], [.. Clinics().Where(c => string.Equals(c.TimeZone, timeZone, StringComparison.Ordinal))], cancellation);
        enqueued.Catch(ledger.List());
    });

    /// <summary>Each minute: what was missed while nobody worked, what waits for another attempt, what a worker that died left behind, and clinics in new time zones.</summary>
    [JobDisplayName("Look after what waits")]
    public void LookAfter(CancellationToken cancellation) => Try("what waits was not looked after", () =>
    {
        job.Sweep();
        var clinics = Clinics();
        schedules.Keep(clinics);
        Queue(definitions.All, clinics, cancellation);
        enqueued.Catch(ledger.List());
    });

    /// <summary>Sees one run through; the name is what the dashboard shows.</summary>
    /// <exception cref="ReportRunFailedException">It failed.</exception>
    /// <exception cref="OperationCanceledException">The server is stopping, or someone removed the job; the run is queued again.</exception>
    [JobDisplayName("{0}")]
    public async Task<string> RunAsync(string name, long runId, CancellationToken cancellation)
    {
        try
        {
            var outcome = await job.RunAsync(runId, progress: null, cancellation).ConfigureAwait(false);
            using var scope = logger.BeginScope("run {RunId}", runId);
            switch (outcome)
            {
                case RunOutcome.Failed failed:
                    Failed(name, failed.Error);
                    throw new ReportRunFailedException(failed.Error);
                case RunOutcome.Done done:
                    Done(name, done.Folder);
                    return string.Create(CultureInfo.InvariantCulture, $"done r{done.Revision}");
                case RunOutcome.Unchanged same:
                    return string.Create(CultureInfo.InvariantCulture, $"unchanged r{same.Revision}");
                default:
                    return "another worker has it, or it has ended";
            }
        }
        finally
        {
            enqueued.Over(runId);
        }
    }

    private void Try(string otherwise, Action step)
    {
        try
        {
            step();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            errors.Write("worker: " + otherwise, e);
            Trouble(otherwise, e.Message.ReplaceLineEndings(" "));
            throw;
        }
    }

    private List<ClinicRow> Clinics() => [.. reader.Clinics().Where(DueRuns.HasKnownTimeZone)];

    private void Queue(IEnumerable<ReportDefinition> due, IReadOnlyList<ClinicRow> clinics, CancellationToken cancellation)
    {
        foreach (var key in DueRuns.Of(due, clinics, reader.Treating(), ledger.List(), clock.GetUtcNow()))
        {
            cancellation.ThrowIfCancellationRequested();
            ledger.Queue(key);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "done {Name}: {Folder}")]
    private partial void Done(string name, string folder);

    [LoggerMessage(Level = LogLevel.Error, Message = "{What}, tried again in a minute: {Reason}")]
    private partial void Trouble(string what, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "failed {Name}: {Reason}")]
    private partial void Failed(string name, string reason);
}
