using SmpInsights.Outcomes.Published;
using SmpInsights.Outcomes.Watching;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Figures;

namespace SmpInsights.Reporting.Monthly;

/// <summary>Control charts of the watched measures: what of a month's ups and downs is more than chance.</summary>
internal static class WatchingSection
{
    /// <summary>Months drawn: a whole baseline and a year after it.</summary>
    private const int MonthsDrawn = WatchedSeries.BaselineMonths + 12;

    public static Section Of(PublishedMonth m)
    {
        if (m.Watching.Count == 0)
            return new Section("watching", "Watching the month", [new TextBlock("No measure has a month to show yet.", TextKind.Note)]);
        var blocks = new List<Block> { Table(m) };
        if (m.Watching.Any(w => w.Series.Stretches[^1].HasLimits))
            blocks.Add(new TextBlock([WatchedSeries.Rules, WatchedSeries.FalseSignals], TextKind.Note));
        blocks.AddRange(m.Watching.Select(w => new FigureBlock(Chart(m, w))));
        return new Section("watching", "Watching the month", blocks);
    }

    private static TableBlock Table(PublishedMonth m) => new(
        "watching-table", "This month against the clinic's own past",
        [Column.Text("Measure"), Column.Number(m.Month.Name, 1), Column.Number("Usual", 1), Column.Text("Ordinary ups and downs"), Column.Text("Signal")],
        [.. m.Watching.Select(w => Row(m, w))],
        note: $"Usual: the mean of the baseline, its first {WatchedSeries.MinimumBaselineMonths} to {WatchedSeries.BaselineMonths} months with a number; below {WatchedSeries.MinimumBaselineMonths} the median. A month with fewer than {Say.Count(m.Smallest.Clients)} clients has no point, and is put together with others elsewhere.");

    private static IReadOnlyList<Cell> Row(PublishedMonth m, PublishedWatch w)
    {
        var (series, now) = (w.Series, w.Series.Months[^1]);
        var telling = w.Telling.FirstOrDefault();
        return
        [
            new TextCell(WatchWords.Name(series.Measure)),
            now.Measured.Value is { } value ? WatchWords.Value(m, series.Measure, value) : Cell.Missing,
            now.Centre is { } centre ? WatchWords.Value(m, series.Measure, centre, isLine: true) : Cell.Missing,
            new TextCell(now.Upper is not null ? WatchWords.Limits(m, series.Measure, now) : series.Stretches[^1].HasLimits ? Print.NoValue : NoLimits(series)),
            new TextCell(telling is not null ? $"{(telling.Meaning == SignalMeaning.Improvement ? "Improvement" : "Needs attention")}: {WatchWords.Where(telling)} since {telling.Since.Name}" : now.Upper is null ? Print.NoValue : "none"),
        ];
    }

    /// <summary>Why there are no limits yet.</summary>
    public static string NoLimits(WatchedSeries series)
    {
        var last = series.Stretches[^1];
        return last.State == LimitsState.NoVariation ? "no limits: the baseline never varied"
            : last.BaselineMonths < WatchedSeries.MinimumBaselineMonths ? $"no limits yet: {Say.Count(last.BaselineMonths)} of {WatchedSeries.MinimumBaselineMonths} months"
            : "no limits yet: too few months in a row";
    }

