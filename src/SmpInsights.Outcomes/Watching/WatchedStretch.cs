using SmpInsights.Outcomes.Time;

namespace SmpInsights.Outcomes.Watching;

/// <summary>
/// Months with one centre line: a series is one stretch, or two where it was rebased. <paramref name="BaselineTo"/> is the last month of the baseline, which begins with the stretch;
/// <paramref name="BaselineMonths"/> are its months with a value. <paramref name="Centre"/> is the mean, the overall proportion, or the median of a run chart; null without any value.
/// </summary>
public sealed record WatchedStretch(ReportMonth From, ReportMonth To, LimitsState State, ReportMonth? BaselineTo, int BaselineMonths, double? Centre)
{
    public bool HasLimits => State is LimitsState.Growing or LimitsState.Frozen;
}
