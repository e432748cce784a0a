using System.Security.Authentication;
using Microsoft.Data.SqlClient;

namespace SmpInsights.Data.SqlServer;

/// <summary>What the server's error numbers mean to us.</summary>
internal static class ServerErrors
{
    private const int NoSuchDatabase = 4060;

    private const int LoginFailed = 18456;
    private const int TimedOut = -2;
    private const int LockTimedOut = 1222;
    private const int Denied = 229;

    /// <summary>From this class on the connection itself is at fault; numbers of such errors are the platform's, or 0.</summary>
    private const byte Connection = 20;

    /// <summary>Another try may succeed: a deadlock's victim, a time-out, a lost connection, a server that fails over, restarts or is too busy.</summary>
    private static readonly HashSet<int> Passing =
    [
        TimedOut, LockTimedOut, 1205, 3960, // deadlock; a row changed under a snapshot
        20, 64, 121, 233, 10053, 10054, 10060, // the connection broke
        976, 978, 979, 983, 4221, 6005, // the availability group fails over; the server shuts down
        615, 926, 10928, 10929, 40143, 40197, 40501, 40540, 40613, 49918, 49919, 49920, // Azure SQL moves or limits the database
    ];

    public static bool MayPass(SqlException e) => e.Errors.Cast<SqlError>().Any(error => Passing.Contains(error.Number)) || (e.Class >= Connection && !IsAboutTrust(e));

    /// <summary>The error in one sentence, with neither password nor connection string in it.</summary>
    public static string Explain(SqlException e, ServerConnection to) => e.Number switch
    {
        _ when IsAboutTrust(e) => $"The server '{to.Server}' shows a certificate that this machine does not trust; trust its issuer here, or add TrustServerCertificate=True to the connection string where the network is your own.",
        LoginFailed => $"The server '{to.Server}' refuses the login: user or password is wrong, or the login may not use the database '{to.Database}'.",
        NoSuchDatabase => $"There is no database '{to.Database}' on '{to.Server}', or the login may not use it; smp migrate creates it where it may.",
        Denied => $"The login lacks a right in the database '{to.Database}' ({FirstLine(e)}); sql/admin/sqlserver/grants.sql grants what is needed.",
        TimedOut when e.Class < Connection => $"The database '{to.Database}' on '{to.Server}' did not answer in time.",
        LockTimedOut => $"The database '{to.Database}' on '{to.Server}' is locked by another program.",
        _ when e.Class >= Connection => $"The server '{to.Server}' cannot be reached.",
        _ => $"The database '{to.Database}' on '{to.Server}' cannot be used: {FirstLine(e)}",
    };

    private static bool IsAboutTrust(SqlException e) => e.InnerException is AuthenticationException || e.Message.Contains("certificate", StringComparison.OrdinalIgnoreCase);

    private static string FirstLine(SqlException e) => e.Errors.Count > 0 ? e.Errors[0].Message.ReplaceLineEndings("\n").Split('\n')[0] : e.Message;
}
