using SmpInsights.Outcomes.Time;

namespace SmpInsights.Outcomes.Published;

/// <summary>Which months stand together, whatever is measured.</summary>
public interface ISpans
{
    /// <summary>The months printed together with this one; null where nobody counts in it.</summary>
    public MonthSpan? SpanOf(ReportMonth month);

    /// <summary>The months pooled; null where none are.</summary>
    public MonthSpan? PooledSpan { get; }
}
