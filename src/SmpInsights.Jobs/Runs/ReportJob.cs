using System.Globalization;
using System.Runtime.CompilerServices;
using SmpInsights.Data.Runs;
using SmpInsights.Jobs.Telemetry;

namespace SmpInsights.Jobs.Runs;

/// <summary>
/// The job behind every way to start a report: command line, demo and scheduler. It claims runs from the ledger, keeps their lease alive while they go, and is the one place
/// where a run's failure is caught: the reason goes into the ledger, the details to the log, and the previous revision stands. Any number of runs may go at once.
/// </summary>
/// <param name="ledger">Where runs are claimed and ended.</param>
/// <param name="run">How one run goes.</param>
/// <param name="log">Hears the details of what failed.</param>
/// <param name="heartbeat">How often a lease is extended; <see cref="RunLease.Heartbeat"/> where not given.</param>
/// <param name="retry">The waits between attempts; a worker's where not given.</param>
/// <param name="grace">How long a stop waits for a stage; <see cref="RunLease.Grace"/> where not given.</param>
public sealed class ReportJob(RunLedger ledger, ReportRun run, ErrorLog log, TimeSpan? heartbeat = null, RetryDelay? retry = null, TimeSpan? grace = null)
{
    private readonly string _process = string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}-{Guid.NewGuid():N}");
    private readonly RetryDelay _retry = retry ?? RetryDelay.Worker;
    private long _claims;

    /// <summary>Runs one queued run. Null when it could not be claimed: another worker has it, it waits for its next attempt, or it has ended.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; the run is queued again and nothing was published.</exception>
    public async Task<RunOutcome?> RunAsync(long runId, IProgress<RunProgress>? progress, CancellationToken cancellation) =>
        NextOwner() is var owner && ledger.Claim(owner, RunLease.Length, runId) is { } row ? await ExecuteAsync(row, owner, progress, cancellation).ConfigureAwait(false) : null;

    /// <summary>Runs whatever waits, one after the other, until nothing does; each outcome is given as its run ends. Several may drain at once.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; the run in hand is queued again.</exception>
    public async IAsyncEnumerable<RunOutcome> DrainAsync(IProgress<RunProgress>? progress, [EnumeratorCancellation] CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested && NextOwner() is var owner && ledger.Claim(owner, RunLease.Length) is { } row)
            yield return await ExecuteAsync(row, owner, progress, cancellation).ConfigureAwait(false);
    }

    /// <summary>Removes what workers that were killed left in staging.</summary>
    public void Sweep() => run.Sweep();

    /// <summary>Each claim is an owner of its own: after a pause longer than the lease, one lane of a process may take over what another still works on.</summary>
    private string NextOwner() => string.Create(CultureInfo.InvariantCulture, $"{_process}-{Interlocked.Increment(ref _claims)}");

    private async Task<RunOutcome> ExecuteAsync(RunRow row, string owner, IProgress<RunProgress>? progress, CancellationToken cancellation)
    {
        using var telemetry = RunTelemetry.Begin(row, progress);
        return telemetry.End(await TryAsync(row, owner, telemetry, cancellation).ConfigureAwait(false) with { RunId = row.RunId });
    }

    private async Task<RunOutcome> TryAsync(RunRow row, string owner, IProgress<RunProgress> progress, CancellationToken cancellation)
    {
        using var over = new CancellationTokenSource();
        using var lost = new CancellationTokenSource();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lost.Token);
        var alive = KeepAliveAsync(row, owner, lost, over.Token);
        try
        {
            var work = Task.Run(() => run.Execute(row, owner, progress, stop.Token), CancellationToken.None);
            if (!await EndsInTimeAsync(work, cancellation).ConfigureAwait(false))
            {
                // The stage goes on computing until the process ends; the ledger refuses whatever it has to say.
                _ = work.ContinueWith(_ => Abandon(row, owner), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
                throw new OperationCanceledException(cancellation);
            }

            var outcome = await work.ConfigureAwait(false);
            return outcome is RunOutcome.Lost ? Lost(row, owner) : outcome;
        }
        catch (OperationCanceledException) when (lost.IsCancellationRequested)
        {
            return Lost(row, owner);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            HandBack(row, owner);
            Abandon(row, owner);
            throw;
        }
        catch (Exception e)
        {
            return Fail(row, owner, e);
        }
        finally
        {
            await over.CancelAsync().ConfigureAwait(false);
            await alive.ConfigureAwait(false);
        }
    }

    /// <summary>Waits for the work's end; once a stop is asked for, no longer than the grace.</summary>
    private async Task<bool> EndsInTimeAsync(Task work, CancellationToken cancellation)
    {
        using var late = new CancellationTokenSource();
        using var asked = cancellation.Register(() => late.CancelAfter(grace ?? RunLease.Grace));
        await Task.WhenAny(work, Task.Delay(Timeout.InfiniteTimeSpan, late.Token)).ConfigureAwait(false);
        return work.IsCompleted;
    }

    /// <summary>Extends the lease until the run is over, and stops the run when the lease is another's. Never throws: a database that is busy now may answer at the next beat.</summary>
    private async Task KeepAliveAsync(RunRow row, string owner, CancellationTokenSource lost, CancellationToken over)
    {
        using var timer = new PeriodicTimer(heartbeat ?? RunLease.Heartbeat);
        var noted = false;
        try
        {
            while (await timer.WaitForNextTickAsync(over).ConfigureAwait(false))
            {
                try
                {
                    if (!ledger.Heartbeat(row.RunId, owner, RunLease.Length))
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

    private RunOutcome Fail(RunRow row, string owner, Exception e)
    {
        var reason = RunFault.Sentence(e);
        TimeSpan? again = RunFault.IsTransient(e) && row.Attempt < RetryDelay.Attempts ? _retry.After(row.Attempt, row.RunId) : null;
        bool? ours = null;
        Try(row, "was not marked as failed", () => ours = ledger.Fail(row.RunId, owner, reason, again));
        log.Write(Name(row), e);
        Abandon(row, owner);
        return ours switch
        {
            false => new RunOutcome.Lost(row.Key),
            true when again is null => new RunOutcome.Failed(row.Key, reason),

            // Where it could not even be marked, it is taken over when the lease has run out.
            _ => new RunOutcome.Postponed(row.Key, reason),
        };
    }

    private RunOutcome.Lost Lost(RunRow row, string owner)
    {
        Abandon(row, owner);
        return new RunOutcome.Lost(row.Key);
    }

    private void HandBack(RunRow row, string owner) => Try(row, "was not handed back", () => ledger.HandBack(row.RunId, owner));

    /// <summary>What can't be removed now is removed by a later sweep; the run's outcome stands.</summary>
    private void Abandon(RunRow row, string owner) => Try(row, "left files in staging", () => run.Abandon(row, owner));

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
}
