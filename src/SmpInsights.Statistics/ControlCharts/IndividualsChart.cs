using SmpInsights.Statistics.Descriptive;

namespace SmpInsights.Statistics.ControlCharts;

/// <summary>
/// Chart of single values (XmR): the mean of a baseline and 2.66 mean moving ranges to either side. D. J. Wheeler and D. S. Chambers (1992),
/// "Understanding Statistical Process Control", 2nd ed. <paramref name="MeanMovingRange"/> is the mean of the <paramref name="Ranges"/> differences, sign left out, of one value of the
/// <paramref name="Values"/> in the baseline from the next; both means are in the values' unit.
/// </summary>
public sealed record IndividualsChart(double Mean, double MeanMovingRange, int Values, int Ranges)
{
    /// <summary>Mean moving ranges from the centre to a limit: 3 / d2 to two decimals, d2 = 1.128 for ranges of two values.</summary>
    public const double Factor = 2.66;

    /// <summary>No value in any unit lies further from 0; limits of such values are still numbers.</summary>
    public const double Largest = 1e300;

    /// <summary>The same for every point; without spread in the baseline they lie on the centre.</summary>
    public ControlLimits Limits => new(Mean, Factor * MeanMovingRange / ControlLimits.Reach);

    /// <param name="baseline">In order of time, null where there is no value. No range is taken across a missing value, as in JMP's chart of individuals ("the mean of the nonmissing moving ranges").</param>
    /// <returns>Null where no two values follow each other.</returns>
    /// <exception cref="ArgumentException">A value is not finite, or further from 0 than <see cref="Largest"/>.</exception>
    public static IndividualsChart? Of(ReadOnlySpan<double?> baseline)
    {
        var values = new List<double>();
        var ranges = new List<double>();
        for (int i = 0; i < baseline.Length; i++)
        {
            if (baseline[i] is not { } value)
                continue;
            if (!(Math.Abs(value) <= Largest))
                throw new ArgumentException("Every value must be finite and within 1e300 of 0.", nameof(baseline));
            values.Add(value);
            if (i > 0 && baseline[i - 1] is { } before)
                ranges.Add(Math.Abs(value - before));
        }
        return ranges.Count == 0 ? null : new(Sample.Mean([.. values])!.Value, Sample.Mean([.. ranges])!.Value, values.Count, ranges.Count);
    }
}
