using System.Globalization;
using Dapper;
using SmpInsights.Data.Runs;
using SmpInsights.Data.Tests.Stores;

namespace SmpInsights.Data.Tests.Runs;

public abstract class RunLedgerTests : IDisposable
{
    public sealed class OnSqlite() : RunLedgerTests(new SqliteStore());

    [Collection(ServerStore.Collection)]
    public sealed class OnSqlServer(ServerStore store) : RunLedgerTests(store);

    private static readonly RunKey Key = new("monthly", "C1", "", "2026-06");
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private readonly StoppedClock clock = new();
    private readonly TestStore store;
    private readonly RunLedger ledger;

    protected RunLedgerTests(TestStore store)
    {
        this.store = store;
        ledger = new RunLedger(store.Empty(), clock);
    }

    public void Dispose() => TestStore.End(store);

    [Fact]
    public void Queueing_an_open_key_again_gives_the_same_run()
    {
        var first = ledger.Queue(Key);
        var second = ledger.Queue(Key);

        Assert.Equal(first, second);
        Assert.Equal(1, first.Revision);
        Assert.Equal(RunState.Queued, first.State);
        Assert.Equal(StoppedClock.Noon, first.QueuedAt);
        Assert.Single(ledger.List());
    }

    [Fact]
    public void A_practitioners_report_and_the_clinics_are_different_runs()
    {
        ledger.Queue(Key);
        ledger.Queue(Key with { Practitioner = "P1" });

        Assert.Equal(["", "P1"], ledger.List().Select(r => r.Key.Practitioner).ToList());
    }

    [Fact]
    public void After_a_run_is_done_the_next_revision_is_queued()
    {
        Finish(ledger.Queue(Key));

        var second = ledger.Queue(Key);

        Assert.Equal(2, second.Revision);
        Assert.Equal(1, ledger.LatestDone(Key)!.Revision);
    }

