using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Figures;
using SmpInsights.Reporting.Workbooks.Charts;

namespace SmpInsights.Reporting.Workbooks;

/// <summary>One figure: its native chart, what is said below it, and the table that it reads: below it where the page has room, else under everything that is printed.</summary>
internal sealed class FigureOnSheet : SheetBlock
{
    private const double WidestName = 34;
    private const double HeadingHeight = 14;

    /// <summary>The chart ends within a row.</summary>
    private const double ChartHeight = (ChartSize.Shortest / Paper.PixelsPerPoint) + SheetTable.RowHeight;

    /// <summary>What remarks have above and below a chart, in units of width.</summary>
    private const double RemarkRoom = 98;

    /// <summary>More rows are not gone through on paper.</summary>
    private const int MostPrinted = 40;

    /// <summary>In units of width: a wider table would shrink the page, since a line for each of many clients has a column each.</summary>
    private const double WidestPrinted = 112;

    private readonly Figure _figure;
    private readonly FigureTable _values;
    private readonly SheetTable _table;
    private readonly SheetTable? _atRisk;
    private readonly SheetNote _subtitle;
    private readonly SheetNote _note;
    private readonly bool _drawn;
    private readonly bool _printsData;

    /// <param name="figure">With data; any but a heat map.</param>
    /// <param name="title">Its title in the workbook.</param>
    /// <param name="section">The title of its section.</param>
    /// <param name="printsData">Whether the data of its chart are printed; those of a figure without chart are.</param>
    public FigureOnSheet(Figure figure, string title, string section, bool printsData = false)
        : base(title, section)
    {
        figure = OneSided.Of(figure);
        (_figure, _values) = (figure, new FigureTable(figure));
        _drawn = !IsBeforeExcel(_values);
        _table = new SheetTable("Figure_" + Name(figure.Id), _values.Columns, _values.Rows, widest: WidestName, isFiltered: false, isSmall: _drawn);
        _printsData = !_drawn || printsData;
        _atRisk = figure.AtRisk is { } atRisk ? AtRisk(figure, atRisk) : null;
        var room = _drawn ? RemarkRoom : PageLayout.Narrowest;
        _subtitle = new SheetNote(figure.Subtitle.Length > 0 ? [figure.Subtitle] : [], room);
        _note = new SheetNote([.. FigureRemarks.Of(figure, _drawn)], room);
    }

    public override string Kind => "Chart";

    public override bool HasChart => _drawn;

    public override SheetBlock? WithDataPrinted => !_printsData && _values.Rows.Count <= MostPrinted && _table.Widths.Sum() <= WidestPrinted ? new FigureOnSheet(_figure, Title, Section, printsData: true) : null;

    public override IEnumerable<SheetTable> Tables => new[] { _atRisk, _table }.OfType<SheetTable>();

    public override int ColumnsPrinted => Math.Max(_atRisk?.Widths.Count ?? 1, _printsData ? _table.Widths.Count : 1);

    public override double Height => _subtitle.Height + (_drawn ? ChartHeight : 0) + _note.Height
        + (_atRisk is null ? 0 : (2 * HeadingHeight) + _atRisk.Height)
        + (_printsData ? (2 * HeadingHeight) + _table.Height : 0);

    public static string Name(string id) => id.Replace('-', '_');

    public override int Write(SheetPage page, int top, int titleRow)
    {
        var chartRow = _subtitle.Write(page.Sheet, top, page.Printed);
        var row = _note.Write(page.Sheet, _drawn ? BelowChart(page, chartRow) : chartRow, page.Printed);
        if (_atRisk is not null)
        {
            SheetSetup.Heading(page.Sheet.Cell(row + 1, 1), _figure.AtRisk!.Title);
            row = _atRisk.Write(page.Sheet, row + 2, 1, page.Band);
        }

        if (_printsData)
            return Data(page, row + 1, titleRow, chartRow);
        page.Below(start => Data(page, start, titleRow, chartRow));
        return row;
    }

    /// <summary>The first row that the chart leaves free.</summary>
    private static int BelowChart(SheetPage page, int row)
    {
        for (var room = 0.0; room < page.Chart.Height / Paper.PixelsPerPoint; room += SheetTable.RowHeight)
            page.Sheet.Row(row++).Height = SheetTable.RowHeight;
        return row;
    }

    /// <summary>Writes the table, and plans the chart that reads it.</summary>
    private int Data(SheetPage page, int row, int titleRow, int chartRow)
    {
        if (_drawn)
            SheetSetup.Heading(page.Sheet.Cell(row, 1), !_printsData ? $"Data of the chart: {Title}" : "Data of the chart");
        page.Sheet.Row(row).Height = HeadingHeight;
        var header = row + 1;
        var next = _table.Write(page.Sheet, header, 1, page.Band);
        page.Sheet.Workbook.NamedRanges.Add("FigureData_" + Name(_figure.Id), page.Sheet.Range(header, 1, next - 1, _table.Widths.Count));
        if (_drawn)
        {
            page.Helpers.Begin(header);
            page.Charts.Add(ChartPlans.Of(_figure, _values, new CellRun(page.Sheet.Name, 1, titleRow, titleRow), new CellRun(page.Sheet.Name, 1, header + 1, header + _values.Rows.Count), page.Helpers, chartRow, page.Chart));
        }

        return next;
    }

    private static SheetTable AtRisk(Figure figure, AtRiskTable atRisk) => new(
        "AtRisk_" + Name(figure.Id),
        [new SheetColumn(figure.X.Title, Right: false), .. atRisk.At.Select(at => new SheetColumn(CellText.Of(FigureTable.Value(figure.X, at)), Right: true))],
        [.. atRisk.Rows.Select(group => (IReadOnlyList<Cell>)[new TextCell(group.Group), .. group.Counts])], widest: WidestName, isFiltered: false);

    private static bool IsBeforeExcel(FigureTable table) => table.PositionAxis is DateAxis && table.Positions[0] < ChartScale.FirstDay;
}
