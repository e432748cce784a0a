using System.Data.Common;
using Dapper;

namespace SmpInsights.Data.Import.Sqlite;

/// <summary>Rows go one by one into the connection's temporary tables, in a transaction that writes nothing else; what it reads of other tables are time zones.</summary>
internal sealed class SqliteRowStaging : RowStaging
{
    private readonly DbConnection connection;
    private readonly DbTransaction transaction;
    private readonly StageCommand staging;

    public SqliteRowStaging(SmpDatabase db, DbConnection connection, ContractTable table)
    {
        this.connection = connection;
        transaction = db.BeginRead(connection);
        var sql = new SqliteStagingSql(db, table);
        connection.Execute(sql.Create, transaction: transaction);
        staging = new StageCommand(connection, transaction, table, sql.Stage);
    }

    public override DbTransaction Transaction => transaction;

    public override void Add(long line, StagedRow row) => staging.Add(line, row);

    public override void Reject(long line, string column, string value, string reason, string? id) =>
        connection.Execute(SqliteStagingSql.Reject, new { line, column, value, reason, id }, transaction);

    public override void Complete() => transaction.Commit();

    protected override void Dispose(bool disposing)
    {
        staging.Dispose();
        transaction.Dispose();
    }
}
