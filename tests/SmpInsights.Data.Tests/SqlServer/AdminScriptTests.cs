using System.Globalization;
using Dapper;
using Microsoft.Data.SqlClient;
using SmpInsights.Data.Import;
using SmpInsights.Data.Reading;
using SmpInsights.Data.Tests.Stores;

namespace SmpInsights.Data.Tests.SqlServer;

/// <summary>Scripts for administrators: sql/admin/sqlserver.</summary>
[Collection(ServerStore.Collection)]
public sealed class AdminScriptTests(ServerStore store)
{
    [Fact]
    public void The_login_that_the_grants_make_does_all_the_product_does_and_nothing_outside_its_schema()
    {
        var admin = new SqlConnectionStringBuilder(store.Fresh());
        var login = "smp_test_" + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)[..8];
        var password = "Aa1-" + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
        using var master = new SqlConnection(new SqlConnectionStringBuilder(admin.ConnectionString) { InitialCatalog = "master" }.ConnectionString);
        master.Open();
        master.Execute($"CREATE DATABASE [{admin.InitialCatalog}]");
        master.Execute($"CREATE LOGIN [{login}] WITH PASSWORD = N'{password}'");
        try
        {
            using (var connection = new SqlConnection(admin.ConnectionString))
            {
                connection.Open();
                connection.Execute("CREATE TABLE dbo.others (a int)");
                connection.Execute("INSERT INTO dbo.others VALUES (1)");
                connection.Execute("CREATE SCHEMA source");
                connection.Execute("CREATE TABLE source.clients (a int)");
                connection.Execute("CREATE VIEW source.shown AS SELECT a FROM dbo.others");
                connection.Execute("CREATE TABLE dbo.schema_migrations (version int)");
                connection.Execute(Script("grants").Replace("N'smp';", $"N'{login}';", StringComparison.Ordinal).Replace("sysname = NULL;", "sysname = N'source';", StringComparison.Ordinal));
            }

            var own = new SqlConnectionStringBuilder(admin.ConnectionString) { UserID = login, Password = password }.ConnectionString;
            var database = SmpDatabase.Migrate(own);
            Assert.Empty(Import(database).Rejects);
            Assert.Equal(Reference.Rows("clinic-a", "treatments"), new OutcomeReader(SmpDatabase.OnServer(own)).Read(clinicId: null).Treatments.Count);

            using (var granted = database.Connect())
            {
                Assert.Equal("smp", granted.ExecuteScalar<string>("SELECT SCHEMA_NAME(schema_id) FROM sys.tables WHERE name = N'treatments'"));
                Assert.Equal(0, granted.ExecuteScalar<int>("SELECT COUNT(*) FROM source.clients"));
                Assert.Equal(1, granted.ExecuteScalar<int>("SELECT COUNT(*) FROM source.shown"));
                foreach (var forbidden in new[] { "SELECT a FROM dbo.others", "INSERT INTO source.clients VALUES (1)", "CREATE TABLE dbo.mine (a int)", "DROP TABLE dbo.others", "CREATE SCHEMA mine" })
                {
                    Assert.ThrowsAny<SqlException>(() => granted.Execute(forbidden));
                }
            }
        }
        finally
        {
            SqlConnection.ClearAllPools();
            ServerStore.Drop(master, $"DROP LOGIN [{login}]");
        }
    }

    [Fact]
    public void The_advice_about_columnstores_is_for_tables_above_its_threshold()
    {
        var database = store.Empty();
        Import(database);
        using var connection = database.Connect();

        Assert.All(Advice("bigint = 10000000;").Values, advice => Assert.Equal("not worth it", advice));
        var large = Advice("bigint = -2;");
        Assert.Equal(["assessments", "payments", "sessions", "surveys", "touch_ups"], large.Keys);
        Assert.Equal("CREATE NONCLUSTERED COLUMNSTORE INDEX cs_assessments ON assessments (treatment_id, assessed_on, method, contrast);", large["assessments"]);

        Dictionary<string, string> Advice(string threshold) => connection
            .Query<(string Table, long Rows, string Advice)>(Script("columnstore").Replace("bigint = 10000000;", threshold, StringComparison.Ordinal))
            .ToDictionary(a => a.Table, a => a.Advice, StringComparer.Ordinal);
    }

    private static string Script(string name) => SqlFile.Text($"sql/admin/sqlserver/{name}.sql");

    private static ImportResult Import(SmpDatabase database)
    {
        using var folder = new TempFolder();
        return new CsvImport(database, new StoppedClock(StoppedClock.Noon.AddYears(10))).Run(Reference.Folder("clinic-a"), folder["rejects.csv"], folder["warnings.csv"], progress: null, CancellationToken.None);
    }
}
