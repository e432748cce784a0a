namespace SmpInsights.Reporting.Exports;

/// <summary>A sheet of payments that was written.</summary>
public sealed record ExportedSheet(string Name, string Currency, int Payments);
