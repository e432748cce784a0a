using SmpInsights.Statistics.Distributions;
using Gamma = MathNet.Numerics.Distributions.Gamma;

namespace SmpInsights.Statistics.Intervals;

/// <summary>
/// Exact interval of a Poisson rate: the rates at which a count at least as large, or at least as small, is not rarer than half of what
/// the level leaves. F. Garwood (1936), "Fiducial limits for the Poisson distribution", Biometrika 28, 437-442.
/// </summary>
public static class PoissonInterval
{
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
        double lower = count == 0 ? 0 : Gamma.InvCDF(count, 1, tail);
        double upper = count == 0 ? -Math.Log(tail) : Gamma.InvCDF(count + 1.0, 1, 1 - tail);
        return double.IsFinite(upper / exposure) ? new Interval(lower / exposure, upper / exposure) : null;
    }
}
