using ClosedXML.Excel;
using SmpInsights.Reporting.Documents;

namespace SmpInsights.Reporting.Workbooks;

/// <summary>A sheet as the contents list it.</summary>
internal sealed record ContentsEntry(IXLWorksheet Sheet, string Kind, string Title, string Section);

/// <summary>All sheets with a link to each, and on each a link back.</summary>
internal static class ContentsSheet
{
    private const int Header = 4;

    private static readonly SheetColumn[] Columns = [new("Sheet", Right: false), new("Holds", Right: false), new("Title", Right: false), new("Section", Right: false)];

    public static void Write(IXLWorksheet sheet, ReportDocument document, IReadOnlyList<ContentsEntry> entries)
    {
        SheetSetup.Titles(sheet, "Contents", SheetSetup.Facts(document));
        var writer = new SheetTable(sheet, BookColours.Of(document));
        writer.Write("Contents", Header, Columns, [.. entries.Select(entry => (IReadOnlyList<Cell>)[new TextCell(entry.Sheet.Name), new TextCell(entry.Kind), new TextCell(entry.Title), new TextCell(entry.Section)])]);
        for (var i = 0; i < entries.Count; i++)
            SheetSetup.Link(sheet.Cell(Header + 1 + i, 1), entries[i].Sheet.Name);
        writer.SetWidths();
        sheet.SheetView.FreezeRows(Header);
        SheetSetup.Page(sheet, document, writer.TotalWidth, Header);
        foreach (var entry in entries)
        {
            var back = entry.Sheet.Cell(SheetSetup.BackRow, 1);
            CellWriter.Text(back, "← " + sheet.Name);
            SheetSetup.FromLeft(back);
            SheetSetup.Link(back, sheet.Name);
        }
    }
}
