using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using SmpInsights.Data;
using SmpInsights.Data.Runs;
using SmpInsights.Jobs.Settings;
using SmpInsights.Jobs.Telemetry;

namespace SmpInsights.Jobs.Runs;

/// <summary>
/// The job behind every way to start a report: command line, demo and scheduler. It claims runs from the ledger, keeps their lease alive while they go, and is the one place
/// where a run's failure is caught: the reason goes into the ledger, the details to the log, and the previous revision stands.
/// </summary>
/// <param name="ledger">Where runs are claimed and ended.</param>
/// <param name="run">How one run goes.</param>
/// <param name="log">Hears the details of what failed.</param>
/// <param name="heartbeat">How often a lease is extended; <see cref="RunLease.Heartbeat"/> where not given.</param>
public sealed class ReportJob(RunLedger ledger, ReportRun run, ErrorLog log, TimeSpan? heartbeat = null)
{
    private readonly string _owner = string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}-{Guid.NewGuid():N}");

    /// <summary>Runs one queued run. Null when it could not be claimed: another worker has it, or it has ended.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; the run is queued again and nothing was published.</exception>
    public async Task<RunOutcome?> RunAsync(long runId, IProgress<RunProgress>? progress, CancellationToken cancellation) =>
        ledger.Claim(_owner, RunLease.Length, runId) is { } row ? await ExecuteAsync(row, progress, cancellation).ConfigureAwait(false) : null;

    /// <summary>Runs whatever waits, one after the other, until nothing does; each outcome is given as its run ends.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; the run in hand is queued again.</exception>
    public async IAsyncEnumerable<RunOutcome> DrainAsync(IProgress<RunProgress>? progress, [EnumeratorCancellation] CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested && ledger.Claim(_owner, RunLease.Length) is { } row)
            yield return await ExecuteAsync(row, progress, cancellation).ConfigureAwait(false);
    }

    /// <summary>Removes what workers that were killed left in staging.</summary>
    public void Sweep() => run.Sweep();

    private async Task<RunOutcome> ExecuteAsync(RunRow row, IProgress<RunProgress>? progress, CancellationToken cancellation)
    {
        using var telemetry = RunTelemetry.Begin(row, progress);
        return telemetry.End(await TryAsync(row, telemetry, cancellation).ConfigureAwait(false) with { RunId = row.RunId });
    }

    private async Task<RunOutcome> TryAsync(RunRow row, IProgress<RunProgress> progress, CancellationToken cancellation)
    {
        using var over = new CancellationTokenSource();
        using var lost = new CancellationTokenSource();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lost.Token);
        var alive = KeepAliveAsync(row, lost, over.Token);
        try
        {
            var outcome = await Task.Run(() => run.Execute(row, _owner, progress, stop.Token), CancellationToken.None).ConfigureAwait(false);
            return outcome is RunOutcome.Lost ? Lost(row) : outcome;
        }
        catch (OperationCanceledException) when (lost.IsCancellationRequested)
        {
            return Lost(row);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            Try(row, "was not handed back", () => ledger.HandBack(row.RunId, _owner));
            Abandon(row);
            throw;
        }
        catch (Exception e)
        {
            var reason = Reason(e);
            var ours = true;
            Try(row, "was not marked as failed", () => ours = ledger.Fail(row.RunId, _owner, reason));
            log.Write(Name(row), e);
            Abandon(row);
            return ours ? new RunOutcome.Failed(row.Key, reason) : new RunOutcome.Lost(row.Key);
        }
        finally
        {
            await over.CancelAsync().ConfigureAwait(false);
            await alive.ConfigureAwait(false);
        }
    }

    /// <summary>Extends the lease until the run is over, and stops the run when the lease is another's. Never throws: a database that is busy now may answer at the next beat.</summary>
    private async Task KeepAliveAsync(RunRow row, CancellationTokenSource lost, CancellationToken over)
    {
        using var timer = new PeriodicTimer(heartbeat ?? RunLease.Heartbeat);
        var noted = false;
        try
        {
            while (await timer.WaitForNextTickAsync(over).ConfigureAwait(false))
            {
                try
                {
                    if (!ledger.Heartbeat(row.RunId, _owner, RunLease.Length))
                    {
                        await lost.CancelAsync().ConfigureAwait(false);
                        return;
                    }
                }
                catch (Exception e)
                {
                    noted = noted || log.Write(Name(row) + ": heartbeat", e);
                }
            }
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // The run is over.
        }
    }

    private RunOutcome.Lost Lost(RunRow row)
    {
        Abandon(row);
        return new RunOutcome.Lost(row.Key);
    }

    /// <summary>What can't be removed now is removed by a later sweep; the run's outcome stands.</summary>
    private void Abandon(RunRow row) => Try(row, "left files in staging", () => run.Abandon(row, _owner));

    private void Try(RunRow row, string otherwise, Action action)
    {
        try
        {
            action();
        }
        catch (Exception e)
        {
            // Whatever it is (deleting a tree of folders even throws AggregateException), it must not take the place of the run's own end.
            log.Write($"{Name(row)} {otherwise}", e);
        }
    }

    private static string Name(RunRow row) => string.Create(CultureInfo.InvariantCulture, $"run {row.Key.Report} {row.Key.Whom} {row.Key.Period} r{row.Revision}");

    /// <summary>One sentence for a person. Messages of our own and of the file system are written for one.</summary>
    private static string Reason(Exception e) => e switch
    {
        RunException or SettingException or SmpDataException => e.Message,
        IOException or UnauthorizedAccessException => "The report's files can't be written: " + e.Message,
        DbException => "The database failed: " + e.Message,
        _ => $"Unexpected {e.GetType().Name}: {e.Message}",
    };
}
