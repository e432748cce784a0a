using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Monthly;

namespace SmpInsights.Reporting.Finance;

/// <summary>Touch-ups under warranty and what they would have brought.</summary>
internal static class WarrantySection
{
    public const string Id = "warranty";

    public static Section Of(LedgerPage page)
    {
        var ledger = page.Ledger;
        if (ledger.Warranty.Count == 0)
            return new Section(Id, "Warranty touch-ups", [new TextBlock($"No touch-up was done under warranty in {ledger.Month.Name}.", TextKind.Note)]);
        var worth = ledger.MedianTouchUpPrice is { } price ? new MoneyCell(price, ledger.Clinic.Currency) : Cell.Missing;
        var cost = ledger.WarrantyCost is { } sum ? new MoneyCell(sum, ledger.Clinic.Currency) : Cell.Missing;
        return new Section(Id, "Warranty touch-ups",
        [
            new TableBlock("warranty", "Warranty touch-ups",
                [Column.Text("Touch-up"), Column.Date("Date"), Column.Text("Client"), Column.Text("Treatment"), Column.Text("Technique"), Column.Text("Practitioner"), Column.Money("Cost")],
                [.. ledger.Warranty.Select(u => (IReadOnlyList<Cell>)[new TextCell(u.TouchUp), new DateCell(u.PerformedOn), new TextCell(u.Client), new TextCell(u.Treatment), new TextCell(page.Techniques.Of(u.Technique)), new TextCell(page.Practitioners.Of(u.Practitioner)), worth])],
                [new TextCell("All"), .. Enumerable.Repeat(new TextCell(""), 5), cost],
                note: ledger.MedianTouchUpPrice is { } median
                    ? $"Each is costed at the clinic's own median paid touch-up up to {Print.Day(ledger.Month.Last)}: {Say.Money(median, ledger.Clinic.Currency)}. No money moved."
                    : "No paid touch-up is recorded, so these can't be costed."),
        ]);
    }
}
