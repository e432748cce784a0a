using System.Globalization;
using SmpInsights.Data.Runs;
using SmpInsights.Jobs.Runs;

namespace SmpInsights.Jobs.Tests;

/// <summary>What becomes of a run when something goes wrong around it.</summary>
public sealed class ReportJobTests : IDisposable
{
    private readonly JobFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private RunRow Only() => Assert.Single(_folder.Ledger.List());

    [Fact]
    public async Task A_run_is_published_and_leaves_nothing_behind()
    {
        var run = _folder.Ledger.Queue(JobFolder.June);
        Assert.IsType<RunOutcome.Done>(await _folder.Job.RunAsync(run.RunId, null, CancellationToken.None));
        Assert.True(ArtefactStore.IsWhole(_folder.Target(1)));
        Assert.Empty(_folder.Staging());
        Assert.Equal(RunState.Done, Only().State);
    }

    [Fact]
    public async Task A_worker_that_lost_its_lease_leaves_what_the_other_published()
    {
        var run = _folder.Ledger.Queue(JobFolder.June);
        var paused = new AtStage(RunStage.Publish, () =>
        {
            _folder.TakeOver(run.RunId, "other");
            Assert.True(_folder.Ledger.Publish(run.RunId, "other", "f", "d", "v", () =>
            {
                Directory.CreateDirectory(_folder.Target(1));
                File.WriteAllText(Path.Combine(_folder.Target(1), "theirs"), "x");
            }));
        });

        Assert.IsType<RunOutcome.Lost>(await _folder.Job.RunAsync(run.RunId, paused, CancellationToken.None));

        Assert.Equal("theirs", Path.GetFileName(Assert.Single(Directory.GetFileSystemEntries(_folder.Target(1)))));
        Assert.Equal(RunState.Done, Only().State);
        Assert.Empty(_folder.Staging());
    }

    [Fact]
    public async Task A_worker_that_lost_its_lease_does_not_touch_the_other_s_staging()
    {
        var run = _folder.Ledger.Queue(JobFolder.June);
        var theirs = string.Empty;
        var paused = new AtStage(RunStage.Publish, () =>
        {
            _folder.TakeOver(run.RunId, "other");
            theirs = new ArtefactStore(_folder.Folder).Stage(string.Create(CultureInfo.InvariantCulture, $"run-{run.RunId}-other"), [new("a", [1])]);
            new ReportRun(_folder.Reader, _folder.Ledger, _folder.Definitions, _folder.Folder, "1.0").Sweep();
        });

        Assert.IsType<RunOutcome.Lost>(await _folder.Job.RunAsync(run.RunId, paused, CancellationToken.None));

        Assert.Equal(theirs, Assert.Single(_folder.Staging()));
        Assert.False(Directory.Exists(_folder.Target(1)));
        Assert.Equal("other", Only().LeaseOwner);
    }

    [Fact]
    public async Task A_heartbeat_that_finds_the_lease_gone_stops_the_run()
    {
        var run = _folder.Ledger.Queue(JobFolder.June);
        var paused = new AtStage(RunStage.Compute, () =>
        {
            _folder.TakeOver(run.RunId, "other");
            Thread.Sleep(TimeSpan.FromSeconds(2));
        });

        Assert.IsType<RunOutcome.Lost>(await _folder.MakeJob(TimeSpan.FromMilliseconds(20)).RunAsync(run.RunId, paused, CancellationToken.None));

        Assert.Equal(RunStage.Compute, paused.Seen[^1]);
        Assert.Equal(("other", RunState.Running), (Only().LeaseOwner, Only().State));
    }

