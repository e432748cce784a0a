using System.Data.Common;
using System.Globalization;
using Dapper;
using Microsoft.Data.SqlClient;
using SmpInsights.Data.Import;
using SmpInsights.Data.Import.SqlServer;
using SmpInsights.Data.Schema;
using SmpInsights.Data.SqlServer;

namespace SmpInsights.Data.Tests.Stores;

/// <summary>
/// A server that speaks T-SQL, where <c>SMP_TEST_SQLSERVER</c> holds a connection string to one: a database of this run's own, emptied before each test
/// and dropped in the end. The login must be allowed to create databases.
/// </summary>
[CollectionDefinition(Collection)]
public sealed class ServerStore : TestStore, ICollectionFixture<ServerStore>
{
    public const string Collection = "on SQL Server";
    public const string Variable = "SMP_TEST_SQLSERVER";

    private static readonly string[] Emptied =
    [
        .. Contract.Tables.Reverse().Select(t => t.Name),
        .. Contract.Tables.Select(ServerStagingSql.Name),
        "import_rejected", "import_touched", "imports", "inferred_cells", "forgettings", "revisions_to_remove", "report_deliveries", "report_runs", "clinic_changes", "workers", "adopted_views", "adoption",
    ];

    private readonly string run = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
    private readonly List<string> databases = [];
    private string? shared;
    private int bared;

    public static string? Given => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? given : null;

    /// <summary>The connection string of the run's database.</summary>
    public string ConnectionString => shared ??= Migrated();

    public override SmpDatabase Empty()
    {
        var database = SmpDatabase.OnServer(ConnectionString);
        using var connection = database.Connect();
        connection.Execute(string.Concat(Emptied.Select(table => $"DELETE FROM {table};\n")));
        return database;
    }

    /// <summary>A connection string for a new database's name; whatever gets that name is dropped in the end.</summary>
    public string Fresh()
    {
        Assert.SkipWhen(Given is null, $"{Variable} holds no connection string to a SQL Server: this half of the contract is not run.");
        var name = string.Create(CultureInfo.InvariantCulture, $"smp_test_{run}_{bared++}");
        databases.Add(name);
        return new SqlConnectionStringBuilder(Given) { InitialCatalog = name }.ConnectionString;
    }

    public override IReadOnlyList<string> Tables(DbConnection connection) => [.. connection.Query<string>("SELECT name FROM sys.tables WHERE schema_id = SCHEMA_ID() ORDER BY name")];

    internal override BareDatabase Bare() => new Bared(this, Fresh());

    protected override void Dispose(bool disposing)
    {
        if (databases.Count == 0)
        {
            return;
        }

        SqlConnection.ClearAllPools();
        using var master = new SqlConnection(new SqlConnectionStringBuilder(Given) { InitialCatalog = "master", Pooling = false }.ConnectionString);
        master.Open();
        foreach (var name in databases)
        {
            Drop(master, $"DROP DATABASE IF EXISTS [{name}]");
        }
    }

    /// <summary>A server may need a moment until it has noticed that the last connection is closed.</summary>
    public static void Drop(SqlConnection master, string statement)
    {
        for (var tries = 20; ; tries--)
        {
            try
            {
                master.Execute(statement);
                return;
            }
            catch (SqlException) when (tries > 0)
            {
                TestContext.Current.CancellationToken.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(250));
            }
        }
    }

    private string Migrated()
    {
        var fresh = Fresh();
        SmpDatabase.Migrate(fresh);
        return fresh;
    }

    private sealed class Bared(ServerStore store, string connectionString) : BareDatabase
    {
        public override SmpDatabase Migrate(IReadOnlyList<Migration> migrations) => SqlServerDatabase.Migrate(connectionString, migrations);

        public override SmpDatabase Migrate() => SmpDatabase.Migrate(connectionString);

        public override IReadOnlyList<string> Tables()
        {
            using var connection = new SqlConnection(connectionString);
            return store.Tables(connection);
        }

        public override void Dispose()
        {
            // The store drops its databases.
        }
    }
}
