using SmpInsights.Outcomes.Finance;
using SmpInsights.Reporting.Documents;

namespace SmpInsights.Reporting.Finance;

/// <summary>Lays the finance ledger of one clinic out. Nothing in it is withheld: its readers keep the books.</summary>
public static class FinanceLedgerLayout
{
    /// <summary>The kind of definition that asks for this report.</summary>
    public const string Kind = "finance-ledger";

    private const string DefinitionsId = "definitions";

    private static readonly Dictionary<string, Func<LedgerPage, Section>> Makers = new(StringComparer.Ordinal)
    {
        [LedgerOverview.Id] = LedgerOverview.Of,
        [PaymentsSection.Id] = PaymentsSection.Of,
        [MonthsSection.Id] = MonthsSection.Of,
        [BreakdownSection.Id] = BreakdownSection.Of,
        [RefundsSection.Id] = RefundsSection.Of,
        [WarrantySection.Id] = WarrantySection.Of,
        [ReconciliationSection.Id] = ReconciliationSection.Of,
    };

    private static readonly Definition[] Definitions =
    [
        new("Gross", "Payments of every kind but refunds, tax included."),
        new("Refunds", "What went back to clients: negative or zero."),
        new("Received", "Gross and refunds together; equals the sum of the payments' amounts."),
        new("Tax", "The tax in payments less the tax in refunds, as recorded with each payment."),
        new("Net", "Received less tax."),
        new("Technique, practitioner", "A payment is the technique's of its treatment, and the practitioner's of its touch-up, else of its treatment. A name that two share, or that a formula could take for a number, carries its id."),
        new("Warranty touch-ups", "Costed at the clinic's own median paid touch-up up to the month's end."),
        new("Currency", "Each currency has tables of its own. Currencies are never added together."),
        new("Formulas", "Totals in the workbook are formulas over its tables. They equal the numbers on the page, which are computed in decimal."),
    ];

    /// <summary>Ids a definition may list.</summary>
    public static IReadOnlyList<string> Sections { get; } = [.. Makers.Keys, DefinitionsId];

    /// <exception cref="ArgumentException">A section is not one of <see cref="Sections"/>.</exception>
    public static ReportDocument Compose(FinanceLedger ledger, string title, IReadOnlyList<string> sections, string productVersion)
    {
        if (sections.FirstOrDefault(s => !Sections.Contains(s, StringComparer.Ordinal)) is { } unknown)
            throw new ArgumentException($"There is no section \"{unknown}\".", nameof(sections));
        var page = new LedgerPage(ledger, sections);
        return new ReportDocument(
            title,
            $"{ledger.Month.Name}, payment by payment, with the {FinanceLedger.MonthsShown} months up to it",
            new ReportFacts(ledger.Clinic.Id, ledger.Clinic.Name, ledger.Month.Name, ledger.Month.Last, productVersion, string.Join(", ", ledger.Currencies.Select(c => c.Currency))),
            LedgerOverview.Headlines(ledger),
            [.. sections.Where(Makers.ContainsKey).Select(s => Makers[s](page))],
            sections.Contains(DefinitionsId, StringComparer.Ordinal) ? Definitions : null);
    }
}
