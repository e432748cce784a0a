using SmpInsights.Reporting.Figures;

namespace SmpInsights.Reporting.Workbooks.Charts.Marks;

/// <summary>Markers; those that are labelled read their names from the cells beside.</summary>
internal sealed class PointsMarkChart : MarkChart<PointsMark>
{
    protected override IEnumerable<DataColumn> Columns(PointsMark mark) => [DataColumn.Of(mark.Series.Name, mark.Points), .. DataColumn.Labels(mark.Series.Name, mark.Points)];

    protected override void Draw(PointsMark mark, IReadOnlyList<PlacedColumn> columns, Plot plot)
    {
        var style = plot.Style(mark.Series);
        plot.Add(new ChartSeries(plot.Name(mark, columns[0]), plot.Positions, plot.Cells(columns[0]))
        {
            Marker = ChartLook.Marker(style, style.Series.Role is SeriesRole.Concern or SeriesRole.Improvement ? 9 : 7),
            Labels = columns.Count < 2 ? null : new SeriesLabels(
                [.. Enumerable.Range(0, mark.Points.Count).Where(i => mark.Points[i] is { Label.Length: > 0, Y: not null }).Select(i => columns[1].Rows[i]).Order()], "t", plot.Cells(columns[1]) with { Format = "@" }, Muted: false) { PlaceOf = row => plot.ShareOfRow(row) switch { > 0.9 => "l", < 0.06 => "r", _ => "t" } },
            InLegend = plot.Leads(mark),
        });
    }
}
