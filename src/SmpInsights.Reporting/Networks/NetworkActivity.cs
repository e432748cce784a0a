using SmpInsights.Outcomes.Networks;
using SmpInsights.Outcomes.Operations;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Figures;

namespace SmpInsights.Reporting.Networks;

/// <summary>What each clinic did this month, beside the month before and the same month a year before.</summary>
internal static class NetworkActivity
{
    public static Section Of(PublishedNetwork n) => new("activity", "Sessions and touch-ups",
    [
        new FigureBlock(Sessions(n)),
        Table(n, "activity", $"Activity, {n.Month.Name}", ^1),
        Table(n, "activity-last-month", $"Activity, {n.Month.Previous.Name}", ^2),
        Table(n, "activity-last-year", $"Activity, {n.Month.SameMonthLastYear.Name}", ^13),
    ]);

    private static Figure Sessions(PublishedNetwork n)
    {
        var names = NetworkLayout.Names(n);
        var all = n.Clinics.Sum(c => c.Months.Sum(m => m.Completed));
        return new Figure("sessions-by-clinic", "Sessions held by month, by clinic", string.Empty, new DateAxis("Month"), new NumberAxis("Sessions", IncludeZero: true),
            [.. n.Clinics.Where(c => c.Months.Any(m => m.Completed > 0)).Select(c => new StackedBarsMark(new Series(names[c.Clinic.Id]), [.. c.Months.Select(m => new DataPoint(DateAxis.At(m.Month.First), m.Completed))]))],
            new Footnote($"{Print.Integer(all)} {(all == 1 ? "session" : "sessions")} in {Print.Integer(NetworkMonth.MonthsShown)} months", n.Month.Last, "sessions"), NoDataReason: "No sessions are recorded in these months.");
    }

    private static TableBlock Table(PublishedNetwork n, string id, string title, Index month)
    {
        var names = NetworkLayout.Names(n);
        var months = n.Clinics.Select(c => c.Months[month]).ToList();
        return new TableBlock(id, title,
            [Column.Text("Clinic"), Column.Integer("Sessions held"), Column.Integer("Cancelled"), Column.Integer("No-show"), Column.Integer("Treatments finished"), Column.Integer("Touch-ups"), Column.Integer("Under warranty"), Column.Integer("Adverse events")],
            [.. n.Clinics.Select(c => Row(names[c.Clinic.Id], [c.Months[month]]))],
            Row("All", months));
    }

    private static IReadOnlyList<Cell> Row(string name, IReadOnlyList<ActivityMonth> months)
    {
        Cell Sum(Func<ActivityMonth, int> of) => new IntegerCell(months.Sum(of));
        return [new TextCell(name), Sum(m => m.Completed), Sum(m => m.Cancelled), Sum(m => m.NoShow), Sum(m => m.TreatmentsFinished), Sum(m => m.TouchUps), Sum(m => m.UnderWarranty), Sum(m => m.AdverseEvents)];
    }
}
