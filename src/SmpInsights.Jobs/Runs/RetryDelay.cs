using SmpInsights.Statistics.Simulation;

namespace SmpInsights.Jobs.Runs;

/// <summary>
/// How long a run or a delivery waits after an attempt that failed for a reason that may pass: a first wait, then each <paramref name="Factor"/> times the one before, less up to half of it at random, so
/// that what failed together does not come back together. The chance is drawn from seed, run and attempt.
/// </summary>
/// <param name="First">After the first attempt, at most.</param>
/// <param name="Factor">How much longer the next wait is.</param>
/// <param name="Seed">Of the random part.</param>
public sealed record RetryDelay(TimeSpan First, double Factor, long Seed = 0)
{
    /// <summary>Attempts; then it has failed, until someone asks for it again.</summary>
    public const int Attempts = 5;

    /// <summary>A worker's: about 6 minutes altogether, so that a full disk can be emptied and a server started again.</summary>
    public static RetryDelay Worker { get; } = new(TimeSpan.FromSeconds(10), 3);

    /// <summary>Where a person waits: a few seconds altogether.</summary>
    public static RetryDelay Person { get; } = new(TimeSpan.FromSeconds(0.5), 2);

    /// <summary>A delivery's: after about 1, 4, 16 and 64 minutes, so that a mail server may be down for an hour.</summary>
    public static RetryDelay Delivery { get; } = new(TimeSpan.FromSeconds(80), 4);

    /// <param name="attempt">The attempt that failed, 1 the first.</param>
    /// <param name="id">The run, or the delivery.</param>
    public TimeSpan After(int attempt, long id)
    {
        var most = First * Math.Pow(Factor, attempt - 1);
        return most - (most / 2 * SplitMix.Of(Seed, id, attempt).Uniform());
    }
}
