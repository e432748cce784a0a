using SmpInsights.Outcomes.Operations;
using SmpInsights.Outcomes.Published;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Figures;
using SmpInsights.Statistics.Intervals;

namespace SmpInsights.Reporting.Monthly;

/// <summary>Adverse events and aftercare.</summary>
internal static class AdverseEventsSection
{
    private static readonly string[] Events = ["Infection", "Allergic reaction", "Pigment migration", "Colour change", "Scarring", "Other"];

    public static Section Of(PublishedMonth m) => new("adverse-events", "Adverse events and aftercare", [new FigureBlock(Months(m)), Safety(m)]);

    private static Figure Months(PublishedMonth m) => new(
        "adverse-events-by-month", "Adverse events by month", "Whatever their kind and severity", new DateAxis("Month"), new NumberAxis("Adverse events", IncludeZero: true),
        [new BarsMark(new Series("Adverse events"), m.Activity.All(a => a.AdverseEvents == 0) ? [] : [.. m.Activity.Select(a => new DataPoint(DateAxis.At(a.Month.First), a.AdverseEvents))])],
        new Footnote($"{Say.Of(m.Activity.Sum(a => a.AdverseEvents), "adverse event")} in {m.Activity.Count} months", m.Month.Last, "adverse events"),
        NoDataReason: m.TablesWithoutRows.Contains("adverse_events", StringComparer.Ordinal) ? "No adverse event was ever recorded: either there was none, or they are not written down." : "No adverse event is recorded in these months.");

    private static TableBlock Safety(PublishedMonth m)
    {
        var e = m.AdverseEvents;
        var rows = new List<IReadOnlyList<Cell>>
        {
            Row("Adverse events per 100 treatments", new IntegerCell(e.Events), Enough.Show(m, m.AdverseEventRate, r => new IntegerCell(r.Treatments)), Enough.Show(m, m.AdverseEventRate, r => Estimate(r.Per100, r.Interval, 1))),
            Row("Aftercare followed, % of checks", Enough.Show(m, m.Aftercare, a => new IntegerCell(a.Followed)), new IntegerCell(m.AftercareChecks), Enough.Show(m, m.Aftercare, a => Estimate(a.Share, a.Interval, 100))),
        };
        for (var k = 0; k < Events.Length; k++)
            if (e.ByKind[k] > 0)
                rows.Add([new TextCell("Adverse events: " + Events[k].ToLowerInvariant()), new IntegerCell(e.ByKind[k]), Cell.Missing, Cell.Missing]);
        return new TableBlock("safety", $"Safety and aftercare, last {AdverseEventRate.Months} months", [Column.Text("Measure"), Column.Integer("Count"), Column.Integer("Out of"), Column.Estimate("Rate", CellFormat.Number(1))], rows,
            note: $"Adverse events: against treatments worked on in these months, exact Poisson interval; {Say.Count(e.Severe)} of them severe. Aftercare followed: neither swimming, nor steam, nor hard exercise, among checks that answered all three; Wilson interval.");
    }

    private static IReadOnlyList<Cell> Row(string what, Cell count, Cell of, Cell rate) => [new TextCell(what), count, of, rate];

    private static Cell Estimate(double? value, Interval? interval, double scale) => value is { } v && interval is { } i ? new EstimateCell(scale * v, scale * i.Lower, scale * i.Upper, CellFormat.Number(1)) : Cell.Missing;
}
