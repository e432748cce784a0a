using SmpInsights.Outcomes.Forecast;
using SmpInsights.Outcomes.Published;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Figures;

namespace SmpInsights.Reporting.Monthly;

/// <summary>Touch-ups for fading to come, what they bring, and whom to call.</summary>
internal static class ForecastSection
{
    /// <summary>Rows of the recall list on the page; the workbook holds all.</summary>
    public const int RowsOnPage = 25;

    private const string Title = "Forecast and recall list";

    public static Section Of(PublishedMonth m)
    {
        if (m.Forecast.Expected is not { } published)
            return new Section("forecast", Title, [new TextBlock($"No forecast: {Missing(m)}.", TextKind.Note)]);
        if (published.Value is not { } expected)
            return new Section("forecast", Title, [new TextBlock($"No forecast: fewer than {Say.Count(m.Smallest.Clients)} clients may still come.", TextKind.Note)]);
        var blocks = new List<Block> { new FigureBlock(Counts(m, expected)), Table(m, expected), new TextBlock(Rests(m, expected), TextKind.Note) };
        blocks.Add(Recall(m, expected, "recall-list", $"Recall list, {(expected.Recall.Count > RowsOnPage ? "first " + Say.Count(RowsOnPage) : "all")} of {Say.Of(expected.Recall.Count, "treatment")}", RowsOnPage, workbookOnly: false));
        if (expected.Recall.Count > RowsOnPage)
            blocks.Add(Recall(m, expected, "recall-list-all", "Recall list, everybody", expected.Recall.Count, workbookOnly: true));
        return new Section("forecast", Title, blocks);
    }

    /// <summary>Why there is no forecast.</summary>
    public static string Missing(PublishedMonth m) => m.Forecast.Events < EpochModel.MinimumEvents
        ? $"not enough data yet: {Say.Count(m.Forecast.Events)} of {EpochModel.MinimumEvents} touch-ups for fading"
        : "no model fits the times to touch-up";

    private static Figure Counts(PublishedMonth m, ExpectedTouchUps expected)
    {
        IntervalsMark Range(string name, SeriesRole role, Func<ForecastHorizon, CountRange> range) => new(new Series(name, role), [.. expected.Horizons.Select((h, i) => new IntervalPoint(i, h.Expected, range(h).Lower, range(h).Upper))]);
        return new Figure("forecast-touch-ups", "Touch-ups for fading to come", "Expected from today's treatments, with the ranges that hold 80 and 95 of 100 outcomes", new CategoryAxis("Within", [.. expected.Horizons.Select(h => Say.Of(h.Months, "month"))]), new NumberAxis("Touch-ups", IncludeZero: true),
            [Range("80 % interval", SeriesRole.Data, h => h.Range80), Range("95 % interval", SeriesRole.Muted, h => h.Range95)],
            new Footnote(Say.Of(expected.AtRisk, "treatment") + " at risk", m.Month.Last, "treatments and touch-ups"));
    }

    private static TableBlock Table(PublishedMonth m, ExpectedTouchUps expected)
    {
        Cell Money(decimal? amount) => amount is { } known ? new MoneyCell(known, m.Finance.Currency) : Cell.Missing;
        return new TableBlock("forecast-table", "Touch-ups for fading to come, and what they bring",
            [Column.Text("Within"), Column.Date("Until"), Column.Number("Expected", 1), Column.Integer("80 %: from"), Column.Integer("80 %: to"), Column.Integer("95 %: from"), Column.Integer("95 %: to"), Column.Money("Expected revenue"), Column.Money("80 %: revenue from"), Column.Money("80 %: revenue to")],
            [.. expected.Horizons.Select(h => (IReadOnlyList<Cell>)
            [
                new TextCell(Say.Of(h.Months, "month")), new DateCell(h.Until), new NumberCell(h.Expected, 1), new IntegerCell(h.Range80.Lower), new IntegerCell(h.Range80.Upper), new IntegerCell(h.Range95.Lower), new IntegerCell(h.Range95.Upper),
                Money(h.ExpectedRevenue), Money(h.Revenue(h.Range80.Lower)), Money(h.Revenue(h.Range80.Upper)),
            ])],
            note: expected.Horizons[0].Price is { } price ? $"Revenue at the clinic's median paid touch-up, {Say.Money(price, m.Finance.Currency)}." : "No paid touch-up is recorded, so revenue can't be forecast.");
    }

    private static List<string> Rests(PublishedMonth m, ExpectedTouchUps expected)
    {
        var lines = new List<string> { $"Learnt from {Say.Of(m.Forecast.Events, "first touch-up")} for fading. Treatments finished later, and what is done differently from now on, are not in it." };
        if (expected.LeftOut > 0)
            lines.Add($"{Say.Of(expected.LeftOut, "client")} who had a touch-up already {(expected.LeftOut == 1 ? "is" : "are")} left out: {Say.Count(m.Forecast.LaterEvents)} of {EpochModel.MinimumEvents} touch-ups after a touch-up to learn from.");
        return lines;
    }

    private static TableBlock Recall(PublishedMonth m, ExpectedTouchUps expected, string id, string title, int rows, bool workbookOnly) => new(
        id, title,
        [Column.Text("Client"), Column.Text("Technique"), Column.Text("Practitioner"), Column.Percent("In 3 months", 0), Column.Percent("In 6 months", 0), Column.Percent("In 12 months", 0), Column.Date("Half come by"), Column.Date("Last contact")],
        [.. expected.Recall.Take(rows).Select(r => (IReadOnlyList<Cell>)
        [
            new TextCell(r.Client), new TextCell(m.TechniqueNames[r.Technique]), new TextCell(m.PractitionerNames.GetValueOrDefault(r.Practitioner, r.Practitioner)), new PercentCell(r.ChanceIn3Months, 0), new PercentCell(r.ChanceIn6Months, 0), new PercentCell(r.ChanceIn12Months, 0),
            r.PredictedOn is { } on ? new DateCell(on) : Cell.Missing, new DateCell(r.LastContactOn),
        ])],
        note: "Most likely within six months first. The chances allow for clients who stop coming for another reason; half come by: the day by which half of such clients would come if none did; a dash: none is in sight.", workbookOnly: workbookOnly);
}
