using System.Runtime.InteropServices;

namespace SmpInsights.Statistics.MixedModels;

/// <summary>What <see cref="CurvatureTest"/> needs of one unit's readings beyond <see cref="UnitSums"/>; the default value is that of no reading.</summary>
/// <param name="SumTTT">Σ t³.</param>
/// <param name="SumTTTT">Σ t⁴.</param>
/// <param name="SumTTY">Σ t² y.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct CurvatureSums(double SumTTT, double SumTTTT, double SumTTY)
{
    /// <summary>The sums of parallel arrays.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static CurvatureSums Of(ReadOnlySpan<double> t, ReadOnlySpan<double> y)
    {
        if (t.Length != y.Length)
            throw new ArgumentException("There must be as many responses as times.", nameof(y));
        CurvatureSums sums = default;
        for (int i = 0; i < t.Length; i++)
        {
            double square = t[i] * t[i];
            sums = new CurvatureSums(sums.SumTTT + square * t[i], sums.SumTTTT + square * square, sums.SumTTY + square * y[i]);
        }
        return sums;
    }
}
