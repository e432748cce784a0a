namespace SmpInsights.Jobs.Runs;

/// <summary>How long a run is a worker's without a sign of life, and how often it gives one.</summary>
public static class RunLease
{
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(30);

    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(5);

    /// <summary>How long a stop waits for a run to end or to come to its next stage; then it is handed back though a stage still computes.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);
}
