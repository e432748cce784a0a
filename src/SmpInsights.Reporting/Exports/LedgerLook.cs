namespace SmpInsights.Reporting.Exports;

/// <summary>What an exported workbook is called in its footers and properties, and the colour behind its headers, as <c>RRGGBB</c>.</summary>
internal sealed record LedgerLook(string Title, string Band);
