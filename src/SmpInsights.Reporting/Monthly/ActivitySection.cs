using SmpInsights.Outcomes.Input;
using SmpInsights.Outcomes.Operations;
using SmpInsights.Outcomes.Published;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Figures;

namespace SmpInsights.Reporting.Monthly;

/// <summary>Sessions, treatments, touch-ups by reason.</summary>
internal static class ActivitySection
{
    private static readonly string[] Reasons = ["Fade", "Colour shift", "Density", "Hairline change", "Correction", "Other"];

    public static Section Of(PublishedMonth m) => new("activity", "Sessions and touch-ups", [new FigureBlock(Sessions(m)), new FigureBlock(TouchUps(m)), Months(m), ReasonTable(m)]);

    private static Figure Sessions(PublishedMonth m) => new(
        "sessions-by-month", "Sessions by month", "Booked sessions, by what became of them", new DateAxis("Month"), new NumberAxis("Sessions", IncludeZero: true),
        [Stack(m, "Held", a => a.Completed), Stack(m, "Cancelled", a => a.Cancelled), Stack(m, "No-show", a => a.NoShow)],
        Foot(m, Say.Of(m.Activity.Sum(a => a.Booked), "session"), "sessions"), NoDataReason: "No sessions are recorded in these months.");

    private static Figure TouchUps(PublishedMonth m) => new(
        "touch-ups-by-reason", "Touch-ups by month and reason", "Fade and colour shift count as fading", new DateAxis("Month"), new NumberAxis("Touch-ups", IncludeZero: true),
        [.. Used(m).Select(r => Stack(m, Reasons[(int)r], a => a.TouchUpsByReason[(int)r]))],
        Foot(m, Say.Of(m.Activity.Sum(a => a.TouchUps), "touch-up"), "touch-ups"), NoDataReason: "No touch-ups are recorded in these months.");

    private static IEnumerable<TouchUpReason> Used(PublishedMonth m) => Enum.GetValues<TouchUpReason>().Where(r => m.Activity.Any(a => a.TouchUpsByReason[(int)r] > 0));

    private static Footnote Foot(PublishedMonth m, string count, string source) => new($"{count} in {m.Activity.Count} months", m.Month.Last, source);

    private static StackedBarsMark Stack(PublishedMonth m, string name, Func<ActivityMonth, int> value) =>
        new(new Series(name), m.Activity.Sum(value) == 0 ? [] : [.. m.Activity.Select(a => new DataPoint(DateAxis.At(a.Month.First), value(a)))]);

    private static TableBlock Months(PublishedMonth m) => new(
        "activity-by-month", "Activity by month",
        [Column.Month("Month"), Column.Integer("Sessions held"), Column.Integer("Cancelled"), Column.Integer("No-show"), Column.Integer("Treatments finished"), Column.Number("Sessions per treatment", 1), Column.Integer("Touch-ups"), Column.Integer("Under warranty"), Column.Integer("Adverse events")],
        [.. m.Activity.Select(a => (IReadOnlyList<Cell>)[new MonthCell(a.Month.First), new IntegerCell(a.Completed), new IntegerCell(a.Cancelled), new IntegerCell(a.NoShow), new IntegerCell(a.TreatmentsFinished),
            Enough.ShowMonth(m, m.SessionsPerTreatment, a.Month, s => Cell.NumberOrMissing(s.Mean, 1)), new IntegerCell(a.TouchUps), new IntegerCell(a.UnderWarranty), new IntegerCell(a.AdverseEvents)])],
        note: $"Sessions per treatment: the mean of the treatments finished in the month; not printed for fewer than {Say.Count(m.Smallest.Clients)} clients, nor where that would give such a month away (withheld).");

    private static TableBlock ReasonTable(PublishedMonth m)
    {
        static Cell Count(ActivityMonth a, int reason) => new IntegerCell(a.TouchUpsByReason[reason]);
        return new TableBlock(
            "touch-ups-by-reason-table", "Touch-ups by reason",
            [Column.Text("Reason"), Column.Integer(m.Month.Name), Column.Integer(m.Month.Previous.Name), Column.Integer(m.Month.SameMonthLastYear.Name), Column.Integer("Last 12 months")],
            [.. Reasons.Select((name, r) => (IReadOnlyList<Cell>)[new TextCell(name), Count(m.Activity[^1], r), Count(m.Activity[^2], r), Count(m.Activity[^13], r), new IntegerCell(m.TouchUpsOfYear[r])])],
            [new TextCell("All"), new IntegerCell(m.Activity[^1].TouchUps), new IntegerCell(m.Activity[^2].TouchUps), new IntegerCell(m.Activity[^13].TouchUps), new IntegerCell(m.TouchUpsOfYear.Sum())]);
    }
}
