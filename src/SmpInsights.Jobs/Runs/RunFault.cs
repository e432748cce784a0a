using System.Data.Common;
using SmpInsights.Data;
using SmpInsights.Jobs.Settings;

namespace SmpInsights.Jobs.Runs;

/// <summary>What the failure of a run means: whether another attempt may go better, and one sentence for a person.</summary>
public static class RunFault
{
    /// <summary>Disk, network and database come back; a definition that is wrong and rows that can't be used do not get better by themselves.</summary>
    public static bool IsTransient(Exception e) => Cause(e) switch
    {
        IOException or UnauthorizedAccessException or TimeoutException => true,
        DbException db => DatabaseFault.IsTransient(db),
        SmpDataException { InnerException: DbException db } => DatabaseFault.IsTransient(db),
        _ => false,
    };

    /// <summary>Messages of our own and of the file system are written for a person.</summary>
    public static string Sentence(Exception e) => Cause(e) switch
    {
        RunException or SettingException or SmpDataException => Cause(e).Message,
        IOException or UnauthorizedAccessException => "The report's files can't be written: " + Cause(e).Message,
        DbException db => DatabaseFault.Explain(db),
        var other => $"Unexpected {other.GetType().Name}: {other.Message}",
    };

    /// <summary>Deleting a tree of folders wraps what went wrong.</summary>
    private static Exception Cause(Exception e) => e is AggregateException { InnerExceptions: [var one, ..] } ? Cause(one) : e;
}
