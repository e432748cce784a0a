namespace SmpInsights.Statistics.Ranks;

/// <summary>Outcome of a Kruskal-Wallis test.</summary>
/// <param name="H">The statistic, corrected for ties; 0 or above.</param>
/// <param name="DegreesOfFreedom">Groups minus 1.</param>
/// <param name="P">Upper tail of the chi-squared distribution.</param>
public sealed record KruskalWallisResult(double H, int DegreesOfFreedom, double P);
