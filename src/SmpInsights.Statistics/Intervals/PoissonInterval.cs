using SmpInsights.Statistics.Distributions;
using Gamma = MathNet.Numerics.Distributions.Gamma;

namespace SmpInsights.Statistics.Intervals;

/// <summary>
/// Exact interval of a Poisson rate: the rates at which a count at least as large, or at least as small, is not rarer than half of what
/// the level leaves. F. Garwood (1936), "Fiducial limits for the Poisson distribution", Biometrika 28, 437-442.
/// </summary>
public static class PoissonInterval
{
    /// <summary>Count from which the gamma quantile comes from its expansion about the normal one, whose error is then below a part in 1e13 at any level.</summary>
    private const double Large = 1e5;

    /// <summary>The interval of <c>count / exposure</c>, in events per unit of exposure; its lower limit is exactly 0 for no event.</summary>
    /// <param name="count">Events, 0 or more.</param>
    /// <param name="exposure">Amount observed, in the unit the rate is to be per (persons, years, hundreds).</param>
    /// <param name="level">Confidence level, strictly between 0 and 1.</param>
    /// <returns>Null when there is no exposure (0 or below), or so little that a limit is too large a number to write.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative, <paramref name="exposure"/> is not finite, or <paramref name="level"/> is outside its range.</exception>
    public static Interval? Of(long count, double exposure, double level = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (!double.IsFinite(exposure))
            throw new ArgumentOutOfRangeException(nameof(exposure), exposure, "Must be finite.");
        Probability.RequireInside(level, nameof(level));
        if (exposure <= 0)
            return null;

        double tail = (1 - level) / 2;
        double lower = count == 0 ? 0 : GammaQuantile(count, tail, -1);
        double upper = count == 0 ? -Math.Log(tail) : GammaQuantile(count + 1.0, tail, 1);
        return double.IsFinite(upper / exposure) ? new Interval(lower / exposure, upper / exposure) : null;
    }

    /// <summary>
    /// The value of a gamma variable of scale 1 that its lower (<paramref name="side"/> −1) or upper tail (1) lies beyond. Large shapes by the expansion of E. A. Cornish and R. A. Fisher (1938),
    /// Rev Int Stat Inst 5, 307-320, in the form of N. L. Johnson, S. Kotz and N. Balakrishnan, "Continuous Univariate Distributions", vol. 1, 2nd ed. 1994, section 18.4: an iteration would take a time that grows with the count.
    /// </summary>
    private static double GammaQuantile(double shape, double tail, int side)
    {
        if (shape < Large)
            return Gamma.InvCDF(shape, 1, side < 0 ? tail : 1 - tail);
        double z = -side * Gaussian.Quantile(tail);
        double z2 = z * z;
        double root = Math.Sqrt(shape);
        return shape + z * root + (z2 - 1) / 3 + z * (z2 - 7) / (36 * root) - ((3 * z2 + 7) * z2 - 16) / (810 * shape) + z * ((9 * z2 + 256) * z2 - 433) / (38880 * shape * root);
    }
}
