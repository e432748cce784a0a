namespace SmpInsights.Statistics.ControlCharts;

/// <summary>Where a unit lies in a funnel; on a limit is within it.</summary>
public enum FunnelPosition
{
    /// <summary>Within the 95 % limits.</summary>
    Inside,

    /// <summary>Outside the 95 % limits, within the 99.8 % ones: of 20 equal units one is expected to be.</summary>
    Outside95,

    /// <summary>Outside the 99.8 % limits: of 500 equal units one is expected to be.</summary>
    Outside998,
}
