using ClosedXML.Excel;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Workbooks.Charts;

namespace SmpInsights.Reporting.Workbooks;

/// <summary>A sheet being written: one long table that goes on over pages, or as many blocks of a section as a page holds.</summary>
internal sealed class SheetPage
{
    /// <summary>The row of what comes first, below title, facts, the link back and a gap.</summary>
    private const int First = SheetSetup.BackRow + 2;

    private readonly PageLayout _layout;
    private readonly List<Func<int, int>> _below = [];

    private SheetPage(IXLWorksheet sheet, ReportDocument document, PageLayout layout, List<CachedFormula> formulas)
    {
        (Sheet, Document, _layout, Formulas) = (sheet, document, layout, formulas);
        Band = BookColours.Of(document);
        Helpers = new HelperColumns(sheet, layout.Widths.Count + 2, formulas);
    }

    public IXLWorksheet Sheet { get; }

    public ReportDocument Document { get; }

    public XLColor Band { get; }

    /// <summary>Values of the formulas written.</summary>
    public List<CachedFormula> Formulas { get; }

    /// <summary>The charts written.</summary>
    public List<ChartPlan> Charts { get; } = [];

    public HelperColumns Helpers { get; }

    /// <summary>The size of each chart.</summary>
    public ChartSize Chart => _layout.Chart;

    /// <summary>Columns that are printed.</summary>
    public int Printed => _layout.Printed;

    /// <summary>Writes a sheet of blocks; returns it and the row in which each block begins.</summary>
    public static (SheetPage Page, IReadOnlyList<int> Starts) Write(IXLWorksheet sheet, ReportDocument document, string title, IReadOnlyList<SheetBlock> blocks, List<CachedFormula> formulas)
    {
        var page = new SheetPage(sheet, document, new PageLayout(blocks), formulas);
        return (page, page.Write(title, blocks));
    }

    /// <summary>Has something written below what is printed: it is given a row, and returns the first after it.</summary>
    public void Below(Func<int, int> write) => _below.Add(write);

    private List<int> Write(string title, IReadOnlyList<SheetBlock> blocks)
    {
        SheetSetup.Titles(Sheet, title, SheetSetup.Facts(Document));
        for (var c = 0; c < _layout.Widths.Count; c++)
            Sheet.Column(c + 1).Width = _layout.Widths[c];
        Sheet.Row(First - 1).Height = PageLayout.GapHeight;
        var (starts, row) = blocks.Count == 1 ? ([1], blocks[0].Write(this, First, titleRow: 1)) : Stacked(blocks);
        Sheet.PageSetup.PrintAreas.Add(1, 1, row - 1, _layout.Printed);
        if (blocks is [{ IsLong: true }] && !_layout.FitsPage)
            OverPages();
        else
            SheetSetup.Page(Sheet, Document, _layout.Lies, pagesDown: 1, headerRow: 0);
        row += 2;
        foreach (var write in _below)
            row = write(row) + 2;
        Helpers.Fold();
        return starts;
    }

    /// <summary>A long table, its header on each page.</summary>
    private void OverPages()
    {
        var header = Sheet.Tables.Single().HeadersRow().RowNumber();
        var across = Paper.Across(_layout.Width);
        var lies = across > 1 || Paper.LiesByWidth(_layout.Width);
        var down = across > 1 ? 0 : Paper.MostDown(_layout.Width, _layout.Height, Sheet.Row(header).Height * Paper.PixelsPerPoint, lies);
        SheetSetup.Page(Sheet, Document, lies, down, header, across);
    }

    private (List<int> Starts, int Next) Stacked(IReadOnlyList<SheetBlock> blocks)
    {
        var starts = new List<int>();
        var row = First;
        foreach (var block in blocks)
        {
            if (starts.Count > 0)
                Sheet.Row(row++).Height = PageLayout.GapHeight;
            starts.Add(row);
            SheetSetup.Heading(Sheet.Cell(row, 1), block.Title);
            Sheet.Row(row).Height = PageLayout.TitleHeight;
            row = block.Write(this, row + 1, titleRow: row);
        }

        return (starts, row);
    }
}
