using ClosedXML.Excel;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Figures;
using SmpInsights.Reporting.Workbooks.Charts;

namespace SmpInsights.Reporting.Workbooks;

/// <summary>One figure on a sheet of its own: the chart, what is said below it, and the table that it reads.</summary>
internal static class FigureSheet
{
    private const int ChartRow = 5;
    private const double SpareColumn = 10;
    private const double PixelsPerUnit = 7.4;

    /// <summary>A table wider than this many charts would shrink the chart beside it until nothing is read in print.</summary>
    private const double WidestPrinted = 1.25;

    /// <summary>Up to this width an upright page holds a chart and its table at a size that is read.</summary>
    private const double LandscapeFrom = 140;

    /// <summary>Rows on about two pages; more is for the screen.</summary>
    private const int LongestPrinted = 60;

    /// <summary>Writes the sheet; formulas are added to those given. Returns the chart, or null where there is no data to draw.</summary>
    public static ChartPlan? Write(IXLWorksheet sheet, ReportDocument document, Figure figure, List<CachedFormula> formulas)
    {
        SheetSetup.Titles(sheet, figure.Title, SheetSetup.Facts(document));
        if (figure.Subtitle.Length > 0)
            SheetSetup.Note(sheet, 4, figure.Subtitle);
        if (figure.Marks.OfType<HeatMapMark>().FirstOrDefault() is { HasData: true } heat)
            return HeatMap(sheet, document, figure, heat);
        var table = new FigureTable(figure);
        var drawn = table.Positions.Count > 0 && !IsBeforeExcel(table);
        var row = ChartRow;
        for (; drawn && row < ChartRow + ChartSize.Rows; row++)
            sheet.Row(row).Height = ChartSize.RowHeight;
        foreach (var note in Notes(figure, table, drawn))
            SheetSetup.Note(sheet, row++, note);
        var writer = new SheetTable(sheet, BookColours.Of(document), widest: 34) { Filter = false };
        if (figure.AtRisk is { } atRisk)
            row = AtRisk(sheet, writer, figure, atRisk, row + 1);
        var header = row + 2;
        var next = writer.Write("Figure_" + Name(figure.Id), header, table.Columns, table.Rows, "No data yet" + (figure.NoDataReason is { } reason ? ": " + reason : ""));
        writer.SetWidths();
        var printed = !drawn || (table.Rows.Count <= LongestPrinted && writer.TotalWidth * PixelsPerUnit <= ChartSize.Width * WidestPrinted);
        Heading(sheet, header - 1, printed ? "Data of the chart" : "Data of the chart (too much to be printed with it)");
        var columns = Columns(sheet, printed ? writer.ColumnCount : 1 + (figure.AtRisk?.At.Count ?? 0), next: writer.ColumnCount);
        var helpers = new HelperColumns(sheet, Math.Max(columns, writer.ColumnCount) + 2, header, formulas);
        var plan = drawn ? Plan(sheet, figure, table, header, helpers) : null;
        helpers.Fold();
        SheetSetup.Page(sheet, document, Enumerable.Range(1, columns).Sum(c => sheet.Column(c).Width), printed ? header : 0, LandscapeFrom);
        sheet.PageSetup.PrintAreas.Add(1, 1, printed ? next - 1 : header - 2, columns);
        sheet.Workbook.NamedRanges.Add("FigureData_" + Name(figure.Id), sheet.Range(header, 1, next - 1, table.Columns.Count));
        return plan;
    }

    private static ChartPlan? HeatMap(IXLWorksheet sheet, ReportDocument document, Figure figure, HeatMapMark heat)
    {
        SheetSetup.Note(sheet, ChartRow, Foot(figure));
        var header = ChartRow + 2;
        var writer = new SheetTable(sheet, BookColours.Of(document), widest: 34) { Filter = false };
        var next = HeatMapSheet.Write(sheet, writer, figure, heat, "Figure_" + Name(figure.Id), header);
        writer.SetWidths();
        SheetSetup.Page(sheet, document, writer.TotalWidth, header);
        sheet.PageSetup.PrintAreas.Add(1, 1, next - 1, writer.ColumnCount);
        sheet.Workbook.NamedRanges.Add("FigureData_" + Name(figure.Id), sheet.Range(header, 1, next - 1, writer.ColumnCount));
        return null;
    }

