using Microsoft.Data.SqlClient;

namespace SmpInsights.Data.SqlServer;

/// <summary>A connection string as a person gave it, made ready: encrypted unless it says otherwise, and without what it must not show.</summary>
internal sealed class ServerConnection
{
    /// <summary>Older drivers end the whole process on a current .NET outside Windows.</summary>
    private const int FirstWithKerberos = 5;

    private ServerConnection(SqlConnectionStringBuilder given)
    {
        if (!given.ShouldSerialize(nameof(given.Encrypt)))
        {
            given.Encrypt = true;
        }

        if (!given.ShouldSerialize("Application Name"))
        {
            given.ApplicationName = "SmpInsights";
        }

        given.PersistSecurityInfo = false;
        given.MultipleActiveResultSets = false;
        Server = given.DataSource;
        Database = given.InitialCatalog;
        Text = given.ConnectionString;
        TextToRead = new SqlConnectionStringBuilder(Text) { ApplicationName = given.ApplicationName + " reads" }.ConnectionString;
    }

    public string Server { get; }

    public string Database { get; }

    /// <summary>Holds the password: for the driver only.</summary>
    public string Text { get; }

    /// <summary>The same, with a pool and a name of its own.</summary>
    public string TextToRead { get; }

    /// <exception cref="SmpDataException">It is no connection string, or names no server or database. The message shows nothing of it, since any part may be a password's.</exception>
    public static ServerConnection Parse(string text)
    {
        var given = Read(text)
            ?? throw new SmpDataException("The connection string cannot be read; expected: Server=HOST;Database=NAME;User ID=...;Password=... (a value that holds ; in double quotes).");
        return given.DataSource.Length == 0 ? throw new SmpDataException("The connection string names no server: add Server=HOST.")
            : given.InitialCatalog.Length == 0 ? throw new SmpDataException("The connection string names no database: add Database=NAME.")
            : given.IntegratedSecurity && !OperatingSystem.IsWindows() && typeof(SqlConnection).Assembly.GetName().Version is { Major: < FirstWithKerberos }
            ? throw new SmpDataException("Integrated Security does not work outside Windows with the driver of this build: give User ID and Password, or build with PackageSet=full.")
            : new ServerConnection(given);
    }

    /// <summary>The same login in another database of the server; not pooled, since it is needed once.</summary>
    public ServerConnection In(string database) => new(new SqlConnectionStringBuilder(Text) { InitialCatalog = database, Pooling = false });

    private static SqlConnectionStringBuilder? Read(string text)
    {
        try
        {
            return new SqlConnectionStringBuilder(text);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException or OverflowException)
        {
            // Not passed on, for a log to show: its message repeats a part of the text.
            return null;
        }
    }
}
