using System.Runtime.InteropServices;

namespace SmpInsights.Statistics.MixedModels;

/// <summary>
/// All that a random-slope model needs of one unit's readings <c>(t, y)</c>: their number and sums. Sums of parts of a unit add up to the
/// sums of the whole, so they can be kept up to date reading by reading. The default value is a unit without readings.
/// </summary>
/// <param name="Count">Number of readings.</param>
/// <param name="SumT">Σ t.</param>
/// <param name="SumTT">Σ t².</param>
/// <param name="SumY">Σ y.</param>
/// <param name="SumTY">Σ t y.</param>
/// <param name="SumYY">Σ y².</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct UnitSums(int Count, double SumT, double SumTT, double SumY, double SumTY, double SumYY)
{
    /// <summary>The sums of parallel arrays; those of no reading are all 0.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static UnitSums Of(ReadOnlySpan<double> t, ReadOnlySpan<double> y)
    {
        if (t.Length != y.Length)
            throw new ArgumentException("There must be as many responses as times.", nameof(y));
        UnitSums sums = default;
        for (int i = 0; i < t.Length; i++)
            sums = sums.Add(t[i], y[i]);
        return sums;
    }

    /// <summary>These sums with one more reading.</summary>
    public UnitSums Add(double t, double y) => new(Count + 1, SumT + t, SumTT + t * t, SumY + y, SumTY + t * y, SumYY + y * y);

    /// <summary>These sums and those of further readings of the same unit.</summary>
    public UnitSums Add(UnitSums other) => new(
        Count + other.Count, SumT + other.SumT, SumTT + other.SumTT, SumY + other.SumY, SumTY + other.SumTY, SumYY + other.SumYY);
}
