using System.Data.Common;
using Dapper;

namespace SmpInsights.Data.SqlServer;

/// <summary>A lock by name within the database, held until the transaction ends.</summary>
internal static class ServerLock
{
    /// <exception cref="SmpDataException">Another program held it for too long.</exception>
    public static void Take(DbConnection connection, DbTransaction transaction, string purpose)
    {
        // The command may wait a little longer than the lock, so that it is the lock that says no.
        const int WaitSeconds = 60;
        var granted = connection.ExecuteScalar<int>(
            SqlFile.Text("sql/schema/sqlserver/lock.sql"), new { name = "SmpInsights " + purpose, milliseconds = WaitSeconds * 1000 }, transaction, WaitSeconds + 15);
        if (granted < 0)
        {
            throw new SmpDataException($"The database is locked by another program for over {WaitSeconds} s ({purpose}); try again when it is done.");
        }
    }
}
