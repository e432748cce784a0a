using SmpInsights.Statistics.Descriptive;

namespace SmpInsights.Statistics.ControlCharts;

/// <summary>
/// Units compared with their overall proportion. <paramref name="Dispersion"/> is φ, the mean of squared z after winsorising, null where z is not known; above 1 the units differ by more than chance and
/// the limits are stretched by √φ, else they are not shrunk. <paramref name="Units"/> are in the order given, null for one without trials. D. J. Spiegelhalter (2005), Stat Med 24, 1185-1202.
/// </summary>
public sealed record Funnel(FunnelLimits Limits, double? Dispersion, IReadOnlyList<FunnelUnit?> Units)
{
    /// <summary>Share of the z at either end that winsorising pulls in, so that a few odd units do not make all look alike.</summary>
    public const double Winsorised = 0.1;

    /// <summary>Of units in any order; it changes nothing but the order of <see cref="Units"/>.</summary>
    /// <param name="successes">Each from 0 to its number of trials.</param>
    /// <param name="trials">Each 0 or more, in the same order.</param>
    /// <returns>Null without a trial.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a number is outside its range.</exception>
    public static Funnel? Of(ReadOnlySpan<int> successes, ReadOnlySpan<int> trials)
    {
        if (ProportionChart.Of(successes, trials) is not { Centre: var target } overall)
            return null;
        var z = new double?[trials.Length];
        for (int i = 0; i < trials.Length; i++)
            z[i] = trials[i] > 0 && target is > 0 and < 1 ? ((double)successes[i] / trials[i] - target) / overall.At(trials[i]).Sigma : null;

        double? dispersion = DispersionOf([.. z.OfType<double>()]);
        var limits = new FunnelLimits(target, dispersion > 1 ? Math.Sqrt(dispersion.Value) : 1);
        var units = new FunnelUnit?[trials.Length];
        for (int i = 0; i < trials.Length; i++)
        {
            if (trials[i] == 0)
                continue;
            var (proportion, band) = ((double)successes[i] / trials[i], limits.At(trials[i]));
            units[i] = new(proportion, z[i], band, band.Place(proportion));
        }
        return new(limits, dispersion, units);
    }

    private static double? DispersionOf(double[] z)
    {
        if (z.Length == 0)
            return null;
        Array.Sort(z);
        var (least, most) = (Sample.Quantile(z, Winsorised)!.Value, Sample.Quantile(z, 1 - Winsorised)!.Value);
        return Sample.Mean(Array.ConvertAll(z, x => Math.Clamp(x, least, most) * Math.Clamp(x, least, most)));
    }
}
