using SmpInsights.Statistics.Distributions;

namespace SmpInsights.Statistics.Ranks;

/// <summary>
/// The rank test that groups come from one distribution. W. H. Kruskal and W. A. Wallis (1952), "Use of ranks in one-criterion variance
/// analysis", J Am Stat Assoc 47, 583-621: H of eq. 1.1 divided by the correction for ties of eq. 1.3, with the chi-squared approximation.
/// Same as R's <c>kruskal.test</c>.
/// </summary>
/// <remarks>
/// Computed as (n − 1) Σ nᵢ (r̄ᵢ − r̄)² / Σ (r − r̄)², which is the same number: the variance of the ranks already holds the ties.
/// </remarks>
public static class KruskalWallis
{
    /// <summary>Runs the test in O(n log n). The order of the values does not matter.</summary>
    /// <param name="values">Values on any ordered scale.</param>
    /// <param name="group">Code of each value's group; any numbers.</param>
    /// <returns>Null with fewer than two groups, or when all values are equal.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a value is not finite.</exception>
    public static KruskalWallisResult? Test(ReadOnlySpan<double> values, ReadOnlySpan<int> group)
    {
        if (group.Length != values.Length)
            throw new ArgumentException("There must be as many groups as values.", nameof(group));
        var ranked = MidRanks.Of(values);
        double n = values.Length;
        double middle = (n + 1) / 2;
        double spread = (n * (n * n - 1) - ranked.TieTerm) / 12;
        int[] groups = group.ToArray().Distinct().Order().ToArray();
        if (groups.Length < 2 || !(spread > 0))
            return null;

        // Sums of r − r̄ are multiples of ½ and so exact, in whatever order they are taken.
        var excess = new double[groups.Length];
        var size = new double[groups.Length];
        for (int i = 0; i < values.Length; i++)
        {
            int g = Array.BinarySearch(groups, group[i]);
            excess[g] += ranked.Ranks[i] - middle;
            size[g]++;
        }
        double between = 0;
        for (int g = 0; g < groups.Length; g++)
            between += excess[g] * excess[g] / size[g];
        double h = (n - 1) * between / spread;
        return new KruskalWallisResult(h, groups.Length - 1, ChiSquared.UpperTail(h, groups.Length - 1));
    }
}
