using SmpInsights.Outcomes.Finance;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Monthly;

namespace SmpInsights.Reporting.Finance;

/// <summary>The month's payments one by one: the table that the totals are formulas over.</summary>
internal static class PaymentsSection
{
    public const string Id = "payments";

    public static Section Of(LedgerPage page) => new(Id, "Payments",
    [
        new TextBlock($"{Say.Of(page.Ledger.Currencies.Sum(c => c.Payments.Count), "payment")} in {page.Ledger.Month.Name}.{(page.Ledger.Currencies.Count > 1 ? " Each currency has tables of its own; currencies are never added together." : "")}"),
        .. page.Ledger.Currencies.Select(books => Table(page, books)),
    ]);

    private static TableBlock Table(LedgerPage page, CurrencyLedger books) => new(
        LedgerPage.Id(Id, books), page.Title("Payments", books),
        [
            Column.Text("Payment"), Column.Date("Date"), Column.Text("Clinic"), Column.Text("Client"), Column.Text("Treatment"), Column.Text("Touch-up"), Column.Text("Kind"), Column.Text("Method"),
            Column.Text("Technique"), Column.Text("Practitioner"), Column.Text("Currency"), .. LedgerPage.AmountColumns[1..],
        ],
        [.. books.Payments.Select(p => (IReadOnlyList<Cell>)Row(page, p))],
        [new TextCell("All"), .. Enumerable.Repeat(new TextCell(""), 9), new TextCell(books.Currency), .. LedgerPage.Amounts(books.Total, books.Currency)[1..]],
        workbookOnly: true)
    {
        NamesCurrency = true,
    };

    private static Cell[] Row(LedgerPage page, LedgerEntry p) =>
    [
        new TextCell(p.Payment), new DateCell(p.PaidOn), new TextCell(p.Clinic), new TextCell(p.Client ?? ""), new TextCell(p.Treatment ?? ""), new TextCell(p.TouchUp ?? ""), new TextCell(LedgerPage.Kind(p.Kind)), new TextCell(p.Method ?? ""),
        new TextCell(page.Techniques.Of(p.Technique)), new TextCell(page.Practitioners.Of(p.Practitioner)), new TextCell(p.Currency), .. LedgerPage.Amounts(p.Takings, p.Currency)[1..],
    ];
}
