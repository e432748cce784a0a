using Dapper;
using Microsoft.Data.SqlClient;
using SmpInsights.Data.Reading;
using SmpInsights.Data.Runs;
using SmpInsights.Data.Tests.Stores;

namespace SmpInsights.Data.Tests.SqlServer;

/// <summary>Errors that pass are tried again; others are said at once.</summary>
[Collection(ServerStore.Collection)]
public sealed class TryAgainTests(ServerStore store)
{
    [Fact]
    public async Task Of_two_in_a_deadlock_both_come_through()
    {
        var database = store.Empty();
        using (var connection = database.Connect())
        {
            await connection.ExecuteAsync("INSERT INTO techniques (technique_id, name) VALUES (N'a', N'0'), (N'b', N'0')");
        }

        using var bothHoldOne = new Barrier(2);
        var tries = 0;
        await Task.WhenAll(Task.Run(() => Both("a", "b")), Task.Run(() => Both("b", "a")));

        using var after = database.Connect();
        Assert.Equal(["2", "2"], await after.QueryAsync<string>("SELECT name FROM techniques ORDER BY technique_id"));
        Assert.True(tries > 2, "there was no deadlock");

        void Both(string first, string second)
        {
            var met = false;
            database.Try(() =>
            {
                Interlocked.Increment(ref tries);
                using var connection = database.Connect();
                using var transaction = database.BeginWrite(connection);
                const string More = "UPDATE techniques SET name = CAST(CAST(name AS int) + 1 AS nvarchar(10)) WHERE technique_id = @id";
                connection.Execute(More, new { id = first }, transaction);
                if (!met)
                {
                    met = true;
                    Assert.True(bothHoldOne.SignalAndWait(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
                }

                connection.Execute(More, new { id = second }, transaction);
                transaction.Commit();
                return true;
            });
        }
    }

    [Fact]
    public void A_connection_that_is_cut_is_made_anew()
    {
        var database = store.Empty();
        var tries = 0;

        var answer = database.Try(() =>
        {
            using var connection = database.Connect();
            if (++tries == 1)
            {
                using var other = database.Connect();
                other.Execute(FormattableString.Invariant($"KILL {connection.ExecuteScalar<int>("SELECT @@SPID")}"));
            }

            return connection.ExecuteScalar<int>("SELECT 42");
        });

        Assert.Equal((42, 2), (answer, tries));
    }

    [Fact]
    public void What_does_not_pass_is_tried_once_and_said()
    {
        var database = store.Empty();
        var tries = 0;

        var refusal = Assert.Throws<SmpDataException>(() => database.Try(() =>
        {
            tries++;
            using var connection = database.Connect();
            return connection.Execute("INSERT INTO techniques (technique_id, name) VALUES (N'a', NULL)");
        }));

        Assert.Equal(1, tries);
        Assert.Contains("cannot be used: ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_isolation_of_a_read_does_not_follow_into_later_statements()
    {
        // A name of its own, and so a pool with no other connection in it.
        var database = SmpDatabase.OnServer(new SqlConnectionStringBuilder(store.ConnectionString) { ApplicationName = "isolation" }.ConnectionString);
        using (var reading = database.ConnectToRead())
        {
            using var moment = database.BeginRead(reading);
            moment.Commit();
        }

        using var connection = database.Connect();
        Assert.Equal(2, connection.ExecuteScalar<int>("SELECT transaction_isolation_level FROM sys.dm_exec_sessions WHERE session_id = @@SPID"));
    }

    [Fact]
    public async Task One_who_queues_what_another_is_queueing_gets_the_same_run()
    {
        var database = store.Empty();
        var key = new RunKey("monthly", "C1", "", "2026-06");
        using var connection = database.Connect();
        database.Connect().Dispose();
        using var transaction = database.BeginWrite(connection);
        await connection.ExecuteAsync(database.Statement("queries/runs/queue"), new { key.Report, key.Clinic, key.Practitioner, key.Period, Now = StoppedClock.Noon, NotBefore = (DateTimeOffset?)null }, transaction);
        var asking = Task.Run(() => new RunLedger(database, new StoppedClock()).Queue(key));
        await Task.WhenAny(asking, Task.Delay(TimeSpan.FromSeconds(2)));
        Assert.False(asking.IsCompleted);

        transaction.Commit();

        Assert.Equal(new RunLedger(database, new StoppedClock()).List().Single().RunId, (await asking).RunId);
    }

    [Fact]
    public void A_read_that_was_cancelled_ends_as_cancelled()
    {
        var reader = new OutcomeReader(store.Empty());
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => reader.Read(clinicId: null, stop.Token));
    }
}
