using SmpInsights.Outcomes.Fade;
using SmpInsights.Outcomes.Monthly;
using SmpInsights.Outcomes.Privacy;
using SmpInsights.Outcomes.Satisfaction;
using SmpInsights.Reporting.Documents;

namespace SmpInsights.Reporting.Monthly;

/// <summary>Key figures of the month beside last month and the same month last year, and results beside what clients are told.</summary>
internal static class OverviewSection
{
    public static Section Of(MonthlyClinic m)
    {
        var tiles = new List<Tile>
        {
            Counted(m, "Sessions completed", i => m.Activity[i].Completed),
            Counted(m, "Treatments finished", i => m.Activity[i].TreatmentsFinished),
            Counted(m, "Touch-ups", i => m.Activity[i].TouchUps),
            FadeTile(m),
        };
        tiles.Add(Surveyed(m, "Satisfied clients (4 or 5 of 5)", SatisfactionMonths.Satisfied, s => SatisfactionSection.Estimated(s.Satisfied.Share, s.Satisfied.Interval, CellFormat.Percent(0)), s => s.Satisfied.Share));
        tiles.Add(Surveyed(m, "Net promoter score", SatisfactionMonths.Promoters, s => SatisfactionSection.Estimated(s.Promoters.Points, s.Promoters.IntervalOnScale, CellFormat.Number(0)), s => s.Promoters.Points));
        if (!m.TablesWithoutRows.Contains("payments", StringComparer.Ordinal))
            tiles.Add(new Tile("Received", Received(m, ^1), Beside(i => Received(m, i)), "After refunds, tax included", [.. m.Finance.ByMonth.Select(x => (double?)x.Takings.Received)]));
        return new Section("overview", "This month", [new TilesBlock(tiles), Expectations(m)]);
    }

    private static Tile Counted(MonthlyClinic m, string label, Func<Index, int> value) =>
        new(label, new IntegerCell(value(^1)), Beside(i => new IntegerCell(value(i))), null, [.. Enumerable.Range(0, m.Activity.Count).Select(i => (double?)value(i))]);

    private static MoneyCell Received(MonthlyClinic m, Index month) => new(m.Finance.ByMonth[month].Takings.Received, m.Finance.Currency);

    private static Tile FadeTile(MonthlyClinic m)
    {
        static Cell Fade(FadeMeasures measures) => Enough.Withheld(measures.All) ?? (measures.All.Estimate is { } e ? new EstimateCell(e.FadePerYear, e.FadePerYearLower, e.FadePerYearUpper, CellFormat.Percent(1)) : Cell.Missing);
        static Cell Past(FadeMeasures measures) => Fade(measures) is NotEnoughCell ? Cell.Missing : Fade(measures);
        return new Tile(
            "Contrast lost a year",
            Fade(m.Fade.Now),
            [new Comparison("a month before", Past(m.Fade.LastMonth)), new Comparison("a year before", Past(m.Fade.LastYear))],
            "All first treatments to date");
    }

    private static Tile Surveyed(MonthlyClinic m, string label, Func<SatisfactionMeasure, int> clients, Func<SatisfactionMeasure, Cell> cell, Func<SatisfactionMeasure, double?> value)
    {
        var months = new SatisfactionMonths(m, clients);
        var pooled = clients(m.SatisfactionOfYear) < SmallCells.Threshold ? string.Empty : $"; last {Say.Count(MonthlyClinic.SatisfactionMonths)} months: {CellText.Of(cell(m.SatisfactionOfYear))} from {Say.Of(clients(m.SatisfactionOfYear), "client")}";
        return new Tile(label, months.Show(^1, cell), Beside(i => months.Show(i, cell)), "Surveys sent in the month" + pooled,
            [.. Enumerable.Range(0, m.SatisfactionByMonth.Count).Select(i => months.IsHidden(i) ? null : value(m.SatisfactionByMonth[i]))]);
    }

    private static IReadOnlyList<Comparison> Beside(Func<Index, Cell> value) => [new Comparison("last month", value(^2)), new Comparison("same month last year", value(^13))];

    private static TableBlock Expectations(MonthlyClinic m)
    {
        var rows = new List<IReadOnlyList<Cell>>();
        var fade = m.Fade.Now.All;
        rows.Add(Row("Years until contrast falls to " + Say.Percent(FadeEstimate.Threshold) + ", by fading", PublishedExpectations.YearsToTouchUp,
            Enough.Withheld(fade), fade.Estimate?.YearsToThreshold, fade.Estimate?.YearsToThresholdLower, fade.Estimate?.YearsToThresholdUpper));
        var curve = m.TouchUps.Now.All;
        rows.Add(Row("Years until half the clients had a touch-up for fading", PublishedExpectations.YearsToTouchUp,
            curve is not null && SmallCells.IsSmall(curve.Clients) ? new SuppressedCell(SmallCells.Threshold) : curve is null ? new NotEnoughCell("not enough data yet") : curve.Curve.Median.Value is null ? new NotEnoughCell("not reached yet") : null,
            curve?.Curve.Median.Value, curve?.Curve.Median.Lower, curve?.Curve.Median.Upper));
        rows.Add(Row("Years until half the contrast is gone", PublishedExpectations.YearsLasting,
            Enough.Withheld(fade), fade.Estimate?.HalfLifeYears, fade.Estimate?.HalfLifeYearsLower, fade.Estimate?.HalfLifeYearsUpper));
        var sessions = m.SessionsPerTreatment;
        rows.Add(Row($"Sessions to finish a treatment (finished in the last {MonthlyClinic.SatisfactionMonths} months)", PublishedExpectations.SessionsPerTreatment,
            sessions is null ? new NotEnoughCell("not enough data yet") : null, sessions?.Mean, sessions?.Lower, sessions?.Upper));
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
