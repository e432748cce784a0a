using SmpInsights.Outcomes.Fade;
using SmpInsights.Outcomes.Monthly;
using SmpInsights.Outcomes.Published;
using SmpInsights.Outcomes.Watching;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Watching;

namespace SmpInsights.Reporting.Monthly;

/// <summary>Key figures of the month beside last month and the same month last year, and results beside what clients are told.</summary>
internal static class OverviewSection
{
    private const int SparklineMonths = 12;

    public static Section Of(PublishedMonth m)
    {
        var tiles = new List<Tile>
        {
            Watched(m, WatchedMeasures.Sessions, Counted(m, "Sessions held", i => m.Activity[i].Completed)),
            Counted(m, "Treatments finished", i => m.Activity[i].TreatmentsFinished),
            Counted(m, "Touch-ups", i => m.Activity[i].TouchUps),
        };
        if (!m.TablesWithoutRows.Contains("payments", StringComparer.Ordinal))
            tiles.Add(Watched(m, WatchedMeasures.Received, new Tile("Received", Received(m, ^1), Beside(m, i => Received(m, i)), "After refunds, tax included", [.. m.Finance.ByMonth.TakeLast(SparklineMonths).Select(x => m.Covers(x.Month) ? (double?)x.Takings.Received : null)])));
        tiles.Add(Pooled(m, Watched(m, WatchedMeasures.Satisfied, Surveyed(m, "Satisfied clients (4 or 5 of 5)", m.Satisfaction.Satisfied, s => SatisfactionSection.Top(s.Satisfied), s => s.Satisfied.Clients, s => s.Satisfied.Share))));
        tiles.Add(Surveyed(m, "Net promoter score", m.Satisfaction.Promoters, SatisfactionSection.Score, s => s.Clients, s => s.Points));
        tiles.Add(FadeTile(m));
        if (!m.TablesWithoutRows.Contains("adverse_events", StringComparer.Ordinal))
            tiles.Add(Watched(m, WatchedMeasures.AdverseEvents, Counted(m, "Adverse events", i => m.Activity[i].AdverseEvents)));
        return new Section("overview", "This month", [new TilesBlock(tiles), Expectations(m)]);
    }

    private static Tile Counted(PublishedMonth m, string label, Func<Index, int> value) =>
        new(label, new IntegerCell(value(^1)), Beside(m, i => new IntegerCell(value(i))), null, [.. Enumerable.Range(m.Activity.Count - SparklineMonths, SparklineMonths).Select(i => m.Covers(m.Activity[i].Month) ? (double?)value(i) : null)]);

    /// <summary>A tile says that it wants attention where a signal does, and since when.</summary>
    private static Tile Watched(PublishedMonth m, WatchedMeasure measure, Tile tile) =>
        m.Watching.FirstOrDefault(w => w.Series.Measure == measure)?.Telling.FirstOrDefault(s => s.Meaning != SignalMeaning.Change) is not { } signal ? tile
        : tile with { Tone = signal.Meaning == SignalMeaning.Improvement ? Tone.Improvement : Tone.Concern, Note = string.Join("; ", new[] { tile.Note, (measure == WatchedMeasures.AdverseEvents ? "per 100 treatments " : string.Empty) + WatchWords.Stands(signal, m.Month) }.OfType<string>()) };

    /// <summary>What only months together show: a headline says it, so the tile does.</summary>
    private static Tile Pooled(PublishedMonth m, Tile tile) => tile.Tone is not Tone.Neutral || Headlines.Unusual(m) is not { } unusual ? tile
        : tile with { Tone = unusual.Meaning == SignalMeaning.Concern ? Tone.Concern : Tone.Improvement, Note = tile.Note + $"; usual is {Say.Percent(unusual.Share)}" };

    private static MoneyCell Received(PublishedMonth m, Index month) => new(m.Finance.ByMonth[month].Takings.Received, m.Finance.Currency);

