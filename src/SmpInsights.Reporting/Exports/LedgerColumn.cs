using SmpInsights.Outcomes.Finance;
using SmpInsights.Reporting.Finance;
using SmpInsights.Reporting.Workbooks;

namespace SmpInsights.Reporting.Exports;

/// <summary>A text column of an exported ledger: its header in a workbook, its name in a CSV file, its width in a sheet where one is given, else that of the names. A code is written in small letters in a CSV file, as it is imported.</summary>
internal sealed record LedgerColumn(string Header, string Name, double Width, Func<LedgerEntry, LedgerNames, string?> Text, Func<LedgerNames, IEnumerable<string>>? Names = null, bool IsCode = false)
{
    /// <summary>Longer names are cut by the cell beside.</summary>
    private const double Widest = 48;

    /// <summary>After payment and date, before the amounts.</summary>
    public static IReadOnlyList<LedgerColumn> All { get; } =
    [
        new("Clinic", "clinic_id", 12, (e, _) => e.Clinic),
        new("Client", "client_id", 14, (e, _) => e.Client),
        new("Treatment", "treatment_id", 14, (e, _) => e.Treatment),
        new("Touch-up", "touch_up_id", 14, (e, _) => e.TouchUp),
        new("Kind", "kind", 10, (e, _) => LedgerPage.Kind(e.Kind), IsCode: true),
        new("Method", "method", 12, (e, _) => e.Method),
        new("Technique id", "technique_id", 15, (e, _) => e.Technique, n => n.Techniques.Keys),
        new("Technique", "technique", 13, (e, n) => n.Techniques.GetValueOrDefault(e.Technique), n => n.Techniques.Values),
        new("Practitioner id", "practitioner_id", 18, (e, _) => e.Practitioner, n => n.Practitioners.Keys),
        new("Practitioner", "practitioner", 15, (e, n) => n.Practitioners.GetValueOrDefault(e.Practitioner), n => n.Practitioners.Values),
        new("Currency", "currency", 12, (e, _) => e.Currency),
    ];

    /// <summary>Wide enough for its header and for all names in it.</summary>
    public double WidthFor(LedgerNames names) => Math.Round(Math.Min((Names?.Invoke(names) ?? []).Select(name => SheetText.Room(name)).Append(Width).Max(), Widest), 1);

    public static IReadOnlyList<(string Header, string Name, Func<Takings, decimal> Of)> Amounts { get; } =
    [
        ("Gross", "gross", t => t.Gross),
        ("Refunds", "refunds", t => t.Refunds),
        ("Received", "received", t => t.Received),
        ("Tax", "tax", t => t.Tax),
        ("Net", "net", t => t.Net),
    ];
}
