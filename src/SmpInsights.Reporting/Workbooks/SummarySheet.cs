using ClosedXML.Excel;
using SmpInsights.Reporting.Documents;

namespace SmpInsights.Reporting.Workbooks;

/// <summary>The first sheet: what a reader in a hurry needs, and the key figures as a table.</summary>
internal static class SummarySheet
{
    /// <summary>What sentences have across the sheet at least, in units of width.</summary>
    private const double Room = 110;

    private const string Lower = "Lower 95 %";
    private const string Upper = "Upper 95 %";

    private static readonly SheetColumn[] Columns =
    [
        new("Measure", Right: false), new("When", Right: false), new("Value", Right: true),
        new(Lower, Right: true), new(Upper, Right: true), new("Note", Right: false),
    ];

    public static void Write(IXLWorksheet sheet, ReportDocument document)
    {
        SheetSetup.Titles(sheet, document.Title, SheetSetup.Facts(document));
        var tiles = document.Blocks.OfType<TilesBlock>().SelectMany(block => block.Tiles).ToArray();
        var rows = tiles.SelectMany(tile => Rows(document, tile)).ToArray();
        int[] filled = [.. Enumerable.Range(0, Columns.Length).Where(c => Columns[c].Header is not (Lower or Upper) || Array.Exists(rows, cells => cells[c] is EstimateCell))];
        var table = new SheetTable("Key_figures", [.. filled.Select(c => Columns[c])], [.. rows.Select(cells => (IReadOnlyList<Cell>)[.. filled.Select(c => cells[c])])], widest: 56, isFiltered: false);
        var widths = table.Widths.ToArray();
        widths[^1] = Math.Max(widths[^1], Room - widths[..^1].Sum());
        for (var c = 0; c < widths.Length; c++)
            sheet.Column(c + 1).Width = widths[c];
        var row = SheetSetup.BackRow + 2;
        var height = PageLayout.HeadHeight;
        if (document.Subtitle.Length > 0)
            Sentence(document.Subtitle);
        row++;
        foreach (var headline in document.Headlines)
            Sentence("• " + headline);
        row++;
        var header = tiles.Length > 0 ? row : 0;
        if (tiles.Length > 0)
        {
            row = table.Write(sheet, row, 1, BookColours.Of(document));
            height += table.Height;
        }

        height += 3 * SheetTable.RowHeight;
        sheet.SheetView.FreezeRows(2);
        sheet.PageSetup.PrintAreas.Add(1, 1, row - 1, widths.Length);
        var (across, down) = (Paper.MostPixels(widths), height * Paper.PixelsPerPoint);
        var isOnePage = Paper.Scale(across, down) >= Paper.SmallestScale;
        SheetSetup.Page(sheet, document, isOnePage ? Paper.Lies(across, down) : Paper.LiesByWidth(across), isOnePage ? 1 : 0, isOnePage ? 0 : header);

        void Sentence(string text)
        {
            CellWriter.Text(sheet.Cell(row, 1), text);
            SheetSetup.FromLeft(sheet.Cell(row, 1));
            var cells = sheet.Range(row, 1, row, widths.Length).Merge();
            cells.Style.Alignment.WrapText = true;
            cells.Style.Alignment.Vertical = XLAlignmentVerticalValues.Top;
            sheet.Row(row).Height = 4 + (13 * SheetText.Lines(text, widths.Sum() + 2));
            height += sheet.Row(row++).Height;
        }
    }

    private static IEnumerable<IReadOnlyList<Cell>> Rows(ReportDocument document, Tile tile)
    {
        yield return Row(tile.Label, document.Facts.Period, tile.Value, Remark(tile));
        foreach (var comparison in tile.Comparisons)
            yield return Row(tile.Label, comparison.Label, comparison.Value, "");
    }

    private static string Remark(Tile tile)
    {
        var tone = tile.Tone switch { Tone.Improvement => "Improvement", Tone.Concern => "Needs attention", _ => "" };
        return string.Join(". ", new[] { tone, SheetText.Raised(tile.Note ?? "") }.Where(part => part.Length > 0));
    }

    private static IReadOnlyList<Cell> Row(string measure, string when, Cell value, string note) =>
        [new TextCell(measure), new TextCell(when), value, End(value, (value as EstimateCell)?.Lower), End(value, (value as EstimateCell)?.Upper), new TextCell(note)];

    private static Cell End(Cell value, double? end) =>
        value is EstimateCell estimate && end is { } known ? new EstimateCell(known, null, null, estimate.Format) : new TextCell("");
}
