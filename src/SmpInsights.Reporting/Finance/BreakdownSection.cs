using SmpInsights.Outcomes.Finance;
using SmpInsights.Reporting.Documents;

namespace SmpInsights.Reporting.Finance;

/// <summary>The month's money by kind, technique and practitioner, each line a formula over the payments.</summary>
internal static class BreakdownSection
{
    public const string Id = "breakdowns";

    /// <summary>The tables, by id, and the column of the payments that each goes by.</summary>
    public static readonly (string Table, string Key)[] Tables = [("by-kind", "Kind"), ("by-technique", "Technique"), ("by-practitioner", "Practitioner")];

    public static Section Of(LedgerPage page) => new(Id, "Revenue by kind, technique and practitioner", [.. page.Ledger.Currencies.SelectMany(books => (Block[])
    [
        Table(page, books, 0, books.ByKind.Select(g => (LedgerPage.Kind(g.Key), g.Value)), hasWildcards: false),
        Table(page, books, 1, books.ByTechnique.Select(g => (page.Techniques.Of(g.Key), g.Value)), page.Techniques.HoldWildcards),
        Table(page, books, 2, books.ByPractitioner.Select(g => (page.Practitioners.Of(g.Key), g.Value)), page.Practitioners.HoldWildcards),
    ])]);

    private static TableBlock Table(LedgerPage page, CurrencyLedger books, int which, IEnumerable<(string Name, Takings Takings)> groups, bool hasWildcards)
    {
        var (table, key) = Tables[which];
        var (own, payments) = (LedgerPage.Id(table, books), LedgerPage.Id(PaymentsSection.Id, books));
        Cell[] Line(Takings t) => page.Holds(PaymentsSection.Id)
            ? LedgerPage.Amounts(t, books.Currency, LedgerFormulas.CountOfKey(payments, key, own, hasWildcards), column => LedgerFormulas.SumOfKey(payments, column, key, own, hasWildcards))
            : LedgerPage.Amounts(t, books.Currency);
        return new TableBlock(own, page.Title($"By {key.ToLowerInvariant()}, {page.Ledger.Month.Name}", books), [Column.Text(key), .. LedgerPage.AmountColumns],
            [.. groups.Select(g => (IReadOnlyList<Cell>)[new TextCell(g.Name), .. Line(g.Takings)])], [new TextCell("All"), .. LedgerPage.Amounts(books.Total, books.Currency)]);
    }
}
