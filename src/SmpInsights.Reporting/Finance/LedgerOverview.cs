using SmpInsights.Outcomes.Finance;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Monthly;

namespace SmpInsights.Reporting.Finance;

/// <summary>The month's key figures in each currency, and the sentences for a reader in a hurry.</summary>
internal static class LedgerOverview
{
    public const string Id = "overview";

    public static Section Of(LedgerPage page) => new(Id, "This month", [.. page.Ledger.Currencies.Select(books => new TilesBlock(Tiles(page, books)))]);

    public static IReadOnlyList<string> Headlines(FinanceLedger ledger)
    {
        var sentences = new List<string>();
        foreach (var books in ledger.Currencies)
        {
            var t = books.Total;
            var parts = $"{Say.Money(t.Gross, books.Currency)} gross, {(t.Refunds == 0 ? "nothing" : Say.Money(-t.Refunds, books.Currency))} refunded";
            sentences.Add(t.Payments == 0 ? $"No payment in {books.Currency} in {ledger.Month.Name}."
                : t.Received < 0 ? $"{Say.Money(-t.Received, books.Currency)} more went back to clients than came in in {ledger.Month.Name}: {parts}."
                : $"{Say.Money(t.Received, books.Currency)} received in {ledger.Month.Name} from {Say.Of(t.Payments, "payment")}: {parts}; {Say.Money(t.Tax, books.Currency)} of it is tax.");
            sentences.Add(books.Carried.All(r => r.Difference == 0)
                ? $"Opening, in, out and closing reconcile in {books.Currency} in each of {books.Carried.Count} months, to the last digit."
                : $"The books in {books.Currency} do not reconcile: see the months with a difference.");
        }

        if (ledger is { Warranty.Count: > 0, WarrantyCost: { } cost })
            sentences.Add($"{Say.Of(ledger.Warranty.Count, "touch-up")} under warranty, worth {Say.Money(cost, ledger.Clinic.Currency)} at the clinic's median paid touch-up; no money moved.");
        return sentences;
    }

    private static List<Tile> Tiles(LedgerPage page, CurrencyLedger books)
    {
        var ledger = page.Ledger;
        List<Tile> tiles =
        [
            Tile(page, books, "Gross", t => t.Gross), Tile(page, books, "Refunds", t => t.Refunds), Tile(page, books, "Received", t => t.Received), Tile(page, books, "Tax", t => t.Tax), Tile(page, books, "Net", t => t.Net),
            new Tile(page.Title("Reconciliation difference", books), new MoneyCell(books.Carried[^1].Difference, books.Currency), [], "Closing less the sum of all payments", Tone: books.Carried[^1].Difference == 0 ? Tone.Neutral : Tone.Concern),
        ];
        if (ledger.WarrantyCost is { } cost && string.Equals(books.Currency, ledger.Clinic.Currency, StringComparison.Ordinal))
            tiles.Add(new Tile("Warranty touch-ups, cost", new MoneyCell(cost, books.Currency), [], ledger.Warranty.Count == 0 ? "No touch-up was done under warranty" : $"{Say.Of(ledger.Warranty.Count, "touch-up")} at the median paid touch-up"));
        return tiles;
    }

    private static Tile Tile(LedgerPage page, CurrencyLedger books, string label, Func<Takings, decimal> value)
    {
        Cell At(Index month) => new MoneyCell(value(books.ByMonth[month].Takings), books.Currency);
        return new Tile(page.Title(label, books), At(^1), [new Comparison("last month", At(^2)), new Comparison("same month last year", At(^13))], Sparkline: [.. books.ByMonth.Select(x => (double?)value(x.Takings))]);
    }
}
