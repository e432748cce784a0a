using System.Globalization;
using SmpInsights.Data;
using SmpInsights.Data.Runs;

namespace SmpInsights.Jobs.Runs;

/// <summary>
/// The job behind every way to start a report: command line, demo and scheduler. It claims runs from the ledger, keeps their lease alive while they go, and is the one place
/// where a run's failure is caught: the reason goes into the ledger, the details to the log, and the previous revision stands.
/// </summary>
public sealed class ReportJob(RunLedger ledger, ReportRun run, ErrorLog log)
{
    private readonly string _owner = string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}-{Guid.NewGuid():N}");

    /// <summary>Runs one queued run. Null when it could not be claimed: another worker has it, or it has ended.</summary>
    public async Task<RunOutcome?> RunAsync(long runId, IProgress<RunProgress>? progress, CancellationToken cancellation) =>
        ledger.Claim(_owner, RunLease.Length, runId) is { } row ? await ExecuteAsync(row, progress, cancellation).ConfigureAwait(false) : null;

    /// <summary>Runs whatever waits, one after the other, until nothing does.</summary>
    public async Task<IReadOnlyList<RunOutcome>> DrainAsync(IProgress<RunProgress>? progress, CancellationToken cancellation)
    {
        run.Sweep();
        var outcomes = new List<RunOutcome>();
        while (!cancellation.IsCancellationRequested && ledger.Claim(_owner, RunLease.Length) is { } row)
            outcomes.Add(await ExecuteAsync(row, progress, cancellation).ConfigureAwait(false));
        return outcomes;
    }

    private async Task<RunOutcome> ExecuteAsync(RunRow row, IProgress<RunProgress>? progress, CancellationToken cancellation)
    {
        using var over = new CancellationTokenSource();
        var heartbeat = KeepAliveAsync(row.RunId, over.Token);
        try
        {
            return await Task.Run(() => run.Execute(row, _owner, progress, cancellation), CancellationToken.None).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            run.Abandon(row);
            ledger.HandBack(row.RunId, _owner);
            throw;
        }
        catch (Exception e)
        {
            run.Abandon(row);
            var reason = Reason(e);
            log.Write(string.Create(CultureInfo.InvariantCulture, $"run {row.Key.Report} {row.Key.Clinic} {row.Key.Period} r{row.Revision}"), e);
            return ledger.Fail(row.RunId, _owner, reason) ? new RunOutcome.Failed(row.Key, reason) : new RunOutcome.Lost(row.Key);
        }
        finally
        {
            await over.CancelAsync().ConfigureAwait(false);
            await heartbeat.ConfigureAwait(false);
        }
    }

    private async Task KeepAliveAsync(long runId, CancellationToken over)
    {
        using var timer = new PeriodicTimer(RunLease.Heartbeat);
        try
        {
            while (await timer.WaitForNextTickAsync(over).ConfigureAwait(false))
                ledger.Heartbeat(runId, _owner, RunLease.Length);
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // The run is over.
        }
    }

    /// <summary>One sentence for a person. Messages of our own and of the file system are written for one.</summary>
    private static string Reason(Exception e) => e switch
    {
        RunException or SmpDataException => e.Message,
        IOException or UnauthorizedAccessException => "The report's files can't be written: " + e.Message,
        System.Data.Common.DbException => "The database failed: " + e.Message,
        _ => $"Unexpected {e.GetType().Name}: {e.Message}",
    };
}
