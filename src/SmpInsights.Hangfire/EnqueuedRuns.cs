using System.Collections.Concurrent;
using System.Globalization;
using global::Hangfire;
using SmpInsights.Data.Runs;

namespace SmpInsights.Hangfire;

/// <summary>Gives each run that waits in the ledger one job. Which have one is remembered by this process alone: another process may give it a second, which then finds nothing to claim.</summary>
public sealed class EnqueuedRuns(IBackgroundJobClient client, TimeProvider clock)
{
    private readonly ConcurrentDictionary<long, byte> _waiting = new();

    /// <summary>Enqueues what may be claimed now, the oldest first.</summary>
    public void Catch(IEnumerable<RunRow> runs)
    {
        foreach (var run in runs.Where(IsClaimable).OrderBy(r => r.QueuedAt).ThenBy(r => r.RunId))
            if (_waiting.TryAdd(run.RunId, 0))
                Enqueue(run);
    }

    /// <summary>The run's job has ended; should the run wait again, it gets another.</summary>
    public void Over(long runId) => _waiting.TryRemove(runId, out _);

    private void Enqueue(RunRow run)
    {
        try
        {
            client.Enqueue<ReportJobs>(j => j.RunAsync(Name(run), run.RunId, CancellationToken.None));
        }
        catch
        {
            Over(run.RunId);
            throw;
        }
    }

    private bool IsClaimable(RunRow run) => run.State switch
    {
        RunState.Queued => run.NotBefore is not { } time || time <= clock.GetUtcNow(),
        RunState.Running => run.LeaseUntil <= clock.GetUtcNow(),
        _ => false,
    };

    private static string Name(RunRow run) => string.Create(CultureInfo.InvariantCulture, $"{run.Key.Report} {run.Key.Whom} {run.Key.Period} r{run.Revision}");
}
