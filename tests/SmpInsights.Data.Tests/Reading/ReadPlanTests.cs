using System.Data.Common;
using Dapper;
using Microsoft.Data.SqlClient;
using SmpInsights.Data.Tests.Import;
using SmpInsights.Data.Tests.Stores;

namespace SmpInsights.Data.Tests.Reading;

/// <summary>What is read of one clinic, treatment or run is found through indexes: no large table is gone through from end to end.</summary>
public abstract class ReadPlanTests : IDisposable
{
    /// <summary>A table of a chain's rows; practitioners, techniques and pigments are few.</summary>
    private static readonly string[] Large = [.. Data.Import.Contract.Tables.Select(t => t.Name).Except(["clinics", "practitioners", "techniques", "pigments"], StringComparer.Ordinal), "report_runs"];

    private readonly ImportBench bench;

    protected ReadPlanTests(TestStore store)
    {
        bench = new ImportBench(store, StoppedClock.Noon.AddYears(10));
        Assert.Empty(bench.Import(Reference.Folder("clinic-a")).Rejects);
    }

    private static IEnumerable<string> Statements => [.. SqlFile.In("sql/queries/reader/").Where(f => f.EndsWith("_of_clinic.sql", StringComparison.Ordinal))
        .Concat(SqlFile.In("sql/queries/finance/").Where(f => !f.EndsWith("ledger_parts.sql", StringComparison.Ordinal)))
        .Concat(["sql/queries/runs/by_id.sql", "sql/queries/runs/open.sql", "sql/queries/runs/latest_done.sql", "sql/queries/runs/newest_failed.sql", "sql/queries/runs/claim.sql"])
        .Concat(SqlFile.In("sql/import/time_zone_by_"))
        .Select(f => f["sql/".Length..^".sql".Length])];

    public void Dispose() => bench.Dispose();

    [Fact]
    public void No_large_table_is_gone_through_but_where_all_of_it_is_asked_for()
    {
        Assert.True(Statements.Count() > 20);
        Assert.Empty(Statements.SelectMany(statement => GoneThrough(bench.Database.Statement(statement)).Intersect(Large, StringComparer.Ordinal).Select(table => $"{table} in {statement}")));
        Assert.Equal(["sessions"], GoneThrough(bench.Database.Statement("queries/reader/sessions")));
    }

    /// <summary>Tables that are read from end to end.</summary>
    protected abstract IEnumerable<string> GoneThrough(string statement);

    public sealed class OnSqlite() : ReadPlanTests(new SqliteStore())
    {
        protected override IEnumerable<string> GoneThrough(string statement)
        {
            using var connection = bench.Database.Connect();
            var plan = connection.Query<(long, long, long, string Detail)>("EXPLAIN QUERY PLAN " + statement, new { clinic = "C0001", id = "x", currency = "GBP", from = "2026-01-01", until = "2026-02-01", RunId = 1, Report = "r", Clinic = "C0001", Practitioner = "", Period = "2026-06", Owner = "o", Now = "", Until = "" });
            return [.. plan.Select(step => step.Detail.Split(' ')).Where(words => words[0] is "SCAN").Select(words => Named(statement, words[1] is "TABLE" ? words[2] : words[1]))];
        }

        /// <summary>The table behind an alias; the alias itself where it is a part of the statement.</summary>
        private static string Named(string statement, string alias) =>
            Large.FirstOrDefault(table => statement.Contains($"{table} AS {alias}", StringComparison.Ordinal)) ?? alias;
    }

    [Collection(ServerStore.Collection)]
    public sealed class OnSqlServer(ServerStore store) : ReadPlanTests(new Untouched(store))
    {
        /// <summary>A database of this test's own: what the server knows of the sizes of one that was filled and emptied all the while sways its plans.</summary>
        private sealed class Untouched(ServerStore server) : TestStore
        {
            public override SmpDatabase Empty() => SmpDatabase.Migrate(server.Fresh());

            public override IReadOnlyList<string> Tables(DbConnection connection) => server.Tables(connection);

            internal override BareDatabase Bare() => server.Bare();

            protected override void Dispose(bool disposing)
            {
                // The server's store drops its databases.
            }
        }

        protected override IEnumerable<string> GoneThrough(string statement)
        {
            using var connection = (SqlConnection)bench.Database.Connect();
            Assert.SkipUnless(connection.QuerySingle<bool>("SELECT CAST(CASE WHEN SERVERPROPERTY('Babelfish') IS NULL THEN 0 ELSE 1 END AS bit)"), "SQL Server plans by the size of tables, and these are small: plans are checked on Babelfish, which can be told to do without scans.");

            // As if tables were too large to go through: what is still gone through has no index to be found by.
            connection.Execute("SELECT set_config('enable_seqscan', 'off', false), set_config('enable_hashjoin', 'off', false), set_config('enable_mergejoin', 'off', false), set_config('enable_bitmapscan', 'off', false)");
            connection.Execute("SET BABELFISH_SHOWPLAN_ALL ON");
            List<string> plan = [.. connection.Query<string>(WithValues(statement))];
            connection.Execute("SET BABELFISH_SHOWPLAN_ALL OFF");
            Assert.Contains(plan, line => line.Contains("Scan", StringComparison.Ordinal));
            return [.. plan.Index().Where(line => IsWhole(plan, line.Index)).Select(line => line.Item.Split(" on ")[1].Split(' ')[0])];
        }

        private static bool IsWhole(List<string> plan, int line) => plan[line].Contains("Scan", StringComparison.Ordinal) && plan[line].Contains(" on ", StringComparison.Ordinal)
            && !(line + 1 < plan.Count && plan[line + 1].Contains("Index Cond:", StringComparison.Ordinal));

        /// <summary>A plan is shown of plain batches only, so parameters are written out; and without the order, for which a small table would be gone through.</summary>
        private static string WithValues(string statement) => new (string Name, string Value)[]
            {
                ("@clinic", "N'C0001'"), ("@currency", "N'GBP'"), ("@from", "'2026-01-01'"), ("@until", "'2026-02-01'"), ("@id", "N'x'"), ("@RunId", "1"), ("@Report", "N'r'"),
                ("@Clinic", "N'C0001'"), ("@Practitioner", "N''"), ("@Period", "N'2026-06'"), ("@Owner", "N'o'"), ("@Now", "'2026-01-01'"), ("@Until", "'2026-01-01'"),
            }.Aggregate(string.Join('\n', statement.Split('\n').Where(line => !line.StartsWith("--", StringComparison.Ordinal))), (text, p) => text.Replace(p.Name, p.Value, StringComparison.Ordinal)).Split("\nORDER BY")[0];
    }
}
