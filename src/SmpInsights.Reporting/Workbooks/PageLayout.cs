using SmpInsights.Reporting.Workbooks.Charts;

namespace SmpInsights.Reporting.Workbooks;

/// <summary>The columns of a sheet of blocks, and how it is printed: upright unless its tables are too wide for that, charts as wide as the page.</summary>
internal sealed class PageLayout
{
    /// <summary>In points.</summary>
    public const double TitleHeight = 18;
    public const double GapHeight = 14;
    public const double HeadHeight = 24 + (2 * SheetTable.RowHeight);

    /// <summary>What titles and remarks have at least, in units of width.</summary>
    public const double Narrowest = 78;

    /// <summary>A column that no table needs, in units of width.</summary>
    private const double SpareColumn = 9;

    /// <summary>In pixels: a chart ends with a column, which may leave it a little narrower than others.</summary>
    private const double NarrowestChart = 740;

    /// <summary>In pixels: charts grow with the room that the page leaves them, by so much at most.</summary>
    private const double MostStretch = 160;

    /// <summary>The share of that room that they take: programs round heights of rows up.</summary>
    private const double StretchShare = 0.9;

    /// <summary>A printed page that holds less is all but empty.</summary>
    private const double SmallShare = 0.28;

    private readonly List<double> _widths = [];

    public PageLayout(IReadOnlyList<SheetBlock> blocks)
    {
        foreach (var table in blocks.SelectMany(block => block.Tables))
            Widen(table.Widths);
        var charts = blocks.Count(block => block.HasChart);
        Printed = Math.Max(blocks.Max(block => block.ColumnsPrinted), ColumnsUpTo(Math.Max(charts > 0 ? NarrowestChart : 0, Paper.Pixels([Math.Max(Narrowest, TitleRoom(blocks))]))));
        Width = Paper.MostPixels(_widths.Take(Printed));
        Height = (HeadHeight + HeightOf(blocks)) * Paper.PixelsPerPoint;
        Lies = Paper.Lies(Width, Height);
        var spare = (Paper.HeightBeside(Width, Lies) - Height) * StretchShare / Math.Max(1, charts);
        Chart = new ChartSize(Math.Floor(Paper.Pixels(_widths.Take(Printed))), ChartSize.Shortest + Math.Floor(Math.Clamp(spare, 0, MostStretch)));
    }

    public IReadOnlyList<double> Widths => _widths;

    /// <summary>Columns that are printed.</summary>
    public int Printed { get; }

    /// <summary>Of what is printed, in pixels.</summary>
    public double Width { get; }

    public double Height { get; }

    /// <summary>Whether what goes on one page is printed on a lying one.</summary>
    public bool Lies { get; }

    /// <summary>The size of each chart.</summary>
    public ChartSize Chart { get; }

    /// <summary>Whether all of it is read on one page.</summary>
    public bool FitsPage => Paper.Scale(Width, Height) >= Paper.SmallestScale;

    /// <summary>Whether a page with nothing but these would be all but empty.</summary>
    public static bool IsSmall(IReadOnlyList<SheetBlock> blocks) =>
        !blocks.Any(block => block.IsLong || block.HasChart) && HeightOf(blocks) * Paper.PixelsPerPoint < Paper.HeightBeside(ChartSize.PageWidth, lies: false) * SmallShare;

    private static double HeightOf(IReadOnlyList<SheetBlock> blocks) => blocks.Sum(block => block.Height + GapHeight + (blocks.Count == 1 ? 0 : TitleHeight));

    /// <summary>The title of the sheet is larger than those of its blocks.</summary>
    private static double TitleRoom(IReadOnlyList<SheetBlock> blocks) =>
        Math.Max(SheetText.Room(SheetBlocks.Title(blocks), bold: true) * SheetSetup.TitleSize / WorkbookWriter.FontSize, blocks.Max(block => SheetText.Room(block.Title, bold: true)));

    private void Widen(IReadOnlyList<double> widths)
    {
        for (var c = 0; c < widths.Count; c++)
        {
            if (c == _widths.Count)
                _widths.Add(widths[c]);
            _widths[c] = Math.Max(_widths[c], widths[c]);
        }
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
            room += Paper.Pixels([_widths[count]]);
        }
    }
}
