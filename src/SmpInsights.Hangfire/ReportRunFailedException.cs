namespace SmpInsights.Hangfire;

/// <summary>The run failed, as the ledger says; thrown so that the dashboard shows the job as failed.</summary>
public sealed class ReportRunFailedException : Exception
{
    public ReportRunFailedException(string message)
        : base(message)
    {
    }

    public ReportRunFailedException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public ReportRunFailedException()
    {
    }
}
