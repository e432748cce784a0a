using SmpInsights.Outcomes.Finance;
using SmpInsights.Outcomes.Input;
using SmpInsights.Reporting.Documents;

namespace SmpInsights.Reporting.Finance;

/// <summary>What every section of the ledger shares: the measures, what to call things, and which tables the workbook will hold for formulas to read.</summary>
internal sealed class LedgerPage(FinanceLedger ledger, IReadOnlyList<string> sections)
{
    private static readonly string[] KindNames = ["Deposit", "Session", "Touch-up", "Product", "Refund"];

    public FinanceLedger Ledger => ledger;

    public LedgerLabels Techniques { get; } = new(ledger.TechniqueNames);

    public LedgerLabels Practitioners { get; } = new(ledger.PractitionerNames);

    public static string Kind(PaymentKind kind) => KindNames[(int)kind];

    /// <summary>The columns of amounts, in the order of money's way.</summary>
    public static Column[] AmountColumns => [Column.Integer("Payments"), Column.Money("Gross"), Column.Money("Refunds"), Column.Money("Received"), Column.Money("Tax"), Column.Money("Net")];

    public static Cell[] Amounts(Takings t, string currency) =>
        [new IntegerCell(t.Payments), new MoneyCell(t.Gross, currency), new MoneyCell(t.Refunds, currency), new MoneyCell(t.Received, currency), new MoneyCell(t.Tax, currency), new MoneyCell(t.Net, currency)];

    /// <summary>The amounts, each with the formula that gives it; the first formula is that of the count.</summary>
    public static Cell[] Amounts(Takings t, string currency, string count, Func<string, string> sum) =>
        [.. Amounts(t, currency).Select((cell, i) => new FormulaCell(cell, i == 0 ? count : sum(AmountColumns[i].Header)))];

    /// <summary>A table's id in a currency.</summary>
    public static string Id(string table, CurrencyLedger books) => table + "-" + books.Currency.ToLowerInvariant();

    /// <summary>A title; another currency than the clinic's own is named.</summary>
    public string Title(string title, CurrencyLedger books) => string.Equals(books.Currency, ledger.Clinic.Currency, StringComparison.Ordinal) ? title : $"{title} ({books.Currency})";

    /// <summary>A definition may leave a section out; then what would have read its tables is written as plain numbers.</summary>
    public bool Holds(string section) => sections.Contains(section, StringComparer.Ordinal);
}
