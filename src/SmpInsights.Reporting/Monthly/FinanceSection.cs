using SmpInsights.Outcomes.Finance;
using SmpInsights.Outcomes.Published;
using SmpInsights.Outcomes.Time;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Figures;

namespace SmpInsights.Reporting.Monthly;

/// <summary>Money in the clinic's currency. Every breakdown adds up to the month's total.</summary>
internal static class FinanceSection
{
    private static readonly string[] Kinds = ["Deposit", "Session", "Touch-up", "Product", "Refund"];

    public static Section Of(PublishedMonth m)
    {
        if (m.TablesWithoutRows.Contains("payments", StringComparer.Ordinal))
            return new Section("finance", "Revenue", [new TextBlock("No payments are recorded, so revenue is left out. Import payments.csv to see it here.", TextKind.Note)]);
        var total = m.Finance.ByMonth[^1].Takings;
        return new Section("finance", "Revenue",
        [
            new FigureBlock(Months(m)),
            MonthTable(m),
            Breakdown(m, "revenue-by-kind", "Revenue by kind", "Kind", m.Finance.ByKind.Select(g => (Kinds[(int)g.Key], g.Value)), total),
            Breakdown(m, "revenue-by-technique", "Revenue by technique", "Technique", m.Finance.ByTechnique.Select(g => (Name(m.TechniqueNames, g.Key), g.Value)), total),
            Breakdown(m, "revenue-by-practitioner", "Revenue by practitioner", "Practitioner", m.Finance.ByPractitioner.Select(g => (Name(m.PractitionerNames, g.Key), g.Value)), total),
            new TextBlock(Warranty(m), TextKind.Note),
        ]);
    }

    private static string Name(IReadOnlyDictionary<string, string> names, string id) => id.Length == 0 ? "Not tied to a treatment" : names[id];

    private static Figure Months(PublishedMonth m) => new(
        "revenue-by-month", "Received by month", "After refunds, tax included", new DateAxis("Month"), new NumberAxis(m.Finance.Currency, IncludeZero: true),
        [new BarsMark(new Series("Received"), m.Finance.ByMonth.All(x => x.Takings.Payments == 0) ? [] : [.. Shown(m).Select(x => new DataPoint(DateAxis.At(x.Month.First), (double)x.Takings.Received, Say.Money(x.Takings.Received, m.Finance.Currency)))])],
        new Footnote($"{Say.Of(m.Finance.ByMonth.Sum(x => x.Takings.Payments), "payment")} in {Say.Of(Shown(m).Count, "month")}", m.Month.Last, "payments"), NoDataReason: "No payments are recorded in these months.");

    private static List<(ReportMonth Month, Takings Takings)> Shown(PublishedMonth m) => [.. m.Finance.ByMonth.Where(x => m.Covers(x.Month))];

    private static TableBlock MonthTable(PublishedMonth m) => new("revenue-by-month-table", "Revenue by month", [Column.Month("Month"), .. Columns], [.. Shown(m).Select(x => (IReadOnlyList<Cell>)[new MonthCell(x.Month.First), .. Cells(m, x.Takings)])]);

    private static TableBlock Breakdown(PublishedMonth m, string id, string title, string what, IEnumerable<(string Name, Takings Takings)> groups, Takings total) =>
        new(id, $"{title}, {m.Month.Name}", [Column.Text(what), .. Columns], [.. groups.Select(g => (IReadOnlyList<Cell>)[new TextCell(g.Name), .. Cells(m, g.Takings)])], [new TextCell("All"), .. Cells(m, total)]);

    private static Column[] Columns => [Column.Integer("Payments"), Column.Money("Gross"), Column.Money("Refunds"), Column.Money("Received"), Column.Money("Tax"), Column.Money("Net")];

    private static Cell[] Cells(PublishedMonth m, Takings t)
    {
        Cell Money(decimal amount) => new MoneyCell(amount, m.Finance.Currency);
        return [new IntegerCell(t.Payments), Money(t.Gross), Money(t.Refunds), Money(t.Received), Money(t.Tax), Money(t.Net)];
    }

    private static string Warranty(PublishedMonth m) => m.Finance switch
    {
        { WarrantyTouchUps: 0 } => "No touch-up was done under warranty this month.",
        { WarrantyTouchUps: 1, WarrantyCost: { } cost } => $"1 touch-up under warranty this month, worth {Say.Money(cost, m.Finance.Currency)}, the clinic's median paid touch-up.",
        { WarrantyCost: { } cost, MedianTouchUpPrice: { } price } => $"{Say.Of(m.Finance.WarrantyTouchUps, "touch-up")} under warranty this month, worth {Say.Money(cost, m.Finance.Currency)} at the clinic's median paid touch-up ({Say.Money(price, m.Finance.Currency)}).",
        _ => $"{Say.Of(m.Finance.WarrantyTouchUps, "touch-up")} under warranty this month; their worth can't be given, since no paid touch-up is recorded.",
    };
}
