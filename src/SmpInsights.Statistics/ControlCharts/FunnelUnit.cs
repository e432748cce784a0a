namespace SmpInsights.Statistics.ControlCharts;

/// <summary>
/// One unit of a funnel. <paramref name="Z"/> is its distance from the target in binomial standard errors, null where the target is 0 or 1; over-dispersion is in the band, not in it.
/// </summary>
public sealed record FunnelUnit(double Proportion, double? Z, FunnelBand Band, FunnelPosition Position);
