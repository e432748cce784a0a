namespace SmpInsights.Jobs.Runs;

/// <summary>How long a run is a worker's without a sign of life, and how often it gives one.</summary>
public static class RunLease
{
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(30);

    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(5);
}
