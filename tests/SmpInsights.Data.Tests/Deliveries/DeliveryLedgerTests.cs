using System.Globalization;
using Dapper;
using SmpInsights.Data.Deliveries;
using SmpInsights.Data.Runs;
using SmpInsights.Data.Tests.Stores;

namespace SmpInsights.Data.Tests.Deliveries;

public abstract class DeliveryLedgerTests : IDisposable
{
    public sealed class OnSqlite() : DeliveryLedgerTests(new SqliteStore());

    [Collection(ServerStore.Collection)]
    public sealed class OnSqlServer(ServerStore store) : DeliveryLedgerTests(store);

    private static readonly RunKey Key = new("monthly", "C1", "", "2026-06");
    private static readonly DeliveryAddress Owner = new(DeliveryKind.Email, "email:1", "owner@crown.example");
    private static readonly DeliveryAddress Share = new(DeliveryKind.Folder, "folder:1", "/srv/share");
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private readonly StoppedClock clock = new();
    private readonly TestStore store;
    private readonly SmpDatabase database;
    private readonly RunLedger runs;
    private readonly DeliveryLedger ledger;

    protected DeliveryLedgerTests(TestStore store)
    {
        this.store = store;
        database = store.Empty();
        runs = new RunLedger(database, clock);
        ledger = new DeliveryLedger(database, clock);
    }

    public void Dispose() => TestStore.End(store);

    [Fact]
    public void A_revision_is_planned_for_each_recipient_once()
    {
        var run = Publish([Owner, Share, Owner]);

        var planned = ledger.List();
        Assert.Equal([Owner, Share], planned.Select(d => d.Address));
        Assert.All(planned, d => Assert.Equal((run, Key, 1, DeliveryState.Pending, 0, StoppedClock.Noon, StoppedClock.Noon), (d.RunId, d.Key, d.Revision, d.State, d.Attempt, d.QueuedAt, d.NextAttemptAt)));
        Assert.NotEqual(planned[0].Token, planned[1].Token);
    }

    [Fact]
    public void A_revision_that_is_not_published_plans_nothing()
    {
        runs.Queue(Key);
        var run = runs.Claim("w1", Lease)!;

        Assert.Throws<IOException>(() => runs.Publish(run.RunId, "w1", "f", "d", "v", () => throw new IOException("full"), transaction => ledger.Plan(transaction, run.RunId, [Owner])));

        Assert.Empty(ledger.List());
        Assert.Equal(RunState.Running, Assert.Single(runs.List()).State);
    }

    [Fact]
    public void What_an_earlier_revision_did_not_deliver_is_superseded_and_what_it_did_stays()
    {
        Publish([Owner, Share]);
        var sent = ledger.Claim("w1", Lease)!;
        Assert.True(ledger.Sent(sent.DeliveryId, "w1"));

        Publish([Owner, Share]);

        Assert.Equal([DeliveryState.Sent, DeliveryState.Superseded, DeliveryState.Pending, DeliveryState.Pending], ledger.List().Select(d => d.State));
        Assert.True(ledger.IsCorrection(ledger.List()[2].DeliveryId));
        Assert.False(ledger.IsCorrection(ledger.List()[3].DeliveryId));
    }

    [Fact]
    public async Task Many_that_claim_at_once_never_get_the_same_delivery()
    {
        Publish([.. Enumerable.Range(0, 20).Select(i => Owner with { Recipient = string.Create(CultureInfo.InvariantCulture, $"r{i:00}@crown.example") })]);

        var claimed = await Task.WhenAll(Enumerable.Range(0, 4).Select(worker => Task.Run(() => ClaimAll(string.Create(CultureInfo.InvariantCulture, $"w{worker}")))));

        Assert.Equal(20, claimed.Sum(c => c.Count));
        Assert.Equal(20, claimed.SelectMany(c => c).Distinct().Count());
    }

