using SmpInsights.Reporting.Figures;

namespace SmpInsights.Reporting.Workbooks.Charts.Marks;

/// <summary>Bars in a scatter chart: error bars as thick as bars, each from its end back to its start.</summary>
internal static class ThickLines
{
    private const double Thickest = 60;

    public static void Draw(Mark mark, PlacedColumn column, Plot plot, double offset, double width, Func<DataPoint, double> start)
    {
        var style = plot.Style(Svg.MarkSeries.Of(mark)!);
        var name = column.Data.Name;
        var positions = new List<HelperCell>();
        var ends = new List<HelperCell>();
        var (down, up) = (new List<HelperCell>(), new List<HelperCell>());
        for (var i = 0; i < column.Rows.Count; i++)
        {
            positions.Add(new HelperCell(plot.PositionNumber(column.Data.Points[i].X) + offset));
            var (end, below, above) = (default(HelperCell), default(HelperCell), default(HelperCell));
            if (column.Data.Points[i] is { X: var x, Value: double value })
            {
                var from = start(new DataPoint(x, value));
                var address = plot.AddressOf(column, i);
                end = from.Equals(0.0) ? new HelperCell(value, address) : new HelperCell(from + value, Sum(address, from));
                (below, above) = value < 0 ? (below, new HelperCell(-value, "-" + address)) : (new HelperCell(value, address), above);
            }

            ends.Add(end);
            down.Add(below);
            up.Add(above);
        }

        var points = (plot.Lies ? plot.Size.PlotHeight : plot.Size.PlotWidth) * 0.75 * width / (plot.Along.To - plot.Along.From);
        plot.Add(new ChartSeries(plot.Name(mark, column), plot.Helpers.Add(name + ", place", positions, "General"), plot.Helpers.Add(name + ", end", ends, plot.ValueFormat))
        {
            Errors = new Whiskers(
                up.Exists(cell => cell.Value.HasValue) ? plot.Helpers.Add(name + ", below 0", up, plot.ValueFormat) : null,
                down.Exists(cell => cell.Value.HasValue) ? plot.Helpers.Add(name + ", length", down, plot.ValueFormat) : null,
                new Stroke(ChartLook.Colour(style.Colour), Math.Clamp(points, 2, Thickest)),
                Capped: false),
            Marker = ChartLook.Marker(style, 2),
            InLegend = plot.Leads(mark),
        });
    }

    private static string Sum(string address, double from) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{address}+({from:R})");
}
