using System.Globalization;
using Dapper;
using SmpInsights.Data.Forgetting;
using SmpInsights.Data.Import;
using SmpInsights.Data.Import.SqlServer;
using SmpInsights.Data.Schema;
using SmpInsights.Data.Tests.Import;
using SmpInsights.Data.Tests.Stores;

namespace SmpInsights.Data.Tests.SqlServer;

/// <summary>The shared staging tables: as the contract has its tables, and empty once an import is over.</summary>
[Collection(ServerStore.Collection)]
public sealed class StagingTests(ServerStore store)
{
    [Fact]
    public void They_have_the_columns_of_the_contract()
    {
        var sql = Migration.Embedded("sqlserver").Single(m => string.Equals(m.Name, "0020_import_staging", StringComparison.Ordinal)).Sql;

        foreach (var table in Contract.Tables)
        {
            var start = sql.IndexOf($"CREATE TABLE {ServerStagingSql.Name(table)} (", StringComparison.Ordinal);
            var columns = sql[start..sql.IndexOf("PRIMARY KEY", start, StringComparison.Ordinal)].Split('\n').Skip(1).Select(line => line.Trim().Split(' ')[0]).Where(name => name.Length > 0);
            Assert.Equal(["import_id", "line", .. table.Columns.Select(c => c.Name), .. table.Columns.Where(c => c.IsRewritten).Select(StagingSql.Written)], columns);
        }
    }

    [Fact]
    public void Every_date_is_staged_as_text()
    {
        var sql = Migration.Embedded("sqlserver").Single(m => string.Equals(m.Name, "0060_staged_dates", StringComparison.Ordinal)).Sql;

        Assert.Equal(
            Contract.Tables.SelectMany(table => table.Columns.Where(c => c.Kind is CellKind.Date).Select(c => $"ALTER TABLE {ServerStagingSql.Name(table)} ALTER COLUMN {c.Name} char(10);")),
            sql.Split('\n').Where(line => line.StartsWith("ALTER", StringComparison.Ordinal)));
    }

    [Fact]
    public void Nothing_is_left_of_an_import_nor_of_one_that_was_stopped_nor_of_one_that_was_killed_the_day_before()
    {
        using var bench = new ImportBench(store).WithClinic();
        using (var connection = bench.Database.Connect())
        {
            connection.Execute("INSERT INTO imports (started_at) VALUES (@yesterday)", new { yesterday = StoppedClock.Noon.AddDays(-1).AddSeconds(-1) });
            connection.Execute("INSERT INTO staged_techniques (import_id, line) SELECT import_id, 2 FROM imports");
        }

        bench.WriteLines("techniques", Enumerable.Range(0, 40_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"t{i},{(i % 3 == 0 ? "" : "x")}")).Prepend("technique_id,name"));
        using var stop = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => bench.Import(progress: new StopAt(stop, 30_000), ct: stop.Token));

        Assert.Equal(0, Left(bench));
        Assert.Equal(26_666, bench.Result("techniques").Inserted);
        Assert.Equal(0, Left(bench));
    }

    [Theory]
    [InlineData("K1")] // stored
    [InlineData("K9")] // only staged
    public void What_a_stopped_import_has_left_of_a_client_is_forgotten_too(string client)
    {
        using var bench = new ImportBench(store).WithClinic();
        using (var connection = bench.Database.Connect())
        {
            connection.Execute("INSERT INTO imports (started_at) VALUES (@now)", new { now = StoppedClock.Noon });
            connection.Execute("INSERT INTO staged_clients (import_id, line, client_id) SELECT import_id, 2, @client FROM imports", new { client });
            connection.Execute("INSERT INTO staged_treatments (import_id, line, treatment_id, client_id) SELECT import_id, 2, 'T8', @client FROM imports", new { client });
            connection.Execute("INSERT INTO staged_payments (import_id, line, payment_id, treatment_id) SELECT import_id, 2, 'Y8', 'T8' FROM imports");
            connection.Execute("INSERT INTO staged_surveys (import_id, line, survey_id, treatment_id) SELECT import_id, ROW_NUMBER() OVER (ORDER BY treatment_id), 'V8', treatment_id FROM imports, treatments WHERE client_id = @client", new { client });
            connection.Execute("INSERT INTO staged_clients (import_id, line, client_id) SELECT import_id, 3, 'K2' FROM imports");
            connection.Execute("INSERT INTO import_rejected (import_id, line, column_name, value, reason) SELECT import_id, 9, 'client_id', @client, 'x' FROM imports", new { client });
        }

        new ClientForgetting(bench.Database, bench.Clock).Forget(client);

        Assert.Equal(["K2"], bench.Stored("SELECT client_id FROM staged_clients"));
        Assert.Equal(["0|0|0"], bench.Stored("SELECT (SELECT COUNT(*) FROM staged_treatments) AS a, (SELECT COUNT(*) FROM staged_payments) AS b, (SELECT COUNT(*) FROM staged_surveys) AS c"));
        Assert.Equal(["9|"], bench.Stored("SELECT line, value FROM import_rejected"));
    }

    [Fact]
    public async Task One_import_stores_at_a_time()
    {
        using var bench = new ImportBench(store);
        bench.Write("techniques", "technique_id,name", "a,x");
        using var other = bench.Database.BeginImport(StoppedClock.Noon);
        var storing = other.BeginStore();
        var importing = Task.Run(() => bench.Result("techniques"));
        await Task.WhenAny(importing, Task.Delay(TimeSpan.FromSeconds(2)));
        Assert.False(importing.IsCompleted);

        storing.Dispose();

        Assert.Equal(1, (await importing).Inserted);
    }

    [Fact]
    public void A_line_that_comes_a_second_time_is_refused()
    {
        using var bench = new ImportBench(store);
        var table = Contract.Tables.Single(t => string.Equals(t.Name, "techniques", StringComparison.Ordinal));
        using var import = bench.Database.BeginImport(StoppedClock.Noon);
        var row = new StagedRow(table);
        (row.Cells[0], row.Cells[1]) = ("a", "x");
        for (var time = 0; time < 2; time++)
        {
            using var staging = import.Stage(table, CancellationToken.None);
            staging.Add(2, row);
            if (time == 0)
            {
                staging.Complete();
            }
            else
            {
                // The same line again is refused by the table's key: no second copy of a block goes unnoticed.
                Assert.Throws<SmpDataException>(staging.Complete);
            }
        }

        // Nor does the connection on which that failed come back from the pool.
        for (var line = 3; line < 8; line++)
        {
            using var staging = import.Stage(table, CancellationToken.None);
            staging.Add(line, row);
            staging.Complete();
        }
    }

    private static long Left(ImportBench bench)
    {
        using var connection = bench.Database.Connect();
        return Contract.Tables.Select(ServerStagingSql.Name).Concat(["imports", "import_rejected", "import_touched"])
            .Sum(table => connection.ExecuteScalar<long>($"SELECT COUNT(*) FROM {table}"));
    }

    private sealed class StopAt(CancellationTokenSource stop, long rows) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value.Rows >= rows)
            {
                stop.Cancel();
            }
        }
    }
}
