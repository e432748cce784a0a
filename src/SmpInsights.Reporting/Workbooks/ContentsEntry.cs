using ClosedXML.Excel;

namespace SmpInsights.Reporting.Workbooks;

/// <summary>Something in the workbook as the contents list it: its sheet, and the row in which it begins.</summary>
internal sealed record ContentsEntry(IXLWorksheet Sheet, int Row, string Kind, string Title, string Section);