    private static string Foot(Figure figure) => string.Join(" · ", new[] { figure.Footnote.Count, "as of " + Print.Day(figure.Footnote.AsOf), figure.Footnote.Source }.Where(part => part.Length > 0));

    private static ChartPlan Plan(IXLWorksheet sheet, Figure figure, FigureTable table, int header, HelperColumns helpers)
    {
        var kind = PlotKinds.Of(figure, table);
        var plot = new Plot(figure, table, kind, sheet.Name, header + 1, helpers);
        foreach (var mark in figure.Marks.Where(mark => mark.HasData || mark is RuleMark or TextMark))
            MarkCharts.Of(mark).Draw(mark, table.Of(mark), plot);
        var names = CategoryNames.Add(plot);
        var gaps = kind == PlotKind.Scatter || figure.Marks.SelectMany(table.Of).Any(column => column.Data.Joins && column.Data.Points.Any(point => point.Value is null));
        return new ChartPlan(figure, kind, new CellRun(sheet.Name, 1, 1, 1), plot.X, plot.Y, table.Positions, plot.Series, SheetText.Clean(AltText.Of(figure)), ChartRow, gaps) { NameRoom = names };
    }

    private static IEnumerable<string> Notes(Figure figure, FigureTable table, bool drawn)
    {
        if (!drawn)
            yield return table.Positions.Count > 0 ? "No chart: a workbook's dates begin on 1 March 1900." : "No data yet" + (figure.NoDataReason is { } reason ? ": " + reason : "");
        yield return Foot(figure);
        if (figure.Marks.OfType<StepMark>().Any(step => step.Censored is { Count: > 0 }))
            yield return "+ followed no further (censored)";
        foreach (var rule in figure.Marks.OfType<RuleMark>())
            yield return $"Reference line at {CellText.Of(FigureTable.Value(rule.Direction == RuleDirection.Horizontal ? figure.Y : figure.X, rule.At))}: {rule.Label}";
    }

    private static int AtRisk(IXLWorksheet sheet, SheetTable writer, Figure figure, AtRiskTable atRisk, int row)
    {
        Heading(sheet, row, atRisk.Title);
        return writer.Write(
            "AtRisk_" + Name(figure.Id), row + 1,
            [new SheetColumn(figure.X.Title, Right: false), .. atRisk.At.Select(at => new SheetColumn(CellText.Of(FigureTable.Value(figure.X, at)), Right: true))],
            [.. atRisk.Rows.Select(group => (IReadOnlyList<Cell>)[new TextCell(group.Group), .. group.Counts])]);
    }

    /// <summary>The columns that are printed: at least so many, and as many more as the chart covers; those beyond the tables get a width.</summary>
    private static int Columns(IXLWorksheet sheet, int least, int next)
    {
        var room = 0.0;
        for (var column = 1; ; column++)
        {
            if (column > next)
                sheet.Column(column).Width = SpareColumn;
            room += sheet.Column(column).Width * PixelsPerUnit;
            if (column >= least && room >= ChartSize.Width)
                return column;
        }
    }

    private static void Heading(IXLWorksheet sheet, int row, string text)
    {
        CellWriter.Text(sheet.Cell(row, 1), text);
        sheet.Cell(row, 1).Style.Font.Bold = true;
        SheetSetup.FromLeft(sheet.Cell(row, 1));
    }

    private static bool IsBeforeExcel(FigureTable table) => table.PositionAxis is DateAxis && table.Positions[0] < ChartScale.FirstDay;

    private static string Name(string id) => id.Replace('-', '_');
}
