using System.Globalization;
using ClosedXML.Excel;
using SmpInsights.Reporting.Documents;

namespace SmpInsights.Reporting.Workbooks;

/// <summary>Everything in the workbook with a link to its place, and on each sheet a link back.</summary>
internal static class ContentsSheet
{
    private const int Header = 4;
    private const double WidestTitle = 90;

    private static readonly SheetColumn[] Columns = [new("Title", Right: false), new("Holds", Right: false), new("Section", Right: false), new("Sheet", Right: false)];

    public static void Write(IXLWorksheet sheet, ReportDocument document, IReadOnlyList<ContentsEntry> entries)
    {
        SheetSetup.Titles(sheet, "Contents", SheetSetup.Facts(document));
        var table = new SheetTable("Contents", Columns, [.. entries.Select(entry => (IReadOnlyList<Cell>)[new TextCell(entry.Title), new TextCell(entry.Kind), new TextCell(entry.Section), new TextCell(entry.Sheet.Name)])], widest: WidestTitle, isFiltered: false);
        for (var c = 0; c < table.Widths.Count; c++)
            sheet.Column(c + 1).Width = table.Widths[c];
        var next = table.Write(sheet, Header, 1, BookColours.Of(document));
        for (var i = 0; i < entries.Count; i++)
            SheetSetup.Link(sheet.Cell(Header + 1 + i, 1), entries[i].Sheet.Name, string.Create(CultureInfo.InvariantCulture, $"A{entries[i].Row}"));
        sheet.SheetView.FreezeRows(Header);
        sheet.PageSetup.PrintAreas.Add(1, 1, next - 1, table.Widths.Count);
        var width = Paper.MostPixels(table.Widths);
        var height = (PageLayout.HeadHeight + table.Height) * Paper.PixelsPerPoint;
        var isOnePage = Paper.Scale(width, height) >= Paper.SmallestScale;
        SheetSetup.Page(sheet, document, isOnePage ? Paper.Lies(width, height) : Paper.LiesByWidth(width), isOnePage ? 1 : 0, Header);
        foreach (var other in entries.Select(entry => entry.Sheet).Distinct())
        {
            var back = other.Cell(SheetSetup.BackRow, 1);
            CellWriter.Text(back, "← " + sheet.Name);
            SheetSetup.FromLeft(back);
            SheetSetup.Link(back, sheet.Name);
        }
    }
}
