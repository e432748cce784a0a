namespace SmpInsights.Statistics.ControlCharts;

/// <summary>What makes points of a control chart a signal of change.</summary>
public enum SignalRule
{
    /// <summary>One point outside the limits.</summary>
    Outside,

    /// <summary>Seven points or more in a row on one side of the centre; a point on it ends the run.</summary>
    Run,

    /// <summary>Seven points or more in a row, each above the one before or each below it; a tie ends the trend.</summary>
    Trend,

    /// <summary>Two of three points in a row in the outer third on the same side, within the limits.</summary>
    OuterThird,
}