    [Fact]
    public void Of_two_that_found_the_same_delivery_one_claims_it()
    {
        Publish([Owner]);
        using var connection = database.Connect();
        int Claim(string owner) => connection.Execute(
            database.Statement("queries/deliveries/claim"), new { Only().DeliveryId, Owner = owner, Now = clock.GetUtcNow(), Until = clock.GetUtcNow() + Lease });

        Assert.Equal((1, 0), (Claim("w1"), Claim("w2")));
        Assert.Equal(("w1", 1), (Only().LeaseOwner, Only().Attempt));
    }

    [Fact]
    public void A_delivery_in_hand_is_taken_over_when_its_lease_has_run_out_under_the_same_token()
    {
        Publish([Owner]);
        var first = ledger.Claim("w1", Lease)!;
        Assert.Null(ledger.Claim("w2", Lease));
        clock.Move(Lease);

        var second = ledger.Claim("w2", Lease)!;

        Assert.Equal((first.DeliveryId, first.Token, 2, "w2"), (second.DeliveryId, second.Token, second.Attempt, second.LeaseOwner));
        Assert.False(ledger.Sent(first.DeliveryId, "w1"));
        Assert.False(ledger.Fail(first.DeliveryId, "w1", "no"));
        Assert.True(ledger.Sent(second.DeliveryId, "w2"));
        Assert.Equal((DeliveryState.Sent, clock.GetUtcNow()), (Only().State, Only().SentAt));
    }

    [Fact]
    public void A_failure_waits_until_its_next_attempt_and_keeps_its_reason()
    {
        Publish([Owner]);
        var first = ledger.Claim("w1", Lease)!;

        Assert.True(ledger.Fail(first.DeliveryId, "w1", "busy", StoppedClock.Noon.AddMinutes(4)));

        Assert.Equal((DeliveryState.Pending, "busy", StoppedClock.Noon.AddMinutes(4)), (Only().State, Only().Error, Only().NextAttemptAt));
        Assert.Null(ledger.Claim("w1", Lease));
        clock.Move(TimeSpan.FromMinutes(4));
        Assert.Equal(2, ledger.Claim("w1", Lease)!.Attempt);
    }

    [Fact]
    public void One_handed_back_is_no_attempt()
    {
        Publish([Owner]);
        Assert.True(ledger.HandBack(ledger.Claim("w1", Lease)!.DeliveryId, "w1"));

        Assert.Equal(1, ledger.Claim("w2", Lease)!.Attempt);
    }

    [Fact]
    public void What_failed_is_asked_for_again_under_its_token_and_what_was_sent_under_a_new_one()
    {
        Publish([Owner]);
        var failed = ledger.Claim("w1", Lease)!;
        Assert.False(ledger.Resend(failed.DeliveryId));
        Assert.True(ledger.Fail(failed.DeliveryId, "w1", "refused"));
        Assert.Equal(DeliveryState.Failed, Only().State);

        Assert.True(ledger.Resend(failed.DeliveryId));

        var again = ledger.Claim("w1", Lease)!;
        Assert.Equal((failed.Token, 1, null), (again.Token, again.Attempt, again.Error));
        Assert.True(ledger.Sent(again.DeliveryId, "w1"));
        Assert.True(ledger.Resend(again.DeliveryId));
        Assert.NotEqual(failed.Token, Only().Token);
        Assert.Null(Only().SentAt);
    }

    private DeliveryRow Only() => Assert.Single(ledger.List());

    private long Publish(IReadOnlyList<DeliveryAddress> recipients)
    {
        runs.Queue(Key);
        var run = runs.Claim("publisher", Lease)!;
        Assert.True(runs.Publish(run.RunId, "publisher", "f", "d", "v", () => { }, transaction => ledger.Plan(transaction, run.RunId, recipients)));
        return run.RunId;
    }

    private List<long> ClaimAll(string owner)
    {
        List<long> deliveries = [];
        while (ledger.Claim(owner, Lease) is { } delivery)
        {
            deliveries.Add(delivery.DeliveryId);
        }

        return deliveries;
    }
}