    [Fact]
    public async Task Heartbeats_that_fail_do_not_change_the_outcome_and_are_noted_once()
    {
        _folder.Sql("CREATE TRIGGER no_heartbeat BEFORE UPDATE OF heartbeat_at ON report_runs WHEN OLD.state = 'running' BEGIN SELECT RAISE(ABORT, 'no heartbeat today'); END");
        var run = _folder.Ledger.Queue(JobFolder.June);
        var slow = new AtStage(RunStage.Compute, () =>
        {
            Assert.True(SpinWait.SpinUntil(() => new FileInfo(_folder.Folder.ErrorLog) is { Exists: true, Length: > 0 }, TimeSpan.FromSeconds(30)), "No heartbeat failed.");
            Thread.Sleep(TimeSpan.FromMilliseconds(300));
        });

        Assert.IsType<RunOutcome.Done>(await _folder.MakeJob(TimeSpan.FromMilliseconds(20)).RunAsync(run.RunId, slow, CancellationToken.None));

        Assert.Equal(RunState.Done, Only().State);
        Assert.Equal(2, _folder.ErrorText().Split(": heartbeat\n").Length);
        Assert.Contains("no heartbeat today", _folder.ErrorText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RunStage.Read)]
    [InlineData(RunStage.Write)]
    public async Task A_cancelled_run_is_handed_back_as_if_it_had_not_begun(string stage)
    {
        using var stop = new CancellationTokenSource();
        var run = _folder.Ledger.Queue(JobFolder.June);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _folder.Job.RunAsync(run.RunId, new AtStage(stage, stop.Cancel), stop.Token));

        Assert.Equal((RunState.Queued, 0, null), (Only().State, Only().Attempt, Only().LeaseOwner));
        Assert.Empty(_folder.Staging());
        Assert.False(Directory.Exists(_folder.Target(1)));
    }

    [Fact]
    public async Task A_drain_that_is_stopped_says_what_is_done_and_leaves_the_rest_queued()
    {
        using var stop = new CancellationTokenSource();
        foreach (var month in new[] { "2026-04", "2026-05", "2026-06" })
            _folder.Ledger.Queue(JobFolder.June with { Period = month });
        var outcomes = new List<RunOutcome>();
        await foreach (var outcome in _folder.Job.DrainAsync(null, stop.Token))
        {
            Assert.Equal(RunState.Done, _folder.Ledger.List()[outcomes.Count].State);
            outcomes.Add(outcome);
            if (outcomes.Count == 2)
                await stop.CancelAsync();
        }

        Assert.Equal(2, outcomes.Count);
        Assert.Equal([RunState.Done, RunState.Done, RunState.Queued], _folder.Ledger.List().Select(r => r.State).ToList());
    }

    [Fact]
    public async Task Cleaning_up_that_fails_leaves_the_reason_in_the_ledger()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Needs paths that are too long to delete.");
        var deep = TooDeep(out var top);
        Directory.CreateDirectory(deep);
        var run = _folder.Ledger.Queue(JobFolder.June);
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.Target(1))!);
        File.WriteAllText(_folder.Target(1), "in the way");
        var moved = string.Empty;
        var fill = new AtStage(RunStage.Publish, () => Directory.Move(top, moved = Path.Combine(Assert.Single(_folder.Staging()), "deep")));

        var outcome = await _folder.Job.RunAsync(run.RunId, fill, CancellationToken.None);

        var left = Directory.Exists(moved);
        Directory.Move(moved, top);
        Assert.True(left, "The cleanup was meant to fail.");
        var postponed = Assert.IsType<RunOutcome.Postponed>(outcome);
        Assert.Equal((RunState.Queued, postponed.Error), (Only().State, Only().Error));
        Assert.StartsWith("The report's files can't be written: ", postponed.Error, StringComparison.Ordinal);
        Assert.Contains("left files in staging", _folder.ErrorText(), StringComparison.Ordinal);
    }

    /// <summary>Folders as deep as a path can go: moved further down, they can't be deleted by path.</summary>
    private string TooDeep(out string top)
    {
        const int longest = 4095;
        const int name = 200;
        top = Path.Combine(_folder.Folder.Root, "d");
        var deep = top;
        while (deep.Length + 1 + name < longest)
            deep = Path.Combine(deep, new string('x', Math.Min(name, longest - deep.Length - 1)));
        return deep.Length + 2 < longest ? Path.Combine(deep, new string('x', longest - deep.Length - 2)) : deep;
    }
}
