namespace SmpInsights.Outcomes.Watching;

/// <summary>How a monthly measure is watched.</summary>
public enum ChartKind
{
    /// <summary>Single values (XmR).</summary>
    Individuals,

    /// <summary>Shares of a monthly denominator (p chart).</summary>
    Proportions,
}
