using SmpInsights.Statistics.Distributions;

namespace SmpInsights.Statistics.Intervals;

/// <summary>
/// Score interval of a proportion, without continuity correction: the proportions that a normal test with the variance of the
/// hypothesis does not reject. E. B. Wilson (1927), J Am Stat Assoc 22, 209-212; R. G. Newcombe (1998), Stat Med 17, 857-872, method 3.
/// </summary>
public static class WilsonInterval
{
    /// <summary>The interval of <c>successes / trials</c>, within [0, 1]; its lower limit is exactly 0 for no success, its upper one exactly 1 for no failure.</summary>
    /// <param name="successes">0 to <paramref name="trials"/>.</param>
    /// <param name="trials">0 or more.</param>
    /// <param name="level">Confidence level, strictly between 0 and 1.</param>
    /// <returns>Null without trials.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Interval? Of(long successes, long trials, double level = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(trials);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        double z = Gaussian.TwoSided(level);
        if (trials == 0)
            return null;

        double p = (double)successes / trials;
        double centre = successes + z * z / 2;
        double half = z * Math.Sqrt(successes * (1 - p) + z * z / 4);
        // The limits are the roots of a quadratic; the lower one comes from their product, which has no cancellation near 0.
        double lower = successes == 0 ? 0 : successes * p / (centre + half);
        double upper = successes == trials ? 1 : (centre + half) / (trials + z * z);
        return new Interval(lower, upper);
    }
}
