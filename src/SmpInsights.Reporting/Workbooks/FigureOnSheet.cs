using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Figures;
using SmpInsights.Reporting.Workbooks.Charts;

namespace SmpInsights.Reporting.Workbooks;

/// <summary>One figure: its native chart, what is said below it, and the table that it reads: beside it or below, or under everything that is printed where it is too much for a page.</summary>
internal sealed class FigureOnSheet : SheetBlock
{
    private const double WidestName = 34;
    private const double SubtitleHeight = 14;
    private const double HeadingHeight = 14;
    private const double ChartHeight = (ChartSize.Height / Paper.PixelsPerPoint) + 3;

    /// <summary>What remarks have below a chart, in units of width.</summary>
    private const double BelowChartRoom = ChartSize.Width / 7.5;

    /// <summary>About as high as a page; more rows are for the screen.</summary>
    private const int MostBeside = 40;

    /// <summary>In units of width: what leaves the chart beside it large enough.</summary>
    private const double WidestBeside = 104;

    /// <summary>A table of few rows takes less of the page below the chart than beside it.</summary>
    private const int MostBelow = 14;
    private const double WidestBesideIfShort = 56;

    /// <summary>A wider table would shrink the page to nothing: a line for each of many clients has a column each.</summary>
    private const double WidestBelow = 150;

    private readonly Figure _figure;
    private readonly FigureTable _values;
    private readonly SheetTable _table;
    private readonly SheetTable? _atRisk;
    private readonly SheetNote _note;
    private readonly bool _drawn;
    private readonly Place _place;

    public FigureOnSheet(Figure figure, string title)
        : base(title)
    {
        (_figure, _values) = (figure, new FigureTable(figure));
        _drawn = _values.Positions.Count > 0 && !IsBeforeExcel(_values);
        _table = new SheetTable("Figure_" + Name(figure.Id), _values.Columns, _values.Rows, whenEmpty: NoData(figure), widest: WidestName, isFiltered: false, isSmall: _drawn);
        _place = !_drawn ? Place.Below
            : _values.Rows.Count <= MostBeside && _table.Widths.Sum() <= (_values.Rows.Count <= MostBelow ? WidestBesideIfShort : WidestBeside) ? Place.Beside
            : _values.Rows.Count <= MostBelow && _table.Widths.Sum() <= WidestBelow ? Place.Below : Place.Apart;
        _atRisk = figure.AtRisk is { } atRisk ? AtRisk(figure, atRisk) : null;
        _note = new SheetNote([.. FigureRemarks.Of(figure, _drawn, _values.Positions.Count > 0, _place == Place.Apart)], _drawn ? BelowChartRoom : PageLayout.Narrowest);
    }

    private enum Place { Beside, Below, Apart }

    public override string Kind => _figure.IsEmpty ? "Chart, no data yet" : "Chart";

    public override bool HasChart => _drawn;

    public override SheetTable? Beside => _place == Place.Beside ? _table : null;

    public override IEnumerable<SheetTable> AtLeft => new[] { _atRisk, _place == Place.Beside ? null : _table }.OfType<SheetTable>();

    public override int ColumnsPrinted => Math.Max(_atRisk?.Widths.Count ?? 1, _place == Place.Below ? _table.Widths.Count : 1);

    public override double Height => (_figure.Subtitle.Length > 0 ? SubtitleHeight : 0)
        + Math.Max((_drawn ? ChartHeight : 0) + _note.Height, _place == Place.Beside ? HeadingHeight + _table.Height : 0)
        + (_atRisk is null ? 0 : (2 * HeadingHeight) + _atRisk.Height)
        + (_place == Place.Below ? (2 * HeadingHeight) + _table.Height : 0);

    public static string Name(string id) => id.Replace('-', '_');

    public static string NoData(Figure figure) => "No data yet" + (figure.NoDataReason is { } reason ? ": " + reason : "");

    public static string Foot(Figure figure) => string.Join(" · ", new[] { figure.Footnote.Count, "as of " + Print.Day(figure.Footnote.AsOf), figure.Footnote.Source }.Where(part => part.Length > 0));

    public override int Write(SheetPage page, int top, int titleRow)
    {
        var row = top;
        if (_figure.Subtitle.Length > 0)
        {
            SheetSetup.Note(page.Sheet, row, _figure.Subtitle);
            page.Sheet.Row(row++).Height = SubtitleHeight;
        }

        var chartRow = row;
        var next = row;
        if (_place == Place.Beside)
            next = Data(page, row, page.BesideColumn, titleRow, chartRow);
        if (_drawn)
            row = BelowChart(page, row, next);
        row = Math.Max(next, _note.Write(page.Sheet, row, _drawn ? page.ChartColumns : page.Printed, next));
        if (_atRisk is not null)
        {
            SheetSetup.Heading(page.Sheet.Cell(row + 1, 1), _figure.AtRisk!.Title);
            row = _atRisk.Write(page.Sheet, row + 2, 1, page.Band);
        }

        if (_place == Place.Below)
            row = Data(page, row + 1, 1, titleRow, chartRow);
        else if (_place == Place.Apart)
            page.Below(start => Data(page, start, 1, titleRow, chartRow));
        return row;
    }

    /// <summary>The first row that the chart leaves free. Rows beside a table keep their height; those after it are given one.</summary>
    private static int BelowChart(SheetPage page, int row, int tableEnd)
    {
        for (var room = 0.0; room < ChartHeight; row++)
        {
            if (row >= tableEnd)
                page.Sheet.Row(row).Height = SheetTable.RowHeight;
            room += page.Sheet.Row(row).Height;
        }

        return row;
    }

    /// <summary>Writes the table, and plans the chart that reads it.</summary>
    private int Data(SheetPage page, int row, int left, int titleRow, int chartRow)
    {
        if (_drawn)
            SheetSetup.Heading(page.Sheet.Cell(row, left), _place == Place.Apart ? $"Data of the chart: {Title}" : "Data of the chart");
        page.Sheet.Row(row).Height = HeadingHeight;
        var header = row + 1;
        var next = _table.Write(page.Sheet, header, left, page.Band);
        page.Sheet.Workbook.NamedRanges.Add("FigureData_" + Name(_figure.Id), page.Sheet.Range(header, left, next - 1, left + _table.Widths.Count - 1));
        if (_drawn)
        {
            page.Helpers.Begin(header);
            page.Charts.Add(ChartPlans.Of(_figure, _values, new CellRun(page.Sheet.Name, 1, titleRow, titleRow), new CellRun(page.Sheet.Name, left, header + 1, header + _values.Rows.Count), page.Helpers, chartRow));
        }

        return next;
    }

    private static SheetTable AtRisk(Figure figure, AtRiskTable atRisk) => new(
        "AtRisk_" + Name(figure.Id),
        [new SheetColumn(figure.X.Title, Right: false), .. atRisk.At.Select(at => new SheetColumn(CellText.Of(FigureTable.Value(figure.X, at)), Right: true))],
        [.. atRisk.Rows.Select(group => (IReadOnlyList<Cell>)[new TextCell(group.Group), .. group.Counts])], widest: WidestName, isFiltered: false);

    private static bool IsBeforeExcel(FigureTable table) => table.PositionAxis is DateAxis && table.Positions[0] < ChartScale.FirstDay;
}
