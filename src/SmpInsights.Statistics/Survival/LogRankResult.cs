namespace SmpInsights.Statistics.Survival;

/// <summary>Outcome of a log-rank test.</summary>
/// <param name="ChiSquared">The statistic.</param>
/// <param name="DegreesOfFreedom">Groups with expected events above 0, minus 1; with strata, the number of independent comparisons that they hold.</param>
/// <param name="P">Upper tail of the chi-squared distribution.</param>
/// <param name="Observed">Events of each group, in the order of <see cref="Groups"/>, summed over strata.</param>
/// <param name="Expected">Events each group would have if all had the same hazard, likewise.</param>
public sealed record LogRankResult(double ChiSquared, int DegreesOfFreedom, double P, double[] Observed, double[] Expected)
{
    /// <summary>The distinct group codes, ascending.</summary>
    public int[] Groups { get; init; } = [];
}
