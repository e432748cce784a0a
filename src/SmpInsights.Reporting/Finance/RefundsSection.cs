using SmpInsights.Outcomes.Input;
using SmpInsights.Reporting.Documents;

namespace SmpInsights.Reporting.Finance;

/// <summary>What went back to clients, one by one.</summary>
internal static class RefundsSection
{
    public const string Id = "refunds";

    public static Section Of(LedgerPage page) => new(Id, "Refunds",
    [
        .. page.Ledger.Currencies.Select(books =>
        {
            var refunds = books.Payments.Where(p => p.Kind == PaymentKind.Refund).ToList();
            return refunds.Count == 0
                ? (Block)new TextBlock($"No refund in {books.Currency} in {page.Ledger.Month.Name}.", TextKind.Note)
                : new TableBlock(LedgerPage.Id(Id, books), page.Title("Refunds", books),
                    [Column.Text("Payment"), Column.Date("Date"), Column.Text("Client"), Column.Text("Treatment"), Column.Text("Technique"), Column.Text("Practitioner"), Column.Money("Refunds"), Column.Money("Tax")],
                    [
                        .. refunds.Select(p => (IReadOnlyList<Cell>)[new TextCell(p.Payment), new DateCell(p.PaidOn), new TextCell(p.Client ?? ""), new TextCell(p.Treatment ?? ""), new TextCell(page.Techniques.Of(p.Technique)),
                            new TextCell(page.Practitioners.Of(p.Practitioner)), new MoneyCell(p.Takings.Refunds, p.Currency), new MoneyCell(p.Takings.Tax, p.Currency)]),
                    ],
                    [new TextCell("All"), .. Enumerable.Repeat(new TextCell(""), 5), new MoneyCell(books.Total.Refunds, books.Currency), new MoneyCell(books.TaxOfRefunds, books.Currency)],
                    note: "Refunds are negative, as is the tax that goes back with them.");
        }),
    ]);
}
