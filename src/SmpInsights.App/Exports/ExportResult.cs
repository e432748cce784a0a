using SmpInsights.Reporting.Exports;

namespace SmpInsights.App.Exports;

/// <summary>What was written where.</summary>
internal sealed record ExportResult(string File, int Payments, IReadOnlyList<ExportedSheet> Sheets, IReadOnlyList<ExportedCurrency> Totals);
