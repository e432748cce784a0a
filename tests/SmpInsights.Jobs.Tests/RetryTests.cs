using SmpInsights.Data;
using SmpInsights.Data.Runs;
using SmpInsights.Jobs.Runs;
using SmpInsights.Jobs.Tests.Faults;

namespace SmpInsights.Jobs.Tests;

/// <summary>What is tried again, how often and after how long; and what is not.</summary>
public sealed class RetryTests : IDisposable
{
    private readonly JobFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private RunRow Only() => Assert.Single(_folder.Ledger.List());

    [Fact]
    public void Waits_grow_threefold_lie_between_half_and_all_of_their_length_and_are_the_seed_s()
    {
        var spread = new List<double>();
        for (var run = 1; run <= 200; run++)
        {
            for (var attempt = 1; attempt < RetryDelay.Attempts; attempt++)
            {
                var most = TimeSpan.FromSeconds(10 * Math.Pow(3, attempt - 1));
                var wait = RetryDelay.Worker.After(attempt, run);
                Assert.InRange(wait, most / 2, most);
                Assert.Equal(wait, RetryDelay.Worker.After(attempt, run));
                Assert.NotEqual(wait, (RetryDelay.Worker with { Seed = 1 }).After(attempt, run));
                spread.Add((wait / most) - 0.5);
            }
        }

        Assert.InRange(spread.Average(), 0.23, 0.27); // uniform: mean 0.25, its error here 0.005
        Assert.True(spread.Max() > 0.49 && spread.Min() < 0.01);
    }

    [Fact]
    public void A_server_that_is_out_of_reach_is_tried_again_and_a_connection_string_that_is_wrong_is_not()
    {
        static Exception Refusal(string connection) => Assert.Throws<SmpDataException>(() => SmpDatabase.OnServer(connection));

        Assert.True(RunFault.IsTransient(Refusal("Server=127.0.0.1,1;Database=smp;User ID=smp;Password=none;Connect Timeout=2;ConnectRetryCount=0")));
        Assert.False(RunFault.IsTransient(Refusal("Server=127.0.0.1,1")));
    }

    [Fact]
    public async Task A_full_disk_is_tried_five_times_with_longer_and_longer_waits_and_then_waits_for_someone_to_ask()
    {
        var run = _folder.Ledger.Queue(JobFolder.June);
        File.WriteAllText(Path.Combine(_folder.Folder.Root, "reports"), "in the way of a folder");
        var waits = new List<TimeSpan>();
        for (var attempt = 1; attempt < RetryDelay.Attempts; attempt++)
        {
            var postponed = Assert.IsType<RunOutcome.Postponed>(await _folder.Job.RunAsync(run.RunId, null, CancellationToken.None));
            Assert.Equal((RunState.Queued, attempt, postponed.Error), (Only().State, Only().Attempt, Only().Error));
            waits.Add(Only().NotBefore!.Value - _folder.Clock.GetUtcNow());
            Assert.Null(await _folder.Job.RunAsync(run.RunId, null, CancellationToken.None));
            _folder.Clock.Move(waits[^1]);
        }

        Assert.Equal([.. Enumerable.Range(1, 4).Select(a => Math.Round(RetryDelay.Worker.After(a, run.RunId).TotalSeconds, 1))], waits.Select(w => Math.Round(w.TotalSeconds, 1)));
        var failed = Assert.IsType<RunOutcome.Failed>(await _folder.Job.RunAsync(run.RunId, null, CancellationToken.None));
        Assert.StartsWith("The report's files can't be written: ", failed.Error, StringComparison.Ordinal);
        Assert.Equal((RunState.Failed, 5, failed.Error), (Only().State, Only().Attempt, Only().Error));
        Assert.Empty(_folder.Staging());

        _folder.Clock.Move(TimeSpan.FromDays(1));
        await foreach (var outcome in _folder.Job.DrainAsync(null, CancellationToken.None))
            Assert.Fail($"Nobody asked for {outcome}.");
        File.Delete(Path.Combine(_folder.Folder.Root, "reports"));
        Assert.Equal(run.RunId, _folder.Ledger.Queue(JobFolder.June).RunId);
        Assert.IsType<RunOutcome.Done>(await _folder.Job.RunAsync(run.RunId, null, CancellationToken.None));
        Assert.Equal((RunState.Done, null), (Only().State, Only().Error));
    }

