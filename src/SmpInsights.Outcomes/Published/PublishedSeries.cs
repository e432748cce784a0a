using SmpInsights.Outcomes.Privacy;
using SmpInsights.Outcomes.Time;

namespace SmpInsights.Outcomes.Published;

/// <summary>
/// A measure by month, months with too few clients put together (<see cref="ClosedPeriods"/>), oldest first; the last may still be open, and so hidden. <paramref name="Pooled"/> is
/// that of the last year's whole periods as known when the last of them closed; null before one has.
/// </summary>
public sealed record PublishedSeries<T>(IReadOnlyList<PublishedPeriod<T>> Periods, PublishedPeriod<T>? Pooled) : ISpans
    where T : class
{
    /// <summary>The period that a month is in; null where it is in none, since nobody counts in it.</summary>
    public PublishedPeriod<T>? Holding(ReportMonth month) => Periods.FirstOrDefault(p => p.Span.Contains(month));

    public MonthSpan? SpanOf(ReportMonth month) => Holding(month)?.Span;

    public MonthSpan? PooledSpan => Pooled?.Span;
}
