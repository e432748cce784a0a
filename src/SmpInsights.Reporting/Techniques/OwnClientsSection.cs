using SmpInsights.Outcomes.Fade;
using SmpInsights.Outcomes.Techniques;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Figures;

namespace SmpInsights.Reporting.Techniques;

/// <summary>How each of the practitioner's own clients fades, and when a touch-up is due: no other practitioner sees them.</summary>
internal static class OwnClientsSection
{
    private const double YearsShown = 4;

    /// <summary>Rows on the page; the workbook holds all.</summary>
    private const int RowsOnPage = 25;

    private const string AllId = "own-clients-table";

    private const string AllTitle = "Your clients' fading and when a touch-up is due";

    private static readonly double[] Grid = [.. Enumerable.Range(0, 9).Select(i => i * YearsShown / 8)];

    public static Section Of(PublishedTechniques t)
    {
        const string title = "Your clients, one by one";
        if (t.OwnClients.Count == 0)
            return new Section("clients", title, [new TextBlock("No client of yours has readings on two days or more after healing, or the clinic has too few readings to tell how fast pigment fades.", TextKind.Note)]);
        var rows = Rows(t);
        return new Section("clients", title,
        [
            new FigureBlock(Curves(t)),
            rows.Count > RowsOnPage ? Table("own-clients-first", $"Your clients' fading and when a touch-up is due, first {Print.Integer(RowsOnPage)} of {Print.Integer(rows.Count)} treatments", [.. rows.Take(RowsOnPage)]) : Table(AllId, AllTitle, rows),
            .. rows.Count > RowsOnPage ? [Table(AllId, AllTitle, rows, workbookOnly: true)] : Array.Empty<Block>(),
        ]);
    }

    private static Figure Curves(PublishedTechniques t)
    {
        var marks = t.OwnClients.Select(c => (Mark)new LineMark(new Series("Your clients", SeriesRole.Muted), Line(c))).ToList();
        if (t.Own.Fade.GetValueOrDefault(OwnOrRest.Own)?.Value?.Estimate is { } own)
            marks.Add(new LineMark(new Series("Your clients on average"), [.. Grid.Select(x => new DataPoint(x, own.Kept(x).Value))]));
        marks.Add(new RuleMark(RuleDirection.Horizontal, FadeEstimate.Threshold, "touch-up due: " + Print.Percent(FadeEstimate.Threshold, 0)));
        var treatments = t.OwnClients.Count;
        return new Figure("own-clients", "Contrast kept since healing, client by client", "Predicted lines, which lean towards the average the fewer readings a client has", new NumberAxis("Years since healing", new AxisRange(0, YearsShown)), new PercentAxis("Contrast kept"), marks,
            new Footnote($"{Print.Integer(treatments)} {(treatments == 1 ? "treatment" : "treatments")}", t.Month.Last, "contrast readings, first epochs"));
    }

    private static List<DataPoint> Line(OwnClient c) => [.. Grid.Select(x => new DataPoint(x, c.Prediction.Kept(x), c.Client))];

    private static TableBlock Table(string id, string title, IReadOnlyList<IReadOnlyList<Cell>> rows, bool workbookOnly = false) => new(id, title,
        [Column.Text("Client"), Column.Text("Treatment"), Column.Date("Completed"), Column.Percent("Contrast lost a year"), Column.Percent("From (80 %)"), Column.Percent("To (80 %)"), Column.Date("Touch-up due"), Column.Date("At the earliest (80 %)"), Column.Date("At the latest (80 %)"), Column.Date("Touched up or left")],
        rows,
        note: $"Due: the first day on which contrast is down to {Print.Percent(FadeEstimate.Threshold, 0)} of what it was when healed, past or to come; a dash where none is in sight. Those still waiting come first, soonest on top. Of a treatment touched up or left, it is where its line was heading.", workbookOnly: workbookOnly);

    private static IReadOnlyList<IReadOnlyList<Cell>> Rows(PublishedTechniques t) =>
        [.. t.OwnClients.OrderBy(c => c.EndedOn is not null).ThenBy(c => c.Prediction.CrossesOn ?? DateOnly.MaxValue).ThenBy(c => c.Treatment, StringComparer.Ordinal).Select(c => (IReadOnlyList<Cell>)
        [
            new TextCell(c.Client), new TextCell(c.Treatment), new DateCell(c.Prediction.Unit.StartedOn), new PercentCell(c.Prediction.FadePerYear), new PercentCell(c.Prediction.FadePerYearLower), new PercentCell(c.Prediction.FadePerYearUpper),
            Day(c.Prediction.CrossesOn), Day(c.Prediction.CrossesEarliest), Day(c.Prediction.CrossesLatest), Day(c.EndedOn),
        ])];

    private static Cell Day(DateOnly? day) => day is { } known ? new DateCell(known) : Cell.Missing;
}
