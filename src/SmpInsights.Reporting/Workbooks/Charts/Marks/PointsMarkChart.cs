using SmpInsights.Reporting.Figures;
using SmpInsights.Reporting.Svg;

namespace SmpInsights.Reporting.Workbooks.Charts.Marks;

/// <summary>Markers; those that are labelled read their names from the cells beside.</summary>
internal sealed class PointsMarkChart : MarkChart<PointsMark>
{
    private const double WidestName = 180;

    protected override IEnumerable<DataColumn> Columns(PointsMark mark) => [DataColumn.Of(mark.Series.Name, mark.Points), .. DataColumn.Labels(mark.Series.Name, mark.Points)];

    protected override void Draw(PointsMark mark, IReadOnlyList<PlacedColumn> columns, Plot plot)
    {
        var style = plot.Style(mark.Series);
        plot.Add(new ChartSeries(plot.Name(mark, columns[0]), plot.Positions, plot.Cells(columns[0]))
        {
            Marker = ChartLook.Marker(style, style.Series.Role is SeriesRole.Concern or SeriesRole.Improvement ? 9 : 7),
            Labels = columns.Count < 2 ? null : Labels(mark, columns[1], plot),
            InLegend = plot.Leads(mark),
        });
    }

    private static SeriesLabels Labels(PointsMark mark, PlacedColumn column, Plot plot)
    {
        int[] at = [.. Enumerable.Range(0, mark.Points.Count).Where(i => mark.Points[i] is { Label.Length: > 0, Y: not null }).Select(i => column.Rows[i]).Order()];
        return new SeriesLabels(at, "t", Names(mark, column, plot), Muted: false) { PlaceOf = row => plot.ShareOfRow(row) switch { > 0.9 => "l", < 0.06 => "r", _ => "t" } };
    }

    /// <summary>The cells beside, or helpers where a name is longer than the chart has room for.</summary>
    private static CellRun Names(PointsMark mark, PlacedColumn column, Plot plot)
    {
        var names = new string[plot.RowCount];
        Array.Fill(names, "");
        for (var i = 0; i < column.Rows.Count; i++)
            names[column.Rows[i]] = TextMetrics.Shorten(SheetText.Clean(mark.Points[i].Label ?? ""), Sizes.Label, WidestName);
        return mark.Points.All(point => TextMetrics.Width(SheetText.Clean(point.Label ?? ""), Sizes.Label) <= WidestName)
            ? plot.Cells(column) with { Format = "@" }
            : plot.Helpers.AddText(column.Data.Name, names);
    }
}