    private static Tile FadeTile(PublishedMonth m)
    {
        Cell Fade(PublishedFade measures) => Enough.Withheld(m, measures.All) ?? (measures.All.Value?.Estimate is { } e ? new EstimateCell(e.FadePerYear, e.FadePerYearLower, e.FadePerYearUpper, CellFormat.Percent(1)) : Cell.Missing);
        Cell Past(PublishedFade measures) => Fade(measures) is NotEnoughCell ? Cell.Missing : Fade(measures);
        return new Tile(
            "Contrast lost a year",
            Fade(m.Fade.Now),
            [new Comparison("a month before", Past(m.Fade.LastMonth)), new Comparison("a year before", Past(m.Fade.LastYear))],
            "All first treatments to date",
            [.. m.FadeOfYear.Select(f => f.Value?.Estimate?.FadePerYear)]);
    }

    private static Tile Surveyed<T>(PublishedMonth m, string label, PublishedSeries<T> series, Func<T, Cell> cell, Func<T, int> clients, Func<T, double?> value)
        where T : class
    {
        var pooled = series.Pooled is { Value.Value: { } year, Span: var span } ? $"; {Say.Pooled(m, span)}: {CellText.Of(cell(year))} from {Say.Of(clients(year), "client")}" : string.Empty;
        return new Tile(label, Enough.ShowMonth(m, series, m.Month, cell), Beside(m, i => Enough.ShowMonth(m, series, m.Activity[i].Month, cell)), "Surveys sent in the month" + pooled,
            [.. m.Activity.TakeLast(SparklineMonths).Select(a => series.Holding(a.Month) is { Span.IsSingle: true, Value.Value: { } month } ? value(month) : null)]);
    }

    private static IReadOnlyList<Comparison> Beside(PublishedMonth m, Func<Index, Cell> value)
    {
        Cell Of(Index month) => m.Covers(m.Activity[month].Month) ? value(month) : Cell.Missing;
        return [new Comparison("last month", Of(^2)), new Comparison("same month last year", Of(^13))];
    }

    private static TableBlock Expectations(PublishedMonth m)
    {
        var rows = new List<IReadOnlyList<Cell>>();
        var fade = m.Fade.Now.All;
        var estimate = fade.Value?.Estimate;
        rows.Add(Row("Years until contrast falls to " + Say.Percent(FadeEstimate.Threshold) + ", by fading", PublishedExpectations.YearsToTouchUp,
            Enough.Withheld(m, fade), estimate?.YearsToThreshold, estimate?.YearsToThresholdLower, estimate?.YearsToThresholdUpper));
        var median = m.TouchUps.Now.All?.Value?.Curve.Median;
        rows.Add(Row("Years until half the clients had a touch-up for fading", PublishedExpectations.YearsToTouchUp,
            m.TouchUps.Now.All is { } all ? Enough.Hidden(m, all) ?? (median?.Value is null ? new NotEnoughCell("not reached yet") : null) : new NotEnoughCell("not enough data yet"),
            median?.Value, median?.Lower, median?.Upper));
        rows.Add(Row("Years until half the contrast is gone", PublishedExpectations.YearsLasting,
            Enough.Withheld(m, fade), estimate?.HalfLifeYears, estimate?.HalfLifeYearsLower, estimate?.HalfLifeYearsUpper));
        var sessions = m.MeanSessions?.Value.Value;
        rows.Add(Row("Sessions to finish a treatment" + (m.MeanSessions is { Span: var span } ? $" (finished in {Say.Pooled(m, span)})" : string.Empty), PublishedExpectations.SessionsPerTreatment,
            m.MeanSessions is { } pooled ? Enough.Hidden(m, pooled.Value) : new NotEnoughCell("not enough data yet"), sessions?.Mean, sessions?.Lower, sessions?.Upper));
        return new TableBlock("expectations", "Beside what clients are told", [Column.Text("Result"), Column.Estimate("This clinic", CellFormat.Number(1)), Column.Text("Clients are told"), Column.Text("The clinic lies")], rows,
            note: "In brackets the 95 % interval. “Perhaps” and “probably”: the interval reaches over the edge of what clients are told.");
    }

    private static IReadOnlyList<Cell> Row(string what, (double From, double To) told, Cell? withheld, double? value, double? lower, double? upper) =>
    [
        new TextCell(what),
        withheld ?? (value is { } v ? new EstimateCell(v, lower, upper, CellFormat.Number(1)) : Cell.Missing),
        new TextCell(Headlines.Expectation(told)),
        withheld is null && value is { } x ? new TextCell(Say.Against(PublishedExpectations.Place(told, x, lower, upper))) : Cell.Missing,
    ];
}
