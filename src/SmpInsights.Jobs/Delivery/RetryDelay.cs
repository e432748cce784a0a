namespace SmpInsights.Jobs.Delivery;

/// <summary>When a delivery that failed is tried again: after about 1, 4, 16 and 64 minutes, then no more until someone asks.</summary>
public static class RetryDelay
{
    public const int MostAttempts = 5;

    private const double Growth = 4;

    /// <summary>A quarter sooner or later, so that what failed together does not come back together.</summary>
    private const double Jitter = 0.25;

    private static readonly TimeSpan First = TimeSpan.FromMinutes(1);

    /// <summary>How long to wait after an attempt; null after the last.</summary>
    /// <param name="attempt">From 1.</param>
    /// <param name="chance">From 0 to 1.</param>
    public static TimeSpan? After(int attempt, double chance) =>
        attempt >= MostAttempts ? null : First * (Math.Pow(Growth, attempt - 1) * (1 - Jitter + (2 * Jitter * chance)));
}
