namespace SmpInsights.Reporting.Workbooks;

/// <summary>A formula's cell and its value, kept in the file for programs that do not compute when they open it.</summary>
internal sealed record CachedFormula(string Sheet, string Address, double Value);
