using SmpInsights.Outcomes.Finance;
using SmpInsights.Reporting.Finance;

namespace SmpInsights.Reporting.Exports;

/// <summary>A text column of an exported ledger: its header in a workbook, its name in a CSV file, its width in a sheet. A code is written in small letters in a CSV file, as it is imported.</summary>
internal sealed record LedgerColumn(string Header, string Name, double Width, Func<LedgerEntry, LedgerNames, string?> Text, bool IsCode = false)
{
    /// <summary>After payment and date, before the amounts.</summary>
    public static IReadOnlyList<LedgerColumn> All { get; } =
    [
        new("Clinic", "clinic_id", 12, (e, _) => e.Clinic),
        new("Client", "client_id", 16, (e, _) => e.Client),
        new("Treatment", "treatment_id", 16, (e, _) => e.Treatment),
        new("Touch-up", "touch_up_id", 16, (e, _) => e.TouchUp),
        new("Kind", "kind", 10, (e, _) => LedgerPage.Kind(e.Kind), IsCode: true),
        new("Method", "method", 12, (e, _) => e.Method),
        new("Technique id", "technique_id", 16, (e, _) => e.Technique),
        new("Technique", "technique", 20, (e, n) => n.Techniques.GetValueOrDefault(e.Technique)),
        new("Practitioner id", "practitioner_id", 15, (e, _) => e.Practitioner),
        new("Practitioner", "practitioner", 22, (e, n) => n.Practitioners.GetValueOrDefault(e.Practitioner)),
        new("Currency", "currency", 9, (e, _) => e.Currency),
    ];

    public static IReadOnlyList<(string Header, string Name, Func<Takings, decimal> Of)> Amounts { get; } =
    [
        ("Gross", "gross", t => t.Gross),
        ("Refunds", "refunds", t => t.Refunds),
        ("Received", "received", t => t.Received),
        ("Tax", "tax", t => t.Tax),
        ("Net", "net", t => t.Net),
    ];
}
