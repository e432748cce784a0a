using MathNet.Numerics;

namespace SmpInsights.Statistics.Ranks;

/// <summary>
/// The rank test that two samples come from one distribution, by the normal approximation with continuity and tie correction.
/// H. B. Mann and D. R. Whitney (1947), Ann Math Stat 18, 50-60; M. Hollander and D. A. Wolfe, "Nonparametric Statistical Methods",
/// 2nd ed. 1999, eq. 4.9 and 4.13. Same as R's <c>wilcox.test(x, y, exact = FALSE, correct = TRUE)</c>. The effect size is the delta of
/// N. Cliff (1993), Psychol Bull 114, 494-509, 2 U / (m n) − 1.
/// </summary>
public static class MannWhitney
{
    /// <summary>Runs the test in O(n log n). The order of the values does not matter; exchanging the samples changes the sign of delta only.</summary>
    /// <returns>Null when a sample is empty.</returns>
    /// <exception cref="ArgumentException">A value is not finite.</exception>
    public static MannWhitneyResult? Test(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        var ranked = MidRanks.Of([.. first, .. second]);
        if (first.IsEmpty || second.IsEmpty)
            return null;
        double m = first.Length;
        double n = second.Length;
        double all = m + n;
        double rankSum = 0;
        for (int i = 0; i < first.Length; i++)
            rankSum += ranked.Ranks[i];
        double u = rankSum - m * (m + 1) / 2;
        double excess = u - m * n / 2;
        double variance = m * n / (12 * all * (all - 1)) * (all * (all * all - 1) - ranked.TieTerm);
        double? p = variance > 0 ? SpecialFunctions.Erfc(Math.Max(0, Math.Abs(excess) - 0.5) / Math.Sqrt(2 * variance)) : null;
        return new MannWhitneyResult(u, p, 2 * excess / (m * n));
    }
}
