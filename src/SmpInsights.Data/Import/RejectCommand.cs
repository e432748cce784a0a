using System.Data.Common;
using Dapper;

namespace SmpInsights.Data.Import;

/// <summary>Notes rejected rows in a table of the connection, where they wait to be listed by line.</summary>
internal sealed class RejectCommand(DbConnection connection)
{
    public DbTransaction? Transaction { get; set; }

    public void Add(long line, string column, string value, string reason) =>
        connection.Execute(StagingSql.Reject, new { line, column, value, reason }, Transaction);
}
