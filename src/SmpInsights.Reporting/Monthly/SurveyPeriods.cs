using SmpInsights.Outcomes.Published;
using SmpInsights.Outcomes.Time;
using SmpInsights.Reporting.Comparisons;
using SmpInsights.Reporting.Documents;

namespace SmpInsights.Reporting.Monthly;

/// <summary>A row of a table that several questions share: the months printed together for at least one of them.</summary>
internal sealed record SurveyPeriods(PublishedMonth Report, MonthSpan Span, bool IsPooled)
{
    public string Name => IsPooled ? Readings.Capital(Say.Pooled(Report, Span)) + " together" : Span.Name;

    /// <summary>This month, last month and the same month last year, in the periods they are in; then the pooled months.</summary>
    public static IEnumerable<SurveyPeriods> Of(PublishedMonth m, params IReadOnlyList<ISpans> questions)
    {
        ReportMonth[] months = [m.Month, m.Month.Previous, m.Month.SameMonthLastYear];
        var spans = months.SelectMany(month => questions.Select(q => q.SpanOf(month) ?? new MonthSpan(month, month))).Distinct();
        return spans.Select(s => new SurveyPeriods(m, s, false)).Concat(questions.Select(q => q.PooledSpan).OfType<MonthSpan>().Distinct().Select(s => new SurveyPeriods(m, s, true)));
    }

    /// <summary>The question's number of these months, or what stands for it; a dash where nobody answered or the question's months are put together otherwise.</summary>
    public Cell Show<T>(PublishedSeries<T> question, Func<T, Cell> cell)
        where T : class
    {
        var period = IsPooled ? question.Pooled : question.Periods.FirstOrDefault(p => p.Span == Span);
        return period is not null && period.Span == Span ? Enough.Show(Report, period.Value, cell) : Cell.Missing;
    }
}
