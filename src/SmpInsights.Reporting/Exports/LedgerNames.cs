namespace SmpInsights.Reporting.Exports;

/// <summary>What techniques and practitioners are called, by id.</summary>
public sealed record LedgerNames(IReadOnlyDictionary<string, string> Techniques, IReadOnlyDictionary<string, string> Practitioners);
