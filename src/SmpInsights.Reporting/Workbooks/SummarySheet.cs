using ClosedXML.Excel;
using SmpInsights.Reporting.Documents;

namespace SmpInsights.Reporting.Workbooks;

/// <summary>The first sheet: what a reader in a hurry needs, and the key figures as a table.</summary>
internal static class SummarySheet
{
    private static readonly SheetColumn[] Columns =
    [
        new("Measure", Right: false), new("When", Right: false), new("Value", Right: true),
        new("Lower 95 %", Right: true), new("Upper 95 %", Right: true), new("Note", Right: false),
    ];

    public static void Write(IXLWorksheet sheet, ReportDocument document)
    {
        SheetSetup.Titles(sheet, document.Title, SheetSetup.Facts(document));
        var row = SheetSetup.BackRow + 1;
        if (document.Subtitle.Length > 0)
            CellWriter.Text(sheet.Cell(row++, 1), document.Subtitle);
        foreach (var headline in document.Headlines)
        {
            row++;
            CellWriter.Text(sheet.Cell(row, 1), "• " + headline);
            SheetSetup.FromLeft(sheet.Cell(row, 1));
            sheet.Range(row, 1, row, Columns.Length).Merge().Style.Alignment.WrapText = true;
            sheet.Row(row).Height = 16 * Math.Ceiling(SheetText.Room(headline) / 110);
        }

        row += 2;
        var tiles = document.Blocks.OfType<TilesBlock>().SelectMany(block => block.Tiles).ToArray();
        var writer = new SheetTable(sheet, BookColours.Of(document));
        writer.Write("Key_figures", row, Columns, [.. tiles.SelectMany(tile => Rows(document, tile))], "This report has no key figures.");
        writer.SetWidths();
        sheet.SheetView.FreezeRows(2);
        SheetSetup.Page(sheet, document, writer.TotalWidth, headerRow: 0);
    }

    private static IEnumerable<IReadOnlyList<Cell>> Rows(ReportDocument document, Tile tile)
    {
        yield return Row(tile.Label, document.Facts.Period, tile.Value, Remark(tile));
        foreach (var comparison in tile.Comparisons)
            yield return Row(tile.Label, comparison.Label, comparison.Value, "");
    }

    private static string Remark(Tile tile)
    {
        var tone = tile.Tone switch { Tone.Improvement => "improvement", Tone.Concern => "needs attention", _ => "" };
        return string.Join("; ", new[] { tone, tile.Note ?? "" }.Where(part => part.Length > 0));
    }

    private static IReadOnlyList<Cell> Row(string measure, string when, Cell value, string note) =>
        [new TextCell(measure), new TextCell(when), value, End(value, (value as EstimateCell)?.Lower), End(value, (value as EstimateCell)?.Upper), new TextCell(note)];

    private static Cell End(Cell value, double? end) =>
        value is EstimateCell estimate && end is { } known ? new EstimateCell(known, null, null, estimate.Format) : new TextCell("");
}
