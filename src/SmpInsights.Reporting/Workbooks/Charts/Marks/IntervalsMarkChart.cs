using SmpInsights.Reporting.Figures;
using SmpInsights.Reporting.Svg;

namespace SmpInsights.Reporting.Workbooks.Charts.Marks;

/// <summary>Markers with error bars, whose lengths helpers take from the table's limits. Several such marks stand a little apart.</summary>
internal sealed class IntervalsMarkChart : MarkChart<IntervalsMark>
{
    protected override IEnumerable<DataColumn> Columns(IntervalsMark mark) =>
    [
        new(mark.Series.Name, [.. mark.Points.Select(point => (point.X, (object?)point.Value))]),
        new(mark.Series.Name + ", lower", [.. mark.Points.Select(point => (point.X, (object?)point.Lower))]),
        new(mark.Series.Name + ", upper", [.. mark.Points.Select(point => (point.X, (object?)point.Upper))]),
    ];

    protected override void Draw(IntervalsMark mark, IReadOnlyList<PlacedColumn> columns, Plot plot)
    {
        var style = plot.Style(mark.Series);
        plot.Add(new ChartSeries(plot.Name(mark, columns[0]), Positions(mark, columns[0], plot), plot.Cells(columns[0]))
        {
            Marker = ChartLook.Marker(style),
            Errors = new Whiskers(
                Lengths(mark.Series.Name + ", up", columns[0], columns[2], plot, above: true),
                Lengths(mark.Series.Name + ", down", columns[0], columns[1], plot, above: false),
                ChartLook.Whisker(style)),
            InLegend = plot.Leads(mark),
        });
    }

    private static CellRun Positions(IntervalsMark mark, PlacedColumn column, Plot plot)
    {
        var group = plot.Figure.Marks.OfType<IntervalsMark>().ToList();
        if (group.Count < 2)
            return plot.Positions;
        var shift = (group.IndexOf(mark) - ((group.Count - 1) / 2.0)) * Math.Min(0.8 / group.Count, 0.28) * Math.Max(Scales.BarSlot(plot.Figure), 1);
        var cells = new HelperCell[plot.RowCount];
        for (var i = 0; i < column.Rows.Count; i++)
            cells[column.Rows[i]] = new HelperCell(plot.PositionNumber(mark.Points[i].X) + shift);
        return plot.Helpers.Add(mark.Series.Name + ", place", cells, "General");
    }

    private static CellRun Lengths(string name, PlacedColumn value, PlacedColumn end, Plot plot, bool above)
    {
        var cells = new HelperCell[plot.RowCount];
        for (var i = 0; i < end.Rows.Count; i++)
        {
            if (end.Data.Points[i].Value is not double limit)
                continue;
            var middle = (double)value.Data.Points[i].Value!;
            cells[end.Rows[i]] = above
                ? new HelperCell(limit - middle, plot.AddressOf(end, i) + "-" + plot.AddressOf(value, i))
                : new HelperCell(middle - limit, plot.AddressOf(value, i) + "-" + plot.AddressOf(end, i));
        }

        return plot.Helpers.Add(name, cells, plot.ValueFormat);
    }
}
