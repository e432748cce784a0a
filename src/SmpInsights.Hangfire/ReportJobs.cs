using System.Globalization;
using global::Hangfire;
using SmpInsights.Data.Reading;
using SmpInsights.Data.Runs;
using SmpInsights.Jobs.Engine;
using SmpInsights.Jobs.Runs;

namespace SmpInsights.Hangfire;

/// <summary>
/// The units of the built-in engine as Hangfire jobs. Hangfire starts them and shows them; what is due, who holds a run and whether it is tried again is the ledger's, so that a
/// job started twice, or lost with the storage, does no harm. Hence no automatic retry; and what failed is said here, in one line, and not by Hangfire with its stack trace.
/// </summary>
[Queue(ReportQueue.Reports)]
[AutomaticRetry(Attempts = 0, LogEvents = false)]
public sealed class ReportJobs(DueRound round, OutcomeReader reader, RunLedger ledger, ReportJob job, EnqueuedRuns enqueued, Schedules schedules, WorkerLog log)
{
    /// <summary>Queues a definition's due runs of the clinics in one time zone.</summary>
    [JobDisplayName("Queue {0} where it is due in {1}")]
    public void QueueDue(string report, string timeZone, CancellationToken cancellation)
    {
        Do($"{report} was not queued in {timeZone}", () => round.QueueDue(report, timeZone, cancellation));
        Do("what waits got no job", Catch);
    }

    /// <summary>Each minute: what was missed while nobody worked, rows that came late, what waits for another attempt, what a worker that died left behind, and clinics in new time zones.</summary>
    [JobDisplayName("Look after what waits")]
    public void LookAfter(CancellationToken cancellation)
    {
        Do("recurring jobs were not kept", () => schedules.Keep(reader.Clinics().Where(DueRuns.HasKnownTimeZone)));
        round.Queue(cancellation);
        Do("what waits got no job", Catch);
    }

    /// <summary>Sees one run through; the name is what the dashboard shows.</summary>
    /// <exception cref="ReportRunFailedException">It failed.</exception>
    /// <exception cref="OperationCanceledException">The server is stopping, or someone removed the job; the run is queued again.</exception>
    [JobDisplayName("{0}")]
    public async Task<string> RunAsync(string name, long runId, CancellationToken cancellation)
    {
        try
        {
            var outcome = await job.RunAsync(runId, progress: null, cancellation).ConfigureAwait(false);
            if (outcome is null)
                return "another worker has it, or it has ended";
            log.Ended(outcome);
            return outcome switch
            {
                RunOutcome.Failed failed => throw new ReportRunFailedException(failed.Error),
                RunOutcome.Done done => string.Create(CultureInfo.InvariantCulture, $"done r{done.Revision}"),
                RunOutcome.Unchanged same => string.Create(CultureInfo.InvariantCulture, $"unchanged r{same.Revision}"),
                RunOutcome.Postponed later => "tried again later: " + later.Error,
                _ => "another worker took it over",
            };
        }
        finally
        {
            enqueued.Over(runId);
        }
    }

    /// <summary>What fails is said in the worker's own words, and thrown so that the dashboard shows the job as failed.</summary>
    private void Do(string otherwise, Action step)
    {
        try
        {
            step();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.Say(otherwise, e);
            throw;
        }
    }

    private void Catch() => enqueued.Catch(ledger.List());
}
