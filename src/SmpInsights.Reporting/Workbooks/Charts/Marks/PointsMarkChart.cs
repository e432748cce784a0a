using SmpInsights.Reporting.Figures;
using SmpInsights.Reporting.Svg;

namespace SmpInsights.Reporting.Workbooks.Charts.Marks;

/// <summary>Markers; those that are labelled read their names from the cells beside. Along days, where lines join the points, names stand in the cells alone: they would lie over the lines.</summary>
internal sealed class PointsMarkChart : MarkChart<PointsMark>
{
    private const double WidestName = 230;

    protected override IEnumerable<DataColumn> Columns(PointsMark mark) => [DataColumn.Of(mark.Series.Name, mark.Points), .. DataColumn.Labels(mark.Series.Name, mark.Points)];

    protected override void Draw(PointsMark mark, IReadOnlyList<PlacedColumn> columns, Plot plot)
    {
        var style = plot.Style(mark.Series);
        plot.Add(new ChartSeries(plot.Name(mark, columns[0]), plot.Positions, plot.Cells(columns[0]))
        {
            Marker = ChartLook.Marker(style, style.Series.Role is SeriesRole.Concern or SeriesRole.Improvement ? 9 : 7),
            Labels = columns.Count < 2 || plot.Figure.X is DateAxis ? null : Labels(mark, columns[1], plot),
            InLegend = plot.Leads(mark),
        });
    }

    /// <summary>What the chart calls a point.</summary>
    public static string Name(DataPoint point) => TextMetrics.Shorten(SheetText.Clean(point.Label ?? ""), Sizes.Label, WidestName);

    private static SeriesLabels Labels(PointsMark mark, PlacedColumn column, Plot plot)
    {
        var names = Names(mark, column, plot);
        var places = new SortedDictionary<int, string>();
        for (var i = 0; i < mark.Points.Count; i++)
        {
            if (mark.Points[i] is { Label.Length: > 0, X: var position, Y: { } value } && plot.Labels.Take(Name(mark.Points[i]), plot.Place(position, value)) is { } place)
                places[column.Rows[i]] = place;
        }

        return new SeriesLabels([.. places.Keys], "t", names, Muted: false) { PlaceOf = row => places[row] };
    }

    /// <summary>The cells beside, or helpers where a name is longer than the chart has room for.</summary>
    private static CellRun Names(PointsMark mark, PlacedColumn column, Plot plot)
    {
        var names = new string[plot.RowCount];
        Array.Fill(names, "");
        for (var i = 0; i < column.Rows.Count; i++)
            names[column.Rows[i]] = Name(mark.Points[i]);
        return mark.Points.All(point => TextMetrics.Width(SheetText.Clean(point.Label ?? ""), Sizes.Label) <= WidestName)
            ? plot.Cells(column) with { Format = "@" }
            : plot.Helpers.AddText(column.Data.Name, names);
    }
}