    private static Figure Chart(PublishedMonth m, PublishedWatch w)
    {
        var series = w.Series;
        var months = series.Months.TakeLast(MonthsDrawn).ToList();
        if (months.TrueForAll(x => x.Measured.Value is null))
            months.Clear();
        DataPoint At(WatchedMonth month, double? y) => new(DateAxis.At(month.Month.First), y);
        var marks = new List<Mark>
        {
            new LineMark(new Series(series.Stretches[^1].HasLimits ? "Usual" : "Median", SeriesRole.Muted), [.. months.Select(x => At(x, x.Centre))]),
            new LineMark(new Series("Limits", SeriesRole.Muted), [.. months.Select(x => At(x, x.Upper))], Dashed: true),
            new LineMark(new Series("Limits", SeriesRole.Muted), [.. months.Select(x => At(x, WatchWords.Lower(x)))], Dashed: true),
            new LineMark(new Series(WatchWords.Name(series.Measure)), [.. months.Select(x => At(x, x.Measured.Value))], Markers: true),
        };
        foreach (var (meaning, role) in new[] { (SignalMeaning.Concern, SeriesRole.Concern), (SignalMeaning.Improvement, SeriesRole.Improvement) })
            if (Signals(w, months, meaning) is { Count: > 0 } points)
                marks.Add(new PointsMark(new Series(meaning == SignalMeaning.Concern ? "Signal: needs attention" : "Signal: improvement", role), points));
        return new Figure(WatchWords.FigureId(series.Measure), WatchWords.Name(series.Measure) + ", month by month", Subtitle(w, months), new DateAxis("Month"), Y(m, series.Measure), [.. marks.Where(x => x.HasData)],
            new Footnote(Say.Of(series.Months.Count(x => x.Measured.Value is not null), "month") + " with a number", m.Month.Last, Source(series.Measure)), NoDataReason: $"No month of the last {Say.Count(MonthsDrawn)} can be shown alone.");
    }

    /// <summary>A month in several signals is marked once, by the strongest; the last month of each stretch of marks is named.</summary>
    private static List<DataPoint> Signals(PublishedWatch w, List<WatchedMonth> months, SignalMeaning meaning)
    {
        var points = new List<(WatchedMonth Month, WatchedSignal Signal)>();
        foreach (var month in months)
            if (w.Series.Signals.Where(s => s.Months.Contains(month.Month)).OrderBy(s => s.Rule == Statistics.ControlCharts.SignalRule.Trend).ThenBy(s => s.Rule).FirstOrDefault() is { } signal && signal.Meaning == meaning && !(w.IsRare && meaning == SignalMeaning.Improvement))
                points.Add((month, signal));
        return [.. points.Select((p, i) => new DataPoint(DateAxis.At(p.Month.Month.First), p.Month.Measured.Value,
            i + 1 < points.Count && points[i + 1].Month.Month == p.Month.Month.Add(1) && points[i + 1].Signal.Sign == p.Signal.Sign ? null : WatchWords.Short(p.Signal.Rule, p.Signal.Sign)))];
    }

    private static string Subtitle(PublishedWatch w, List<WatchedMonth> months)
    {
        var series = w.Series;
        var last = series.Stretches[^1];
        var good = series.Measure.Direction == Direction.HigherIsBetter ? "Higher is better" : "Lower is better";
        if (!last.HasLimits)
            return $"{good}; {NoLimits(series)}, so nothing is called a signal";
        var rare = w.IsRare ? "; too rare for its staying away to be a signal" : string.Empty;
        var below = months.Exists(x => x.Lower is < 0) ? "; a lower limit below 0 is not drawn" : string.Empty;
        return $"{good}; line and limits from {new Outcomes.Time.MonthSpan(last.From, last.BaselineTo!.Value).Name}{(last.State == LimitsState.Growing ? $" ({Say.Count(last.BaselineMonths)} of {WatchedSeries.BaselineMonths} months, so they still move)" : string.Empty)}{below}{rare}";
    }

    private static Axis Y(PublishedMonth m, WatchedMeasure measure) =>
        measure.Kind == ChartKind.Proportions ? new PercentAxis("Share", measure == WatchedMeasures.NotHeld ? null : PercentAxis.Whole) // few are missed: the whole scale would flatten them
        : new NumberAxis(measure == WatchedMeasures.Received ? m.Finance.Currency : measure == WatchedMeasures.AdverseEvents ? "Per 100 treatments" : "Count", IncludeZero: true);

    private static string Source(WatchedMeasure measure) =>
        measure == WatchedMeasures.Satisfied || measure == WatchedMeasures.ResponseRate ? "surveys, as each month stood at its end"
        : measure == WatchedMeasures.NotHeld || measure == WatchedMeasures.Sessions ? "sessions"
        : measure == WatchedMeasures.AdverseEvents ? "adverse_events and treatments"
        : measure == WatchedMeasures.Received ? "payments" : "touch_ups";
}
