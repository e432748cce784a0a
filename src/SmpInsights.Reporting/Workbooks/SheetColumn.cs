namespace SmpInsights.Reporting.Workbooks;

/// <summary>A column of a sheet's table. An estimate fills three of them.</summary>
internal sealed record SheetColumn(string Header, bool Right);
