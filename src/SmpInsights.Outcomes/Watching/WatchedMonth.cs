using SmpInsights.Outcomes.Time;

namespace SmpInsights.Outcomes.Watching;

/// <summary>One month of a watched series with the line and limits it is held against; limits are null on a run chart and where there is no value, the line where its stretch has none.</summary>
public sealed record WatchedMonth(ReportMonth Month, MonthValue Measured, double? Centre, double? Lower, double? Upper);
