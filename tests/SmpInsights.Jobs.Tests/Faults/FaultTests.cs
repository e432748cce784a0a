using SmpInsights.Data.Runs;
using SmpInsights.Jobs.Runs;

namespace SmpInsights.Jobs.Tests.Faults;

/// <summary>
/// Each operation on disk and database that a run of a second revision makes is failed in turn, once or for good, before or after it is done. The run ends as done or, for good, as failed with a
/// reason; the revision before stands throughout, what is published is what a sound run publishes, and a sound start leaves nothing in staging.
/// </summary>
public sealed class FaultTests : IDisposable
{
    /// <summary>Lanes in which all that can be tried is tried: attempts, and lapsed leases between them.</summary>
    private const int MostRounds = 12;

    private readonly FaultFolder _waiting = new();

    public void Dispose() => _waiting.Dispose();

    [Theory]
    [InlineData(false, FaultMoment.Before)]
    [InlineData(false, FaultMoment.After)]
    [InlineData(true, FaultMoment.Before)]
    [InlineData(true, FaultMoment.After)]
    public async Task A_fault_at_any_operation_ends_in_done_or_in_failed_and_never_in_a_wrong_or_partial_report(bool always, FaultMoment moment)
    {
        var first = await PrepareAsync();
        var (operations, second) = await SoundRunAsync();
        Assert.InRange(operations.Count, 60, 400);
        Assert.All(new[] { "write", "move", "flush", "commit", "open", "row" }, name => Assert.Contains(name, operations));
        var (failed, tried) = (0, 0);
        for (var at = 0; at < operations.Count; at++)
        {
            if (moment == FaultMoment.After && !FaultPlan.Changes(operations[at]))
                continue;
            tried++;
            using var folder = new FaultFolder(_waiting);
            folder.Plan.Arm(at, always, moment);
            await WorkAsync(folder, first);
            Assert.True(folder.Plan.Faults > 0, FormattableString.Invariant($"Operation {at} never came."));
            folder.Plan.Disarm();
            var run = Assert.Single(folder.Sound.List(), r => r.Revision == 2);
            if (!always)
                Assert.True(run.State == RunState.Done, FormattableString.Invariant($"{at} {operations[at]}: {run.State} {run.Error}"));
            else if (run.State == RunState.Failed)
            {
                failed++;
                Assert.Equal(RetryDelay.Attempts, run.Attempt);
                Assert.Matches("^(The report's files can't be written: No space left on device|The database is locked by another program)", run.Error);
                folder.Sound.Queue(FaultFolder.June);
            }

            // What a sound start makes of it.
            folder.Clock.Move(TimeSpan.FromHours(1));
            await folder.LaneAsync();
            Assert.Empty(folder.Staging());
            Assert.Equal([RunState.Done, RunState.Done], folder.Sound.List().Select(r => r.State));
            Assert.Equal(first, folder.Whole(1));
            Assert.Equal(second, folder.Whole(2));
            Assert.All(folder.Lines, l => Assert.DoesNotContain("\n", l, StringComparison.Ordinal));
        }

        Assert.True(always ? failed > 10 : failed == 0, FormattableString.Invariant($"{failed} of {operations.Count} ended as failed."));
        TestContext.Current.SendDiagnosticMessage(FormattableString.Invariant($"always {always}, {moment}: {tried} of {operations.Count} operations, {failed} ended as failed"));
    }

    /// <summary>Lanes one after the other, as a worker has them, while waits and leases run out in between; the first revision can be read after each.</summary>
    private static async Task WorkAsync(FaultFolder folder, IReadOnlyList<ManifestArtefact> first)
    {
        for (var round = 0; round < MostRounds && folder.Sound.List().Any(r => r.State is RunState.Queued or RunState.Running); round++)
        {
            await folder.LaneAsync();
            Assert.Equal(first, folder.Whole(1));
            if (Directory.Exists(folder.Target(2)))
                folder.Whole(2);
            folder.Clock.Move(TimeSpan.FromHours(1));
        }
    }

    private async Task<IReadOnlyList<ManifestArtefact>> PrepareAsync()
    {
        _waiting.Sound.Queue(FaultFolder.June);
        await _waiting.LaneAsync();
        _waiting.AddLatePayment();
        _waiting.Sound.Queue(FaultFolder.June);
        return _waiting.Whole(1);
    }

    private async Task<(IReadOnlyList<string> Operations, IReadOnlyList<ManifestArtefact> Second)> SoundRunAsync()
    {
        using var folder = new FaultFolder(_waiting);
        folder.Plan.Arm(int.MaxValue, always: false, FaultMoment.Before);
        await folder.LaneAsync();
        return ([.. folder.Plan.Seen], folder.Whole(2));
    }
}
