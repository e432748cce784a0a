namespace SmpInsights.Hangfire;

/// <summary>Queues a worker listens to, the first first.</summary>
public static class ReportQueue
{
    public const string Reports = "reports";

    /// <summary>For exports that people ask for: they go after the reports.</summary>
    public const string Exports = "exports";

    internal static readonly string[] All = [Reports, Exports];
}
