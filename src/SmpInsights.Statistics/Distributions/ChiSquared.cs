using MathNet.Numerics;

namespace SmpInsights.Statistics.Distributions;

/// <summary>The chi-squared distribution.</summary>
public static class ChiSquared
{
    private const double MostDegreesOfFreedom = 1e9;

    /// <summary>
    /// The probability that a chi-squared variable exceeds <paramref name="x"/>, computed as a tail and never as 1 minus the body,
    /// so that a very small one keeps its digits.
    /// </summary>
    /// <param name="x">The statistic; at or below 0 the probability is 1.</param>
    /// <param name="df">Degrees of freedom, above 0 and at most 1e9; need not be whole.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="x"/> is not finite, or <paramref name="df"/> is not above 0 and at most 1e9.</exception>
    public static double UpperTail(double x, double df)
    {
        if (!double.IsFinite(x))
            throw new ArgumentOutOfRangeException(nameof(x), x, "Must be finite.");
        if (!(df is > 0 and <= MostDegreesOfFreedom))
            throw new ArgumentOutOfRangeException(nameof(df), df, "Must be above 0 and at most 1e9.");
        return x <= 0 ? 1 : SpecialFunctions.GammaUpperRegularized(df / 2, x / 2);
    }
}
