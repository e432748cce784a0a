using System.Globalization;
using SmpInsights.App.Terminal;
using SmpInsights.Data.Runs;
using SmpInsights.Jobs.Runs;

namespace SmpInsights.App.Commands;

/// <summary>Queues runs and sees them through the job; a run that another worker took is waited for.</summary>
internal static class ReportRequests
{
    public static Task<IReadOnlyList<RunOutcome>> RunAsync(SmpSession session, IReadOnlyList<RunKey> keys, CancellationToken cancellation) =>
        TerminalProgress.ShowAsync(show => Task.Run<IReadOnlyList<RunOutcome>>(async () =>
        {
            var queued = keys.Select(k => session.Ledger.Queue(k)).ToList();
            var outcomes = new List<RunOutcome>();
            var progress = new Direct<RunProgress>(p => show($"{p.Key.Report} {p.Key.Whom} {p.Key.Period}", p.Share));
            foreach (var run in queued)
            {
                var outcome = await session.Job.RunAsync(run.RunId, progress, cancellation).ConfigureAwait(false) ?? await WaitAsync(session, run, cancellation).ConfigureAwait(false);
                show($"{run.Key.Report} {run.Key.Whom} {run.Key.Period}", 1);
                outcomes.Add(outcome);
            }

            return outcomes;
        }, CancellationToken.None));

    private static async Task<RunOutcome> WaitAsync(SmpSession session, RunRow run, CancellationToken cancellation)
    {
        var told = false;
        while (true)
        {
            switch (session.Ledger.List().FirstOrDefault(r => r.RunId == run.RunId))
            {
                case { State: RunState.Failed, Error: var error }:
                    return new RunOutcome.Failed(run.Key, error ?? "unknown");
                case { State: RunState.Done, Revision: var revision }:
                    return Stands(session, run.Key, revision);
                case null when session.Ledger.LatestDone(run.Key) is { } last:
                    return Stands(session, run.Key, last.Revision);
                case null:
                    return new RunOutcome.Lost(run.Key);
                default:
                    if (await session.Job.RunAsync(run.RunId, progress: null, cancellation).ConfigureAwait(false) is { } outcome)
                        return outcome;
                    if (!told)
                        await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"smp: another process holds this run; waiting up to {RunLease.Length.TotalSeconds:0} s after its last sign of life.")).ConfigureAwait(false);
                    told = true;
                    await Task.Delay(TimeSpan.FromMilliseconds(500), cancellation).ConfigureAwait(false);
                    break;
            }
        }
    }

    private static RunOutcome.Unchanged Stands(SmpSession session, RunKey key, int revision)
    {
        var target = session.Folder.Revision(key.Report, key.Clinic, key.Practitioner, key.Period, revision);
        return new RunOutcome.Unchanged(key, revision, target, Manifest.In(target)?.Artefacts.Select(a => a.Path).ToList() ?? []);
    }
}
