using MathNet.Numerics;

namespace SmpInsights.Statistics.Distributions;

/// <summary>The binomial distribution: successes in a number of independent trials.</summary>
public static class Binomial
{
    /// <summary>The probability of at most <paramref name="successes"/>; 0 below none, 1 from all on. By the incomplete beta function (Abramowitz and Stegun 26.5.24).</summary>
    /// <remarks>Takes O(√trials) and loses digits with them: near the middle seven are left at a million trials, five at two billion.</remarks>
    /// <param name="successes">Any whole number.</param>
    /// <param name="trials">0 or more.</param>
    /// <param name="p">Probability of success, strictly between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="trials"/> or <paramref name="p"/> is outside its range.</exception>
    public static double LowerTail(long successes, long trials, double p)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(trials);
        Probability.RequireInside(p, nameof(p));
        return successes < 0 ? 0 : successes >= trials ? 1 : SpecialFunctions.BetaRegularized(trials - successes, successes + 1.0, 1 - p);
    }

    /// <summary>The smallest number of successes whose <see cref="LowerTail"/> reaches <paramref name="probability"/>. O(log trials) tails.</summary>
    /// <param name="probability">Strictly between 0 and 1.</param>
    /// <param name="trials">0 or more.</param>
    /// <param name="p">Probability of success, strictly between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static long Quantile(double probability, long trials, double p)
    {
        Probability.RequireInside(probability, nameof(probability));
        ArgumentOutOfRangeException.ThrowIfNegative(trials);
        Probability.RequireInside(p, nameof(p));
        long below = -1;
        long reached = trials;
        while (reached - below > 1)
        {
            long middle = below + (reached - below) / 2;
            if (LowerTail(middle, trials, p) >= probability)
                reached = middle;
            else
                below = middle;
        }
        return reached;
    }
}
