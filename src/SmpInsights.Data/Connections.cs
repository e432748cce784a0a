using System.Data.Common;

namespace SmpInsights.Data;

/// <summary>Connections on their way to whoever disposes them.</summary>
internal static class Connections
{
    /// <summary>The connection, open; disposed where it can't be opened.</summary>
    public static T Opened<T>(this T connection)
        where T : DbConnection
    {
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
