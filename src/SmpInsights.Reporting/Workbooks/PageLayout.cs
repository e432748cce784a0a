using SmpInsights.Reporting.Workbooks.Charts;

namespace SmpInsights.Reporting.Workbooks;

/// <summary>The columns of a sheet of blocks, and how large it is in print.</summary>
internal sealed class PageLayout
{
    /// <summary>In points.</summary>
    public const double TitleHeight = 18;
    public const double GapHeight = 14;
    public const double HeadHeight = 24 + (2 * SheetTable.RowHeight);

    /// <summary>A column that no table needs, in units of width.</summary>
    private const double SpareColumn = 9;

    /// <summary>Pixels of a unit of width where a program makes it narrowest, so that nothing covers what stands beside it.</summary>
    private const double Least = 7;

    /// <summary>What titles and remarks have at least, in units of width.</summary>
    public const double Narrowest = 78;

    private readonly List<double> _widths = [];

    public PageLayout(IReadOnlyList<SheetBlock> blocks)
    {
        foreach (var table in blocks.SelectMany(block => block.AtLeft))
            Widen(1, table.Widths);
        var printed = Math.Max(blocks.Max(block => block.ColumnsPrinted), ColumnsUpTo(Math.Max(Narrowest, TitleRoom(blocks)) * Least));
        if (blocks.Any(block => block.HasChart))
        {
            ChartColumns = ColumnsUpTo(ChartSize.Width);
            printed = Math.Max(printed, ChartColumns);
            BesideColumn = ColumnsUpTo(ChartSize.Width + 16) + 1;
            foreach (var table in blocks.Select(block => block.Beside).OfType<SheetTable>())
            {
                Widen(BesideColumn, table.Widths);
                printed = Math.Max(printed, BesideColumn + table.Widths.Count - 1);
            }
        }

        Printed = printed;
        Width = _widths.Take(Printed).Sum() * Paper.PixelsPerUnit;
        Height = (HeadHeight + blocks.Sum(block => block.Height + (blocks.Count == 1 ? 0 : TitleHeight + GapHeight))) * Paper.PixelsPerPoint;
    }

    public IReadOnlyList<double> Widths => _widths;

    /// <summary>Columns that are printed.</summary>
    public int Printed { get; }

    /// <summary>Columns that a chart covers.</summary>
    public int ChartColumns { get; }

    /// <summary>The first column of tables beside charts.</summary>
    public int BesideColumn { get; }

    /// <summary>Of what is printed, in pixels.</summary>
    public double Width { get; }

    public double Height { get; }

    /// <summary>Whether all of it is read on one page.</summary>
    public bool FitsPage => Paper.Scale(Width, Height) >= Paper.SmallestScale;

    /// <summary>The title of the only block is the sheet's, which is larger.</summary>
    private static double TitleRoom(IReadOnlyList<SheetBlock> blocks) =>
        blocks.Count == 1 ? SheetText.Room(blocks[0].Title, bold: true) * SheetSetup.TitleSize / WorkbookWriter.FontSize : blocks.Max(block => SheetText.Room(block.Title, bold: true));

    private void Widen(int first, IReadOnlyList<double> widths)
    {
        while (_widths.Count < first + widths.Count - 1)
            _widths.Add(SpareColumn);
        for (var c = 0; c < widths.Count; c++)
            _widths[first - 1 + c] = Math.Max(_widths[first - 1 + c], widths[c]);
    }

    /// <summary>Columns that together are as wide as that many pixels at least; spare ones are added.</summary>
    private int ColumnsUpTo(double pixels)
    {
        var room = 0.0;
        for (var count = 0; ; count++)
        {
            if (room >= pixels)
                return count;
            if (count == _widths.Count)
                _widths.Add(SpareColumn);
            room += _widths[count] * Least;
        }
    }
}
