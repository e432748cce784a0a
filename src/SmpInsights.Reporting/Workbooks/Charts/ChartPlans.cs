using SmpInsights.Reporting.Figures;

namespace SmpInsights.Reporting.Workbooks.Charts;

/// <summary>Plans the native chart of a figure whose table is written.</summary>
internal static class ChartPlans
{
    /// <param name="figure">With data.</param>
    /// <param name="table">As it is written.</param>
    /// <param name="title">The cell of the title.</param>
    /// <param name="positions">The first column of the table, without header.</param>
    /// <param name="helpers">Where cells that only the chart reads go.</param>
    /// <param name="row">The chart's first row.</param>
    /// <param name="size">Of the chart.</param>
    public static ChartPlan Of(Figure figure, FigureTable table, CellRun title, CellRun positions, HelperColumns helpers, int row, ChartSize size)
    {
        var kind = PlotKinds.Of(figure, table);
        var plot = new Plot(figure, table, kind, positions, helpers, size);
        foreach (var mark in figure.Marks.Where(mark => mark.HasData || mark is RuleMark or TextMark))
            MarkCharts.Of(mark).Draw(mark, table.Of(mark), plot);
        var names = CategoryNames.Add(plot);
        var gaps = kind == PlotKind.Scatter || figure.Marks.SelectMany(table.Of).Any(column => column.Data.Joins && column.Data.Points.Any(point => point.Value is null));
        return new ChartPlan(figure, kind, title, plot.X, plot.Y, table.Positions, plot.Series, SheetText.Clean(AltText.Of(figure)), row, size, gaps) { Area = names > 0 ? PlotBox.BesideNames(names) : plot.Area };
    }
}