    [Fact]
    public async Task Many_that_queue_one_key_at_once_make_one_run()
    {
        var rows = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => ledger.Queue(Key))));

        Assert.Single(rows.Select(r => r.RunId).Distinct());
    }

    [Fact]
    public async Task Many_that_claim_at_once_never_get_the_same_run()
    {
        for (var i = 0; i < 20; i++)
        {
            ledger.Queue(Key with { Clinic = string.Create(CultureInfo.InvariantCulture, $"C{i:00}") });
        }

        var claimed = await Task.WhenAll(Enumerable.Range(0, 4).Select(worker => Task.Run(() => ClaimAll(string.Create(CultureInfo.InvariantCulture, $"w{worker}")))));

        Assert.Equal(20, claimed.SelectMany(c => c).Distinct().Count());
        Assert.Equal(20, claimed.Sum(c => c.Count));
    }

    [Fact]
    public void The_run_that_waited_longest_is_claimed_first()
    {
        ledger.Queue(Key with { Clinic = "Z" });
        clock.Move(TimeSpan.FromSeconds(1));
        ledger.Queue(Key with { Clinic = "A" });

        Assert.Equal("Z", ledger.Claim("w1", Lease)!.Key.Clinic);
        Assert.Equal("A", ledger.Claim("w1", Lease)!.Key.Clinic);
        Assert.Null(ledger.Claim("w1", Lease));
    }

    [Fact]
    public void A_claim_is_an_attempt_under_a_lease()
    {
        ledger.Queue(Key);

        var run = ledger.Claim("w1", Lease)!;

        Assert.Equal(RunState.Running, run.State);
        Assert.Equal(1, run.Attempt);
        Assert.Equal("w1", run.LeaseOwner);
        Assert.Equal(StoppedClock.Noon + Lease, run.LeaseUntil);
        Assert.Equal(StoppedClock.Noon, run.StartedAt);
    }

    [Fact]
    public void A_run_is_not_claimed_before_its_time()
    {
        ledger.Queue(Key, StoppedClock.Noon + TimeSpan.FromMinutes(5));

        Assert.Null(ledger.Claim("w1", Lease));
        clock.Move(TimeSpan.FromMinutes(5));
        Assert.NotNull(ledger.Claim("w1", Lease));
    }

    [Fact]
    public void An_expired_lease_is_taken_over_and_that_is_no_attempt()
    {
        ledger.Queue(Key);
        var first = ledger.Claim("w1", Lease)!;
        clock.Move(Lease - TimeSpan.FromMilliseconds(1));
        Assert.Null(ledger.Claim("w2", Lease));
        clock.Move(TimeSpan.FromMilliseconds(1));

        var second = ledger.Claim("w2", Lease)!;

        Assert.Equal(first.RunId, second.RunId);
        Assert.Equal("w2", second.LeaseOwner);
        Assert.Equal(1, second.Attempt);
    }

    [Fact]
    public void A_heartbeat_keeps_the_run()
    {
        ledger.Queue(Key);
        var run = ledger.Claim("w1", Lease)!;
        clock.Move(Lease / 2);
        Assert.True(ledger.Heartbeat(run.RunId, "w1", Lease));
        clock.Move(Lease / 2);

        Assert.Null(ledger.Claim("w2", Lease));
    }

    [Fact]
    public void A_worker_that_lost_its_lease_changes_nothing()
    {
        ledger.Queue(Key);
        var run = ledger.Claim("w1", Lease)!;
        clock.Move(Lease);
        var taken = ledger.Claim("w2", Lease)!;

        Assert.False(ledger.Heartbeat(run.RunId, "w1", Lease));
        Assert.False(ledger.Stage(run.RunId, "w1", "compute"));
        Assert.False(ledger.Publish(run.RunId, "w1", "f", "d", "v", () => Assert.Fail("the files were moved without a lease")));
        Assert.False(ledger.Fail(run.RunId, "w1", "no"));
        Assert.False(ledger.Discard(run.RunId, "w1"));
        Assert.Equal(taken, Assert.Single(ledger.List()));
    }

    [Fact]
    public void Stage_and_progress_are_seen()
    {
        ledger.Queue(Key);
        var run = ledger.Claim("w1", Lease)!;

        Assert.True(ledger.Stage(run.RunId, "w1", "compute", 0.5));

        var seen = Assert.Single(ledger.List());
        Assert.Equal("compute", seen.Stage);
        Assert.Equal(0.5, seen.Progress);
    }

    [Fact]
    public void A_done_run_holds_what_it_was_made_of_and_is_not_claimed_again()
    {
        var run = Finish(ledger.Queue(Key));

        var done = ledger.LatestDone(Key)!;

        Assert.Equal((run.RunId, RunState.Done, "print", "hash", "1.0"), (done.RunId, done.State, done.Fingerprint, done.DefinitionHash, done.ProductVersion));
        Assert.Equal(StoppedClock.Noon, done.FinishedAt);
        Assert.Null(done.LeaseOwner);
        clock.Move(Lease * 2);
        Assert.Null(ledger.Claim("w2", Lease));
    }

    [Fact]
    public void A_failed_run_keeps_its_error_and_is_not_claimed_again()
    {
        ledger.Queue(Key);
        var run = ledger.Claim("w1", Lease)!;

        Assert.True(ledger.Fail(run.RunId, "w1", "disk full"));

        var failed = Assert.Single(ledger.List());
        Assert.Equal((RunState.Failed, "disk full", 1), (failed.State, failed.Error, failed.Attempt));
        Assert.Null(ledger.Claim("w1", Lease));
        Assert.Null(ledger.LatestDone(Key));
    }

    [Fact]
    public void A_retry_waits_and_is_the_second_attempt()
    {
        ledger.Queue(Key);
        var run = ledger.Claim("w1", Lease)!;
        Assert.True(ledger.Fail(run.RunId, "w1", "busy", TimeSpan.FromMinutes(1)));
        Assert.Null(ledger.Claim("w1", Lease));
        clock.Move(TimeSpan.FromMinutes(1));

        var again = ledger.Claim("w1", Lease)!;

        Assert.Equal((run.RunId, 2, "busy"), (again.RunId, again.Attempt, again.Error));
    }

    [Fact]
    public void A_discarded_revision_is_never_seen()
    {
        Finish(ledger.Queue(Key));
        ledger.Queue(Key);
        var second = ledger.Claim("w1", Lease)!;

        Assert.True(ledger.Discard(second.RunId, "w1"));

        Assert.Equal(1, Assert.Single(ledger.List()).Revision);
        Assert.Equal(2, ledger.Queue(Key).Revision);
    }

    [Fact]
    public void Publishing_moves_and_ends_the_run_in_one_step()
    {
        ledger.Queue(Key);
        var run = ledger.Claim("w1", Lease)!;
        var moved = 0;

        Assert.True(ledger.Publish(run.RunId, "w1", "print", "hash", "1.0", () => moved++));

        Assert.Equal(1, moved);
        Assert.Equal((RunState.Done, "print"), (Only().State, Only().Fingerprint));
        Assert.False(ledger.Publish(run.RunId, "w1", "print", "hash", "1.0", () => moved++));
        Assert.Equal(1, moved);
    }

    [Fact]
    public void One_who_lost_the_lease_publishes_nothing()
    {
        ledger.Queue(Key);
        var run = ledger.Claim("w1", Lease)!;
        clock.Move(Lease);
        var taken = ledger.Claim("w2", Lease)!;

        Assert.False(ledger.Publish(run.RunId, "w1", "print", "hash", "1.0", () => Assert.Fail("It moved.")));

        Assert.Equal(taken, Only());
    }

    [Fact]
    public void A_move_that_fails_leaves_the_run_as_it_was()
    {
        ledger.Queue(Key);
        var run = ledger.Claim("w1", Lease)!;

        Assert.Throws<IOException>(() => ledger.Publish(run.RunId, "w1", "print", "hash", "1.0", () => throw new IOException("in the way")));

        Assert.Equal(run, Only());
    }

    [Fact]
    public void A_failed_run_that_is_asked_for_again_begins_anew_as_the_same_revision()
    {
        ledger.Queue(Key);
        var run = ledger.Claim("w1", Lease)!;
        Assert.True(ledger.Fail(run.RunId, "w1", "disk full"));
        clock.Move(TimeSpan.FromMinutes(1));

        var again = ledger.Queue(Key, clock.GetUtcNow().AddMinutes(1));

        Assert.Equal((run.RunId, 1, RunState.Queued, 0, clock.GetUtcNow(), clock.GetUtcNow().AddMinutes(1)), (again.RunId, again.Revision, again.State, again.Attempt, again.QueuedAt, again.NotBefore));
        Assert.Null(again.FinishedAt);
        Assert.Single(ledger.List());
    }

    [Fact]
    public void A_run_that_is_handed_back_is_anyones_and_that_was_no_attempt()
    {
        ledger.Queue(Key);
        var run = ledger.Claim("w1", Lease)!;

        Assert.True(ledger.HandBack(run.RunId, "w1"));

        Assert.False(ledger.HandBack(run.RunId, "w1"));
        Assert.Equal((run.RunId, 1, "w2"), (ledger.Claim("w2", Lease)!.RunId, Only().Attempt, Only().LeaseOwner));
    }

    [Fact]
    public void Reports_of_a_month_and_later_are_known_whatever_became_of_them()
    {
        Finish(ledger.Queue(Key));
        ledger.Queue(Key with { Period = "2026-05" });
        ledger.Queue(Key);
        ledger.Queue(Key with { Practitioner = "P1", Period = "2026-07" });

        Assert.Equal([Key, Key with { Practitioner = "P1", Period = "2026-07" }], ledger.Known("2026-06").OrderBy(k => k.Period, StringComparer.Ordinal));
    }

    [Fact]
    public void The_newest_revision_stands_for_a_clinics_report()
    {
        Finish(ledger.Queue(Key));
        Finish(ledger.Queue(Key));
        Finish(ledger.Queue(Key with { Period = "2026-05" }));
        Finish(ledger.Queue(Key with { Clinic = "C2" }));
        Finish(ledger.Queue(Key with { Practitioner = "P1" }));

        Assert.Equal([("", 2), ("P1", 1)], ledger.Newest("C1", "2026-06").Select(r => (r.Key.Practitioner, r.Revision)));
    }

    [Fact]
    public void Runs_in_hand_are_known_with_their_owners_and_one_by_its_id()
    {
        ledger.Queue(Key);
        var run = ledger.Claim("w1", Lease)!;
        ledger.Queue(Key with { Clinic = "C2" });

        Assert.Equal([(run.RunId, "w1")], ledger.Running());
        Assert.Equal(run, ledger.Find(run.RunId));
        Assert.True(ledger.Discard(run.RunId, "w1"));
        Assert.Null(ledger.Find(run.RunId));
        Assert.Empty(ledger.Running());
    }

    [Fact]
    public void Active_are_those_that_wait_or_run_and_those_that_ended_since()
    {
        Finish(ledger.Queue(Key));
        clock.Move(TimeSpan.FromMinutes(1));
        Finish(ledger.Queue(Key with { Clinic = "C2" }));
        ledger.Queue(Key with { Clinic = "C3" });
        ledger.Claim("w1", Lease);
        ledger.Queue(Key with { Clinic = "C4" });

        Assert.Equal(["C2", "C3", "C4"], ledger.Active(clock.GetUtcNow()).Select(r => r.Key.Clinic));
    }

    [Fact]
    public void What_is_written_alongside_stands_only_if_the_revision_does()
    {
        ledger.Queue(Key);
        var run = ledger.Claim("w1", Lease)!;
        void Note(System.Data.Common.DbTransaction transaction) => transaction.Connection!.Execute("UPDATE report_runs SET stage = 'alongside'", transaction: transaction);

        Assert.Throws<IOException>(() => ledger.Publish(run.RunId, "w1", "print", "hash", "1.0", () => throw new IOException("in the way"), Note));
        Assert.Equal(run, Only());
        Assert.True(ledger.Publish(run.RunId, "w1", "print", "hash", "1.0", () => { }, Note));
        Assert.Equal("alongside", Only().Stage);
    }

    private RunRow Only() => Assert.Single(ledger.List());

    private RunRow Finish(RunRow queued)
    {
        var run = ledger.Claim("w1", Lease)!;
        Assert.Equal(queued.RunId, run.RunId);
        Assert.True(ledger.Publish(run.RunId, "w1", "print", "hash", "1.0", () => { }));
        return run;
    }

    private List<long> ClaimAll(string owner)
    {
        List<long> runs = [];
        while (ledger.Claim(owner, Lease) is { } run)
        {
            runs.Add(run.RunId);
        }

        return runs;
    }
}
