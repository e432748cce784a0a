using System.Globalization;
using SmpInsights.App.Terminal;
using SmpInsights.Data.Runs;
using SmpInsights.Jobs.Runs;

namespace SmpInsights.App.Commands;

/// <summary>Queues runs and sees them through the job, one a core at once; a run that another worker took is waited for, and so is one that is tried again.</summary>
internal static class ReportRequests
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    /// <returns>The outcomes in the order of the keys.</returns>
    public static Task<IReadOnlyList<RunOutcome>> RunAsync(SmpSession session, IReadOnlyList<RunKey> keys, CancellationToken cancellation) =>
        RunBars.ShowAsync(keys.Count, bars => Task.Run<IReadOnlyList<RunOutcome>>(async () =>
        {
            var queued = keys.Select(k => session.Ledger.Queue(k)).ToList();
            var outcomes = new RunOutcome[queued.Count];
            await Parallel.ForAsync(0, queued.Count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation }, async (i, _) =>
            {
                outcomes[i] = await SeeThroughAsync(session, queued[i], bars, cancellation).ConfigureAwait(false);
                bars.End(queued[i].Key);
            }).ConfigureAwait(false);
            return outcomes;
        }, CancellationToken.None));

    private static async Task<RunOutcome> SeeThroughAsync(SmpSession session, RunRow run, RunBars bars, CancellationToken cancellation)
    {
        var told = string.Empty;
        while (true)
        {
            var outcome = await session.Request.RunAsync(run.RunId, bars, cancellation).ConfigureAwait(false);
            if (outcome is not null and not RunOutcome.Postponed)
                return outcome;
            var now = session.Ledger.Find(run.RunId);
            switch (now)
            {
                case { State: RunState.Failed, Error: var error }:
                    return new RunOutcome.Failed(run.Key, error ?? "unknown");
                case { State: RunState.Done, Revision: var revision }:
                    return Stands(session, run.Key, revision);
                case null when session.Ledger.LatestDone(run.Key) is { } last:
                    return Stands(session, run.Key, last.Revision);
                case null:
                    return new RunOutcome.Lost(run.Key);
            }

            var news = outcome is RunOutcome.Postponed later ? string.Create(CultureInfo.InvariantCulture, $"{later.Error.ReplaceLineEndings(" ")} Attempt {now.Attempt} of {RetryDelay.Attempts}; tried again.")
                : now.State == RunState.Running ? string.Create(CultureInfo.InvariantCulture, $"another process holds this run; waiting up to {RunLease.Length.TotalSeconds:0} s after its last sign of life.")
                : told;
            if (!string.Equals(news, told, StringComparison.Ordinal))
                await Console.Error.WriteLineAsync($"smp: {run.Key.Report} {run.Key.Whom} {run.Key.Period}: {news}").ConfigureAwait(false);
            told = news;
            await Task.Delay(Look, cancellation).ConfigureAwait(false);
        }
    }

    private static RunOutcome.Unchanged Stands(SmpSession session, RunKey key, int revision)
    {
        var target = session.Folder.Revision(key.Report, key.Clinic, key.Practitioner, key.Period, revision);
        return new RunOutcome.Unchanged(key, revision, target, Manifest.In(target)?.Artefacts.Select(a => a.Path).ToList() ?? []);
    }
}
