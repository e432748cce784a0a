namespace SmpInsights.Outcomes.Watching;

/// <summary>Whether a stretch of months has limits.</summary>
public enum LimitsState
{
    /// <summary>Too few months with a value, or too few of them in a row: a run chart, the median for a line, no limits and no signals.</summary>
    TooFewMonths,

    /// <summary>The baseline did not vary at all, so nobody knows how far a month may stray: a run chart.</summary>
    NoVariation,

    /// <summary>Limits from the months so far; they move until the baseline is full.</summary>
    Growing,

    /// <summary>The baseline is full: later months do not change the limits.</summary>
    Frozen,
}