    [Fact]
    public async Task Who_asks_again_for_what_has_failed_gets_five_attempts_again()
    {
        var run = _folder.Ledger.Queue(JobFolder.June);
        _folder.Sql("UPDATE report_runs SET state = 'failed', attempt = 5");
        File.WriteAllText(Path.Combine(_folder.Folder.Root, "reports"), "in the way of a folder");
        _folder.Ledger.Queue(JobFolder.June);
        Assert.IsType<RunOutcome.Postponed>(await _folder.Job.RunAsync(run.RunId, null, CancellationToken.None));
        Assert.Equal((RunState.Queued, 1), (Only().State, Only().Attempt));
    }

    [Fact]
    public async Task Bad_data_and_a_report_that_is_not_defined_are_not_tried_again()
    {
        _folder.Sql("INSERT INTO practitioners (practitioner_id, clinic_id, name) VALUES ('P', 'C', 'Practitioner')");
        foreach (var key in new[] { JobFolder.June with { Report = "none" }, JobFolder.June with { Clinic = "nowhere" }, JobFolder.June with { Practitioner = "nobody" }, JobFolder.June with { Period = "2026-99" } })
        {
            var run = _folder.Ledger.Queue(key);
            Assert.IsType<RunOutcome.Failed>(await _folder.Job.RunAsync(run.RunId, null, CancellationToken.None));
            Assert.Equal((RunState.Failed, 1), (_folder.Ledger.Find(run.RunId)!.State, _folder.Ledger.Find(run.RunId)!.Attempt));
        }
    }

    [Fact]
    public async Task Two_runs_of_one_process_are_owned_apart()
    {
        var (first, second) = (_folder.Ledger.Queue(JobFolder.June), _folder.Ledger.Queue(JobFolder.June with { Period = "2026-05" }));
        var owners = new List<string?>();
        foreach (var run in new[] { first, second })
            await _folder.Job.RunAsync(run.RunId, new AtStage(RunStage.Compute, () => owners.Add(_folder.Ledger.Find(run.RunId)!.LeaseOwner)), CancellationToken.None);
        Assert.Equal(2, owners.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData(RunStage.Compute)]
    [InlineData(RunStage.Publish)]
    public async Task A_stop_hands_back_a_run_whose_stage_goes_on_and_nothing_comes_of_it(string stage)
    {
        using var stop = new CancellationTokenSource();
        using var computing = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        var run = _folder.Ledger.Queue(JobFolder.June);
        var disk = new FaultPlan();
        var endless = new AtStage(stage, () =>
        {
            computing.Set();
            release.Wait(TimeSpan.FromMinutes(1));
        });
        var job = new ReportJob(_folder.Ledger, new ReportRun(_folder.Reader, _folder.Ledger, _folder.Definitions, _folder.Folder, "1.0", disk: new FaultyFiles(disk)), _folder.Errors, TimeSpan.FromHours(1), grace: TimeSpan.FromMilliseconds(50));
        var work = job.RunAsync(run.RunId, endless, stop.Token);
        Assert.True(computing.Wait(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work);
        Assert.Equal((RunState.Queued, 0, null), (Only().State, Only().Attempt, Only().LeaseOwner));

        // Another worker makes it meanwhile; what the first one still computes changes nothing.
        Assert.IsType<RunOutcome.Done>(await _folder.Job.RunAsync(run.RunId, null, CancellationToken.None));
        var made = Directory.GetLastWriteTimeUtc(_folder.Target(1));
        var operations = disk.Seen.Count;
        release.Set();
        Assert.True(SpinWait.SpinUntil(() => disk.Seen.Count > operations, TimeSpan.FromSeconds(30)), "What was handed back never cleared up.");
        Assert.Equal(operations + 1, disk.Seen.Count);
        Assert.Equal(stage, endless.Seen[^1]);
        Assert.Empty(_folder.Staging());
        Assert.Equal(made, Directory.GetLastWriteTimeUtc(_folder.Target(1)));
        Assert.Equal(RunState.Done, Only().State);
    }
}
