using Dapper;
using Microsoft.Data.SqlClient;
using SmpInsights.Data.Schema;
using SmpInsights.Data.SqlServer;
using SmpInsights.Data.Tests.Stores;

namespace SmpInsights.Data.Tests.SqlServer;

/// <summary>On SQL Server a command never changes tables by the way.</summary>
[Collection(ServerStore.Collection)]
public sealed class OnlyMigrateChangesTablesTests(ServerStore store)
{
    [Fact]
    public void A_database_that_lacks_migrations_is_refused_with_advice_and_left_alone()
    {
        var fresh = store.Fresh();
        SqlServerDatabase.Migrate(fresh, [new Migration("0001_contract_tables", "CREATE TABLE first (a int);")]);

        var refusal = Assert.Throws<SmpDataException>(() => SqlServerDatabase.Open(fresh, [new Migration("0001_contract_tables", "CREATE TABLE first (a int);"), new Migration("0002_next", "CREATE TABLE second (a int);")]));

        Assert.Contains("lacks migration '0002_next'", refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith("smp migrate", refusal.Message, StringComparison.Ordinal);
        using var connection = new SqlConnection(fresh);
        Assert.Equal(["first", "schema_migrations"], connection.Query<string>("SELECT name FROM sys.tables ORDER BY name"));
    }

    [Fact]
    public void A_database_that_is_not_there_is_refused_and_not_created()
    {
        var fresh = store.Fresh();

        Assert.Throws<SmpDataException>(() => SmpDatabase.OnServer(fresh));

        using var master = new SqlConnection(new SqlConnectionStringBuilder(fresh) { InitialCatalog = "master" }.ConnectionString);
        Assert.Null(master.QuerySingle<int?>("SELECT DB_ID(@name)", new { name = new SqlConnectionStringBuilder(fresh).InitialCatalog }));
    }

    [Fact]
    public void A_wrong_password_is_said_and_not_shown()
    {
        var wrong = new SqlConnectionStringBuilder(store.ConnectionString) { Password = "wrong-secret", ConnectRetryCount = 0 }.ConnectionString;

        foreach (var open in new Func<string, SmpDatabase>[] { SmpDatabase.OnServer, SmpDatabase.Migrate })
        {
            var refusal = Assert.Throws<SmpDataException>(() => open(wrong));
            Assert.Contains("refuses the login", refusal.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("secret", refusal.ToString(), StringComparison.Ordinal);
        }
    }
}
