using System.Data.Common;
using Dapper;
using SmpInsights.Data.Sqlite;

namespace SmpInsights.Data.Import.Sqlite;

/// <summary>An import into the embedded database: temporary tables of one connection.</summary>
internal sealed class SqliteImportStore : ImportStore
{
    private readonly SmpDatabase db;
    private readonly DbConnection connection;

    public SqliteImportStore(SqliteDatabase db)
    {
        this.db = db;

        // T-SQL has it; this SQLite does not yet.
        connection = db.Connect(own => own.CreateFunction("concat", (object?[] parts) => string.Concat(parts), isDeterministic: true));
        connection.Execute("PRAGMA temp_store = FILE; PRAGMA cache_size = -16384; PRAGMA temp.cache_size = -16384");
        connection.Execute(SqliteStagingSql.CreateShared);
    }

    public override DbConnection Connection => connection;

    public override int Import => 0;

    public override int StatementSeconds => 0;

    public override StagingSql Sql(ContractTable table) => new SqliteStagingSql(db, table);

    public override RowStaging Stage(ContractTable table, CancellationToken ct) => new SqliteRowStaging(db, connection, table);

    public override DbTransaction BeginStore() => db.BeginWrite(connection);

    public override void Clear(ContractTable table)
    {
        // The next file drops the table.
    }

    protected override void Dispose(bool disposing) => connection.Dispose();
}
