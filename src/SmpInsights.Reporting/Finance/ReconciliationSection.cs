using SmpInsights.Outcomes.Finance;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Monthly;

namespace SmpInsights.Reporting.Finance;

/// <summary>Opening, in, out, closing by month, beside the payments added one by one; and the month's money by every route. Every difference is 0.</summary>
internal static class ReconciliationSection
{
    public const string Id = "reconciliation";

    public static Section Of(LedgerPage page) => new(Id, "Reconciliation", [.. page.Ledger.Currencies.SelectMany(books => (Block[])[Carried(page, books), Routes(page, books)])]);

    private static TableBlock Carried(LedgerPage page, CurrencyLedger books)
    {
        var (own, summary) = (LedgerPage.Id(Id, books), LedgerPage.Id(MonthsSection.Summary, books));
        string Here(string column) => LedgerFormulas.Here(own, column);
        Cell Money(decimal amount) => new MoneyCell(amount, books.Currency);
        Cell Moved(decimal amount, string column) => page.Holds(MonthsSection.Id) ? new FormulaCell(Money(amount), LedgerFormulas.SumOfDate(summary, column, "Month", own)) : Money(amount);
        return new TableBlock(own, page.Title("Opening, in, out and closing by month", books),
            [Column.Month("Month"), Column.Money("Opening"), Column.Money("In"), Column.Money("Out"), Column.Money("Closing"), Column.Money("Sum of payments"), Column.Money("Difference")],
            [
                .. books.Carried.Select(r => (IReadOnlyList<Cell>)[new MonthCell(r.Month.First), Money(r.Opening), Moved(r.In, "Gross"), Moved(r.Out, "Refunds"),
                    new FormulaCell(Money(r.Closing), $"{Here("Opening")}+{Here("In")}+{Here("Out")}"), Money(r.SumOfPayments), new FormulaCell(Money(r.Difference), LedgerFormulas.Difference(Here("Closing"), Here("Sum of payments")))]),
            ],
            note: "Opening: all received before the month. In: gross. Out: refunds. Sum of payments: every payment up to the month's end, added one by one.");
    }

    private static TableBlock Routes(LedgerPage page, CurrencyLedger books)
    {
        var own = LedgerPage.Id("routes", books);
        var payments = LedgerPage.Id(PaymentsSection.Id, books);
        Cell Live(Cell value, bool isThere, string formula) => isThere ? new FormulaCell(value, formula) : value;
        IReadOnlyList<Cell> Row(string name, Takings t, bool isThere, string count, Func<string, string> sum)
        {
            var difference = new MoneyCell(t.Received - books.Total.Received, books.Currency);
            return
            [
                new TextCell(name), .. LedgerPage.Amounts(t, books.Currency).Select((cell, i) => Live(cell, isThere, i == 0 ? count : sum(LedgerPage.AmountColumns[i].Header))),
                Live(difference, page.Holds(PaymentsSection.Id), LedgerFormulas.Difference(LedgerFormulas.Here(own, "Received"), LedgerFormulas.Sum(payments, "Received"))),
            ];
        }

        static Takings Sum(IEnumerable<Takings> parts) => parts.Aggregate(default(Takings), (a, b) => a + b);
        var summary = LedgerPage.Id(MonthsSection.Summary, books);
        var month = page.Ledger.Month;
        string OfMonth(string column) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"SUMIFS({TableBlock.NameInWorkbook(summary)}[{column}],{TableBlock.NameInWorkbook(summary)}[Month],DATE({month.Year},{month.Month},1))");
        var breakdowns = new[] { books.ByKind.Values, books.ByTechnique.Values, books.ByPractitioner.Values };
        return new TableBlock(own, page.Title($"{month.Name}, added up by every route", books), [Column.Text("Route"), .. LedgerPage.AmountColumns, Column.Money("Difference")],
        [
            Row("Payments one by one", Sum(books.Payments.Select(p => p.Takings)), page.Holds(PaymentsSection.Id), LedgerFormulas.Count(payments, "Gross"), column => LedgerFormulas.Sum(payments, column)),
            Row("Summary by month", Sum(books.Groups.Where(g => g.Month == month).Select(g => g.Takings)), page.Holds(MonthsSection.Id), OfMonth("Payments"), OfMonth),
            .. BreakdownSection.Tables.Select((b, i) => Row("By " + b.Key.ToLowerInvariant(), Sum(breakdowns[i]), page.Holds(BreakdownSection.Id), LedgerFormulas.Sum(LedgerPage.Id(b.Table, books), "Payments"), column => LedgerFormulas.Sum(LedgerPage.Id(b.Table, books), column))),
        ],
        note: $"{month.Name}, {Say.Of(books.Total.Payments, "payment")}: the same money however it is added up.");
    }
}
