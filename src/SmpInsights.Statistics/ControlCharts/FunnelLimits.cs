using SmpInsights.Statistics.Distributions;
using SmpInsights.Statistics.Intervals;

namespace SmpInsights.Statistics.ControlCharts;

/// <summary>
/// Limits of a proportion by its number of trials: exact binomial quantiles, interpolated between whole numbers of successes. D. J. Spiegelhalter (2005), "Funnel plots for
/// comparing institutional performance", Stat Med 24, 1185-1202, appendix A.1.1: with r the smallest number whose F(r) reaches p, (r − (F(r) − p) / (F(r) − F(r − 1))) / n.
/// <paramref name="Target"/> is from 0 to 1; <paramref name="Inflation"/>, √φ, is 1 or more and stretches the limits away from the target.
/// </summary>
public sealed record FunnelLimits(double Target, double Inflation)
{
    /// <summary>The probabilities below the lower limits; as much lies above the upper ones.</summary>
    private const double Tail95 = 0.025, Tail998 = 0.001;

    /// <summary>The limits at a number of trials; stretched, cut to [0, 1], and never leaving the target out: on few trials the interpolation would. All are the target where that is 0 or 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="trials"/> is below 1.</exception>
    public FunnelBand At(int trials)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        return new(Around(trials, Tail95), Around(trials, Tail998));
    }

    private Interval Around(int trials, double tail) => Target is > 0 and < 1
        ? new(Math.Clamp(Stretched(trials, tail), 0, Target), Math.Clamp(Stretched(trials, 1 - tail), Target, 1))
        : new(Target, Target);

    private double Stretched(int trials, double probability) => Target + Inflation * (Interpolated(trials, probability) - Target);

    private double Interpolated(int trials, double probability)
    {
        long r = Binomial.Quantile(probability, trials, Target);
        double reached = Binomial.LowerTail(r, trials, Target);
        return (r - (reached - probability) / (reached - Binomial.LowerTail(r - 1, trials, Target))) / trials;
    }
}
