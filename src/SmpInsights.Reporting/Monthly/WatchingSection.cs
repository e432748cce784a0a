using SmpInsights.Outcomes.Published;
using SmpInsights.Outcomes.Time;
using SmpInsights.Outcomes.Watching;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Watching;

namespace SmpInsights.Reporting.Monthly;

/// <summary>Control charts of the watched measures: what of a month's ups and downs is more than chance. A measure that signals this month is drawn large, the others side by side.</summary>
internal static class WatchingSection
{
    /// <summary>Months drawn: a whole baseline and a year after it.</summary>
    private const int MonthsDrawn = WatchedSeries.BaselineMonths + 12;

    public static Section Of(PublishedMonth m)
    {
        if (m.Watching.Count == 0)
            return new Section("watching", "Watching the month", [new TextBlock("No measure has a month to show yet.", TextKind.Note)]);
        var blocks = new List<Block> { Table(m) };
        if (m.Watching.SelectMany(w => w.Telling.Where(s => WatchWords.HasMoved(w, s, m.Month)).Select(s => Moved(w, s))).ToList() is { Count: > 0 } moved)
            blocks.Add(new TextBlock([.. moved, "Where the change was meant to stay, begin the limits anew from its month (“rebase” in the report's definition): until then they tell of the change, and of nothing that is new since."]));
        var charts = m.Watching.Select(w => (Watch: w, Chart: Chart(m, w))).Where(c => c.Chart.HasPoints).ToLookup(c => c.Watch.Telling.Any(s => s.Meaning != SignalMeaning.Change), c => c.Chart);
        blocks.AddRange(charts[true].Select(c => new FigureBlock(c.Draw(detailed: true))));
        if (charts[false].Any())
            blocks.Add(new FigureGridBlock("Month by month", [.. charts[false].Select(c => c.Draw(detailed: false))]));
        if (m.Watching.Any(w => w.Series.Stretches[^1].HasLimits))
            blocks.Add(new TextBlock([WatchedSeries.Rules, WatchedSeries.FalseSignals], TextKind.Note));
        return new Section("watching", "Watching the month", blocks);
    }

    private static string Moved(PublishedWatch w, CurrentSignal signal) =>
        $"{WatchWords.Name(w.Series.Measure)}: the level has moved. Every month since {signal.Since.Name} lies {(signal.Sign > 0 ? "above" : "below")} the line, which was set by {new MonthSpan(w.Series.Stretches[^1].From, w.Series.Stretches[^1].BaselineTo!.Value).Name}.";

    private static ControlChart Chart(PublishedMonth m, PublishedWatch w) => new(WatchWords.FigureId(w.Series.Measure), WatchWords.Name(w.Series.Measure) + ", month by month", w, m.Finance.Currency, m.Month, MonthsDrawn);

    private static TableBlock Table(PublishedMonth m) => new(
        "watching-table", "This month against the clinic's own past",
        [Column.Text("Measure"), Column.Number(m.Month.Name, 1), Column.Number("Usual", 1), Column.Text("Ordinary ups and downs"), Column.Text("Signal")],
        [.. m.Watching.Select(w => Row(m, w))],
        note: $"Usual: the mean of the baseline, its first {WatchedSeries.MinimumBaselineMonths} to {WatchedSeries.BaselineMonths} months with a number; below {WatchedSeries.MinimumBaselineMonths} the median, from {ControlChart.FewestPoints} on. A month with fewer than {Say.Count(m.Smallest.Clients)} clients has no point, and is put together with others elsewhere.");

    private static IReadOnlyList<Cell> Row(PublishedMonth m, PublishedWatch w)
    {
        var (series, now) = (w.Series, w.Series.Months[^1]);
        var telling = w.Telling.FirstOrDefault();
        return
        [
            new TextCell(WatchWords.Name(series.Measure)),
            now.Measured.Value is { } value ? WatchWords.Value(m.Finance.Currency, series.Measure, value) : Cell.Missing,
            WatchWords.Usual(series) is { } centre ? WatchWords.Value(m.Finance.Currency, series.Measure, centre, isLine: true) : Cell.Missing,
            new TextCell(now.Upper is not null ? WatchWords.Limits(m.Finance.Currency, series.Measure, now) : series.Stretches[^1].HasLimits ? Print.NoValue : WatchWords.NoLimits(series)),
            new TextCell(telling is not null ? $"{WatchWords.Meaning(telling.Meaning)}: {WatchWords.Stands(telling, m.Month)}"
                : series.Measure == WatchedMeasures.Satisfied && Headlines.Unusual(m) is { } unusual ? $"{WatchWords.Meaning(unusual.Meaning)}: months together are not as usual"
                : now.Upper is null ? Print.NoValue : "none"),
        ];
    }
}
