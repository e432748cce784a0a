using SmpInsights.Outcomes.Published;
using SmpInsights.Outcomes.Time;
using SmpInsights.Outcomes.Watching;
using SmpInsights.Reporting.Figures;
using SmpInsights.Reporting.Monthly;
using SmpInsights.Statistics.ControlCharts;

namespace SmpInsights.Reporting.Watching;

/// <summary>
/// A watched measure month by month with its line, its limits and its signals. Months without a number are passed over, as the rules pass them over: the line joins those that have one; that of adverse events is drawn with gaps, though a native chart joins it too.
/// </summary>
/// <param name="Id">Of the figure.</param>
/// <param name="Title">Of the figure.</param>
/// <param name="Watch">What is drawn.</param>
/// <param name="Currency">Of the clinic.</param>
/// <param name="Month">The report's month, the last drawn.</param>
/// <param name="Months">How many months are drawn.</param>
internal sealed record ControlChart(string Id, string Title, PublishedWatch Watch, string Currency, ReportMonth Month, int Months)
{
    /// <summary>Points below which a chart shows nothing that the table beside it does not say, and nothing is usual.</summary>
    public const int FewestPoints = 3;

    /// <summary>In days. Adverse events can fall into months too small for a rate: no line is drawn over those, as if there had been none.</summary>
    private const int LongestMonth = 31;

    private WatchedSeries Series => Watch.Series;

    private IReadOnlyList<WatchedMonth> Shown => [.. Series.Months.TakeLast(Months).Where(x => x.Measured.Value is not null)];

    public bool HasPoints => Shown.Count >= FewestPoints;

    /// <param name="detailed">Whether the figure stands alone and has room for where the limits come from and for the rule at each signal.</param>
    public Figure Draw(bool detailed)
    {
        var shown = Shown;
        LineMark Line(string name, SeriesRole role, Func<WatchedMonth, double?> of, bool markers = false, bool dashed = false) =>
            new(new Series(name, role), [.. shown.Select(x => (x.Month, Y: of(x))).Where(x => x.Y is not null).Select(x => At(x.Month, x.Y))], markers, dashed);
        var marks = new List<Mark>
        {
            Line(Series.Stretches[^1].HasLimits ? "Usual" : "Median", SeriesRole.Muted, x => x.Centre),
            Line("Limits", SeriesRole.Muted, x => x.Upper, dashed: true),
            Line("Limits", SeriesRole.Muted, WatchWords.Lower, dashed: true),
            Line(detailed ? WatchWords.Name(Series.Measure) : string.Empty, SeriesRole.Data, x => x.Measured.Value, markers: true) with { LongestJoin = Series.Measure == WatchedMeasures.AdverseEvents ? LongestMonth : double.PositiveInfinity },
        };
        foreach (var (meaning, role) in new[] { (SignalMeaning.Concern, SeriesRole.Concern), (SignalMeaning.Improvement, SeriesRole.Improvement) })
            if (Signals(shown, meaning, detailed) is { Count: > 0 } points)
                marks.Add(new PointsMark(new Series(WatchWords.Meaning(meaning), role), points));
        return new Figure(Id, Title, detailed ? Limits(shown) : Brief, new DateAxis(detailed ? "Month" : string.Empty), Y(detailed), [.. marks.Where(x => x.HasData)],
            new Footnote(Counted(shown.Count), Month.Last, Source), NoDataReason: $"No month of the last {Say.Count(Months)} can be shown alone.");
    }

    private string Counted(int shown)
    {
        var all = Series.Months.Count(x => x.Measured.Value is not null);
        return Say.Of(all, "month") + " with a number" + (shown < all ? $", the last {Say.Count(shown)} drawn" : string.Empty);
    }

    private static DataPoint At(ReportMonth month, double? y, string? label = null) => new(DateAxis.At(month.First), y, label);

    /// <summary>A month in several signals is marked once, by the strongest; the latest mark of each rule is named, which says what the others are.</summary>
    private List<DataPoint> Signals(IReadOnlyList<WatchedMonth> shown, SignalMeaning meaning, bool named)
    {
        if (Watch.IsRare && meaning == SignalMeaning.Improvement)
            return [];
        var points = new List<(WatchedMonth Month, WatchedSignal Signal)>();
        foreach (var month in shown)
            if (Series.Signals.Where(s => s.Months.Contains(month.Month)).OrderBy(s => s.Rule == SignalRule.Trend).ThenBy(s => s.Rule).FirstOrDefault() is { } signal && signal.Meaning == meaning)
                points.Add((month, signal));
        var latest = points.GroupBy(p => WatchWords.Short(p.Signal.Rule, p.Signal.Sign), StringComparer.Ordinal).ToDictionary(rule => rule.Last().Month.Month, rule => rule.Key);
        return [.. points.Select(p => At(p.Month.Month, p.Month.Measured.Value, named ? latest.GetValueOrDefault(p.Month.Month) : null))];
    }

    /// <summary>What a small figure needs to stand as a file of its own.</summary>
    private string Brief => (Title.StartsWith(WatchWords.Name(Series.Measure), StringComparison.Ordinal) ? Good : $"{WatchWords.Name(Series.Measure)}: {WatchWords.Lowered(Good)}")
        + (Series.Stretches[^1].HasLimits ? string.Empty : "; " + WatchWords.NoLimits(Series));

    private string Good => Series.Measure.Direction == Direction.HigherIsBetter ? "Higher is better" : "Lower is better";

    private string Limits(IReadOnlyList<WatchedMonth> shown)
    {
        var last = Series.Stretches[^1];
        if (!last.HasLimits)
            return $"{Good}; {WatchWords.NoLimits(Series)}, so nothing is called a signal";
        var rare = Watch.IsRare ? "; too rare for months without any to be a signal" : string.Empty;
        var below = shown.Any(x => x.Lower is < 0) ? "; a lower limit below 0 is not drawn" : string.Empty;
        var moved = Watch.Telling.Any(s => WatchWords.HasMoved(Watch, s, Month) && s.Since > last.BaselineTo) ? ", before the level moved" : string.Empty;
        return $"{Good}; line and limits from {new MonthSpan(last.From, last.BaselineTo!.Value).Name}{moved}{(last.State == LimitsState.Growing ? $" ({Say.Count(last.BaselineMonths)} of {WatchedSeries.BaselineMonths} months, so they still move)" : string.Empty)}{below}{rare}";
    }

    private Axis Y(bool detailed) =>
        Series.Measure.Kind == ChartKind.Proportions ? new PercentAxis(detailed ? "Share" : string.Empty, Series.Measure == WatchedMeasures.NotHeld ? null : PercentAxis.Whole) // few are missed: the whole scale would flatten them
        : new NumberAxis(Series.Measure == WatchedMeasures.Received ? Currency : !detailed ? string.Empty : Series.Measure == WatchedMeasures.AdverseEvents ? "Per 100 treatments" : "Count", IncludeZero: true);

    private string Source =>
        Series.Measure == WatchedMeasures.Satisfied || Series.Measure == WatchedMeasures.ResponseRate ? "surveys, as each month stood at its end"
        : Series.Measure == WatchedMeasures.NotHeld || Series.Measure == WatchedMeasures.Sessions ? "sessions"
        : Series.Measure == WatchedMeasures.AdverseEvents ? "adverse events and treatments"
        : Series.Measure == WatchedMeasures.Received ? "payments" : "touch-ups";
}
