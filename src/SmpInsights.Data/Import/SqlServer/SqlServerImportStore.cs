using System.Data;
using System.Data.Common;
using Dapper;
using Microsoft.Data.SqlClient;
using SmpInsights.Data.SqlServer;

namespace SmpInsights.Data.Import.SqlServer;

/// <summary>An import into SQL Server: its rows in the shared staging tables bear its number until they are stored.</summary>
internal sealed class SqlServerImportStore : ImportStore
{
    /// <summary>What an import that was killed has left is removed by one that begins a day later.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromDays(1);

    private readonly SmpDatabase db;
    private SqlConnection connection;

    public SqlServerImportStore(SmpDatabase db, DateTimeOffset now)
    {
        this.db = db;
        connection = (SqlConnection)db.Connect();
        Import = db.Try(() => Connection.ExecuteScalar<int>(db.Statement("import/begin"), new { now }));
        foreach (var old in Connection.Query<int>(db.Statement("import/abandoned"), new { before = now - Abandoned }).ToList())
        {
            Remove(old);
        }
    }

    public override DbConnection Connection
    {
        get
        {
            if (connection.State != ConnectionState.Open)
            {
                connection.Dispose();
                connection = (SqlConnection)db.Connect();
            }

            return connection;
        }
    }

    public override int Import { get; }

    public override int StatementSeconds => 3600;

    public override StagingSql Sql(ContractTable table) => new ServerStagingSql(db, table);

    public override RowStaging Stage(ContractTable table, CancellationToken ct) => new BulkRowStaging(db, table, Import, ct);

    public override DbTransaction BeginStore()
    {
        var transaction = db.BeginWrite(Connection);
        ServerLock.Take(Connection, transaction, "import");
        return transaction;
    }

    public override void Clear(ContractTable table)
    {
        Delete(ServerStagingSql.Name(table), Import);
        Delete("import_rejected", Import);
    }

    protected override void Dispose(bool disposing)
    {
        try
        {
            Remove(Import);
        }
        finally
        {
            connection.Dispose();
        }
    }

    private void Remove(int import)
    {
        foreach (var table in Contract.Tables.Select(ServerStagingSql.Name).Concat(["import_rejected", "import_touched", "imports"]))
        {
            Delete(table, import);
        }
    }

    private void Delete(string table, int import) =>
        db.Try(() => Connection.Execute($"DELETE FROM {table} WHERE import_id = @import", new { import }, commandTimeout: StatementSeconds));
}
