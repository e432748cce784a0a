namespace SmpInsights.Statistics.Ranks;

/// <summary>Outcome of a Mann-Whitney test of a first sample against a second.</summary>
/// <param name="U">Pairs of one value of each sample in which the first sample's is larger, those of equal values counting a half.</param>
/// <param name="P">Two-sided; null where all values are equal.</param>
/// <param name="CliffsDelta">Share of pairs in which the first sample's value is larger minus that in which it is smaller, −1 to 1.</param>
public sealed record MannWhitneyResult(double U, double? P, double CliffsDelta);
