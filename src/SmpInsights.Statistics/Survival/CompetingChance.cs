using MathNet.Numerics.Integration;

namespace SmpInsights.Statistics.Survival;

/// <summary>The chance that an event comes within an interval, and before whatever else may end the subject's time.</summary>
public static class CompetingChance
{
    /// <summary>Points of the quadrature; an odd number, none of them an end.</summary>
    private const int Points = 31;

    /// <summary>
    /// The integral of f(t) G(t) over (from, to], over S(from) G(from), where S and f are survival and density of the event and G is the survival of every other ending, the two
    /// independent (J. D. Kalbfleisch and R. L. Prentice 2002, section 8.2: the cause-specific incidence given survival so far). The integral is taken over the event's own
    /// probability, in which the density is constant, by Gauss and Legendre's rule after a substitution that flattens both ends, where the time may rise steeply.
    /// </summary>
    /// <remarks>Good to nine digits unless the other ending is so much faster than the event that it is all but sure to come within a small part of the interval.</remarks>
    /// <param name="ending">Time to the event.</param>
    /// <param name="other">Time to any other ending; null when there is none.</param>
    /// <param name="from">Time without either so far, at least 0.</param>
    /// <param name="to">Not before <paramref name="from"/>.</param>
    /// <returns>From 0 to 1; 0 where either has so surely come before that its hazard cannot be written.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A time is outside its range.</exception>
    public static double Within(FailureTimeCurve ending, FailureTimeCurve? other, double from, double to)
    {
        if (!(from >= 0 && double.IsFinite(from)))
            throw new ArgumentOutOfRangeException(nameof(from), from, "Must be finite and not negative.");
        if (!(to >= from && double.IsFinite(to)))
            throw new ArgumentOutOfRangeException(nameof(to), to, "Must be finite and not before the start.");
        double gathered = ending.CumulativeHazard(from);
        double chance = 1 - Math.Exp(gathered - ending.CumulativeHazard(to));
        if (!(chance > 0))
            return 0;
        if (other is not { } rest)
            return chance;
        double before = rest.CumulativeHazard(from);
        if (double.IsPositiveInfinity(before))
            return 0;
        double left = GaussLegendreRule.Integrate(
            v =>
            {
                double share = v * v * v * (10 - v * (15 - 6 * v));
                double time = Math.Clamp(ending.TimeAt(gathered - Math.Log(1 - share * chance)), from, to);
                return 30 * v * v * (1 - v) * (1 - v) * Math.Exp(before - rest.CumulativeHazard(time));
            },
            0,
            1,
            Points);
        return Math.Clamp(chance * left, 0, 1);
    }
}
