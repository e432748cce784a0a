using System.Data.Common;
using Dapper;

namespace SmpInsights.Data.Deliveries;

/// <summary>
/// Where each revision is to go and what became of that. Two workers never send one delivery: it is claimed by one conditional UPDATE whose row count decides, and what a
/// worker writes is fenced by its name. A worker that dies between sending and saying so leaves an expired lease, and the next one sends again under the same token.
/// </summary>
public sealed class DeliveryLedger(SmpDatabase db, TimeProvider clock)
{
    /// <summary>Puts a revision's recipients on the list in the transaction that publishes it; what earlier revisions did not deliver is superseded.</summary>
    public void Plan(DbTransaction transaction, long runId, IEnumerable<DeliveryAddress> recipients)
    {
        var connection = transaction.Connection!;
        connection.Execute(db.Statement("queries/deliveries/supersede"), new { RunId = runId }, transaction);
        foreach (var to in recipients)
        {
            connection.Execute(
                db.Statement("queries/deliveries/plan"),
                new { RunId = runId, Kind = to.Kind.ToString().ToLowerInvariant(), to.Target, to.Recipient, Token = NewToken(), Now = Now() },
                transaction);
        }
    }

    /// <summary>Takes the delivery that waited longest and counts an attempt; null when none is due.</summary>
    public DeliveryRow? Claim(string owner, TimeSpan lease) => db.Try(() => ClaimOnce(owner, lease));

    private DeliveryRow? ClaimOnce(string owner, TimeSpan lease)
    {
        using var connection = db.Connect();
        while (connection.QueryFirstOrDefault<long?>(db.Statement("queries/deliveries/claimable"), new { Now = Now() }) is { } id)
        {
            if (connection.Execute(db.Statement("queries/deliveries/claim"), new { DeliveryId = id, Owner = owner, Now = Now(), Until = Now(lease) }) == 1)
            {
                return connection.QuerySingle<StoredDelivery>(db.Statement("queries/deliveries/by_id"), new { DeliveryId = id }).ToRow();
            }
        }

        return null;
    }

    /// <summary>The delivery ends as sent; false when it is no longer the owner's.</summary>
    public bool Sent(long deliveryId, string owner) => Change("sent", new { DeliveryId = deliveryId, Owner = owner, Now = Now() });

    /// <summary>The delivery ends as failed, or waits when a time for the next attempt is given.</summary>
    public bool Fail(long deliveryId, string owner, string error, DateTimeOffset? retryAt = null) =>
        Change("fail", new { DeliveryId = deliveryId, Owner = owner, Error = error, RetryAt = retryAt });

    /// <summary>Puts back a delivery that was stopped on purpose; that is no attempt.</summary>
    public bool HandBack(long deliveryId, string owner) => Change("hand_back", new { DeliveryId = deliveryId, Owner = owner });

    /// <summary>Asks anew for a delivery that has ended; false when there is none of that id, or it has not ended.</summary>
    public bool Resend(long deliveryId) => Change("resend", new { DeliveryId = deliveryId, Token = NewToken(), Now = Now() });

    /// <summary>Whether the recipient has got an earlier revision of the same report, so that this one corrects it.</summary>
    public bool IsCorrection(long deliveryId) => db.Try(() =>
    {
        using var connection = db.Connect();
        return connection.ExecuteScalar<int>(db.Statement("queries/deliveries/had_earlier"), new { DeliveryId = deliveryId }) > 0;
    });

    /// <summary>Every delivery, the oldest first.</summary>
    public IReadOnlyList<DeliveryRow> List() => db.Try(() =>
    {
        using var connection = db.Connect();
        return connection.Query<StoredDelivery>(db.Statement("queries/deliveries/list")).Select(delivery => delivery.ToRow()).ToList();
    });

    /// <summary>Not derived from the report: two installations that make the same report must not share it.</summary>
    private static string NewToken() => Guid.NewGuid().ToString("N");

    private bool Change(string statement, object parameters) => db.Try(() =>
    {
        using var connection = db.Connect();
        return connection.Execute(db.Statement($"queries/deliveries/{statement}"), parameters) == 1;
    });

    private DateTimeOffset Now(TimeSpan ahead = default) => clock.GetUtcNow() + ahead;
}
