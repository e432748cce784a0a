using SmpInsights.Outcomes.Finance;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Figures;
using SmpInsights.Reporting.Monthly;

namespace SmpInsights.Reporting.Finance;

/// <summary>The months beside each other: what came in, went back and is owed as tax, and the long table that pivots are made of.</summary>
internal static class MonthsSection
{
    public const string Id = "months";
    public const string Summary = "summary-by-month";

    public static Section Of(LedgerPage page) => new(Id, "Revenue, refunds and tax by month",
        [.. page.Ledger.Currencies.SelectMany(books => (Block[])[new FigureBlock(Received(page, books)), Table(page, books), Pivot(page, books)])]);

    private static Figure Received(LedgerPage page, CurrencyLedger books) => new(
        LedgerPage.Id("received-by-month", books), page.Title("Received by month", books), "After refunds, tax included", new DateAxis("Month"), new NumberAxis(books.Currency, IncludeZero: true),
        [new BarsMark(new Series("Received"), books.ByMonth.All(x => x.Takings.Payments == 0) ? [] : [.. books.ByMonth.Select(x => new DataPoint(DateAxis.At(x.Month.First), (double)x.Takings.Received, Say.Money(x.Takings.Received, books.Currency)))])],
        new Footnote($"{Say.Of(books.ByMonth.Sum(x => x.Takings.Payments), "payment")} in {books.ByMonth.Count} months", page.Ledger.Month.Last, "payments"), NoDataReason: "No payments are recorded in these months.");

    private static TableBlock Table(LedgerPage page, CurrencyLedger books)
    {
        var (own, summary) = (LedgerPage.Id("by-month", books), LedgerPage.Id(Summary, books));
        return new TableBlock(own, page.Title("By month", books), [Column.Month("Month"), .. LedgerPage.AmountColumns],
        [
            .. books.ByMonth.Select(x => (IReadOnlyList<Cell>)[new MonthCell(x.Month.First), .. LedgerPage.Amounts(x.Takings, books.Currency,
                LedgerFormulas.SumOfDate(summary, "Payments", "Month", own), column => LedgerFormulas.SumOfDate(summary, column, "Month", own))]),
        ],
        [new TextCell("All"), .. LedgerPage.Amounts(books.ByMonth.Aggregate(default(Takings), (sum, x) => sum + x.Takings), books.Currency)],
        note: "Tax is that of payments less that of refunds.");
    }

    private static TableBlock Pivot(LedgerPage page, CurrencyLedger books) => new(
        LedgerPage.Id(Summary, books), page.Title("Summary by month", books),
        [Column.Month("Month"), Column.Text("Kind"), Column.Text("Technique"), Column.Text("Practitioner"), Column.Text("Currency"), .. LedgerPage.AmountColumns],
        [
            .. books.Groups.Select(g => (IReadOnlyList<Cell>)[new MonthCell(g.Month.First), new TextCell(LedgerPage.Kind(g.Kind)), new TextCell(page.Techniques.Of(g.Technique)), new TextCell(page.Practitioners.Of(g.Practitioner)), new TextCell(books.Currency), .. LedgerPage.Amounts(g.Takings, books.Currency)]),
        ],
        workbookOnly: true)
    {
        NamesCurrency = true,
    };
}
