using System.Data.Common;
using Dapper;

namespace SmpInsights.Data.Reading;

/// <summary>Statements that can be cancelled while the server works on them; Dapper has that only where it waits asynchronously.</summary>
internal static class Rows
{
    public static DbDataReader Read(DbConnection connection, CommandDefinition command)
    {
        command.CancellationToken.ThrowIfCancellationRequested();
        return connection.ExecuteReaderAsync(command).GetAwaiter().GetResult();
    }

    /// <returns>How many rows were changed.</returns>
    public static int Change(DbConnection connection, CommandDefinition command)
    {
        command.CancellationToken.ThrowIfCancellationRequested();
        return connection.ExecuteAsync(command).GetAwaiter().GetResult();
    }
}
