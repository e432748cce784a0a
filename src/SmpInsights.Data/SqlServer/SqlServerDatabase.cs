using System.Data;
using System.Data.Common;
using Dapper;
using Microsoft.Data.SqlClient;
using SmpInsights.Data.Import;
using SmpInsights.Data.Import.SqlServer;
using SmpInsights.Data.Schema;

namespace SmpInsights.Data.SqlServer;

/// <summary>A database on a server that speaks T-SQL: SQL Server 2019 and later, Azure SQL, Babelfish.</summary>
internal sealed class SqlServerDatabase : SmpDatabase
{
    public const string Name = "sqlserver";

    /// <summary>How often a piece of work is tried, and how long is waited before the second time; each later wait is twice the one before.</summary>
    private const int Tries = 4;
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(200);

    private readonly ServerConnection to;
    private bool hasSnapshots;

    private SqlServerDatabase(ServerConnection to) => this.to = to;

    public override string? ServerConnectionString => to.Text;

    internal override StoredTypes Types => StoredTypes.SqlServer;

    internal override int? ReadSeconds => 600;

    private protected override string Dialect => Name;

    public static SqlServerDatabase Open(string connectionString, IReadOnlyList<Migration> migrations) => Ready(ServerConnection.Parse(connectionString), (connection, server) =>
    {
        if (SqlServerMigrator.Pending(connection, migrations) is [var next, ..])
        {
            throw new SmpDataException($"The database '{server.Database}' on '{server.Server}' lacks migration '{next.Name}'; bring it to this version with: smp migrate");
        }
    });

    public static SqlServerDatabase Migrate(string connectionString, IReadOnlyList<Migration> migrations)
    {
        var given = ServerConnection.Parse(connectionString);
        SqlServerMigrator.CreateDatabase(given);
        return Ready(given, (connection, _) => SqlServerMigrator.Migrate(connection, migrations));
    }

    public override DbConnection Connect() => Connect(to.Text);

    /// <summary>From a pool of their own: a server may leave a connection at the isolation level of its last transaction, which would follow it into the ledger's claims.</summary>
    internal override DbConnection ConnectToRead() => Connect(to.TextToRead);

    public override IReadOnlyList<string> PendingMigrations() => Once(() =>
    {
        using var connection = Connect();
        return SqlServerMigrator.Pending(connection, Migration.Embedded(Name)).Select(m => m.Name).ToList();
    });

    /// <summary>A snapshot where the database keeps row versions; else what is read is locked until the end, and writers wait.</summary>
    internal override DbTransaction BeginRead(DbConnection connection) => connection.BeginTransaction(hasSnapshots ? IsolationLevel.Snapshot : IsolationLevel.Serializable);

    /// <summary>Rows it has changed are its own until the commit.</summary>
    internal override DbTransaction BeginWrite(DbConnection connection) => connection.BeginTransaction(IsolationLevel.ReadCommitted);

    internal override void ForgetStaged(DbConnection connection, string client, DbTransaction transaction) => connection.Execute(Statement("forget/staged"), new { client }, transaction);

    internal override ImportStore BeginImport(DateTimeOffset now) => new SqlServerImportStore(this, now);

    internal override T Try<T>(Func<T> work, CancellationToken ct = default)
    {
        var wait = FirstWait;
        for (var tried = 1; ; tried++)
        {
            try
            {
                return work();
            }
            catch (SqlException e) when (ct.IsCancellationRequested)
            {
                throw new OperationCanceledException("Cancelled while the server was at work.", e, ct);
            }
            catch (SqlException e) when (ServerErrors.MayPass(e) && tried < Tries)
            {
                ct.WaitHandle.WaitOne(wait);
                ct.ThrowIfCancellationRequested();
                wait *= 2;
            }
            catch (SqlException e)
            {
                throw new SmpDataException(Explain(e), e);
            }
        }
    }

    internal override T Once<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqlException e)
        {
            throw new SmpDataException(Explain(e), e);
        }
    }

    internal override string Explain(DbException e) => ServerErrors.Explain((SqlException)e, to);

    private static SqlServerDatabase Ready(ServerConnection given, Action<DbConnection, ServerConnection> prepare)
    {
        var database = new SqlServerDatabase(given);
        try
        {
            using var connection = database.Connect();
            prepare(connection, given);
            database.hasSnapshots = connection.QuerySingle<bool>(SqlFile.Text("sql/schema/sqlserver/has_snapshots.sql"));
            return database;
        }
        catch (SqlException e)
        {
            // Not tried again: who mistypes a server's name should not wait.
            throw new SmpDataException(database.Explain(e), e);
        }
    }

    private static SqlConnection Connect(string text) => new SqlConnection(text).Opened();
}
