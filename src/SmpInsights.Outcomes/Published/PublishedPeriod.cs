using SmpInsights.Outcomes.Privacy;
using SmpInsights.Outcomes.Time;

namespace SmpInsights.Outcomes.Published;

/// <summary>A measure of some months together.</summary>
public sealed record PublishedPeriod<T>(MonthSpan Span, Published<T> Value)
    where T : class;
