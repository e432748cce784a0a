using System.Data;
using System.Data.Common;
using Dapper;
using Microsoft.Data.SqlClient;
using SmpInsights.Data.Import;
using SmpInsights.Data.SqlServer;

namespace SmpInsights.Data.Adoption;

/// <summary>Views on a server that speaks T-SQL.</summary>
internal sealed class ServerSource(ServerConnection to, bool isOurs) : ClinicSource
{
    /// <summary>A database beside ours is known by its own name alone: workers may reach one server under several.</summary>
    public override string Name => isOurs ? $"the database {to.Database}" : $"{to.Database} on {to.Server}";

    internal override ViewDialect Dialect => ViewDialect.SqlServer;

    internal override bool IsOurs => isOurs;

    /// <summary>From a pool of their own, as for other reads: an isolation level may outlive its transaction.</summary>
    internal override DbConnection Connect() => new SqlConnection(to.TextToRead).Opened();

    /// <summary>Never a lock held to the end: it is somebody else's database, and they are at work in it.</summary>
    internal override DbTransaction? BeginRead(DbConnection connection) =>
        connection.QuerySingle<bool>(SqlFile.Text("sql/schema/sqlserver/has_snapshots.sql")) ? connection.BeginTransaction(IsolationLevel.Snapshot) : null;

    internal override IReadOnlyList<SourceTable> Tables(DbConnection connection, DbTransaction? transaction)
    {
        var tables = Grouped(connection.Query<(string, string, string, string)>(SqlFile.Statement("adopt/tables", SqlServerDatabase.Name), transaction: transaction));
        var schema = connection.ExecuteScalar<string>("SELECT SCHEMA_NAME()", transaction: transaction)!;
        return isOurs ? [.. tables.Where(t => !IsOurTable(t, schema))] : tables;
    }

    internal override string Explain(DbException e) => ServerErrors.Explain((SqlException)e, to);

    private static bool IsOurTable(SourceTable table, string schema) => string.Equals(table.Schema, schema, StringComparison.OrdinalIgnoreCase)
        && Contract.Tables.Any(t => string.Equals(table.Name, t.Name, StringComparison.OrdinalIgnoreCase) || string.Equals(table.Name, "staged_" + t.Name, StringComparison.OrdinalIgnoreCase));
}
