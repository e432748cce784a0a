using SmpInsights.Reporting.Figures;

namespace SmpInsights.Reporting.Workbooks.Charts.Marks;

/// <summary>A line; with markers throughout where a value between two gaps would otherwise not be seen.</summary>
internal sealed class LineMarkChart : MarkChart<LineMark>
{
    private const int FewestOfMany = 8;

    protected override IEnumerable<DataColumn> Columns(LineMark mark) => [DataColumn.Of(mark.Series.Name, mark.Points, joins: true), .. DataColumn.Labels(mark.Series.Name, mark.Points)];

    protected override void Draw(LineMark mark, IReadOnlyList<PlacedColumn> columns, Plot plot)
    {
        var (positions, values) = Joined.Cells(columns[0], plot);
        var style = plot.Style(mark.Series);
        plot.Add(new ChartSeries(plot.Name(mark, columns[0]), positions, values)
        {
            Line = Alike(mark, plot.Figure) is >= FewestOfMany and var many ? ChartLook.OneOfMany(style, many) : ChartLook.Line(style, mark.Dashed),
            Marker = mark.Markers || HasSinglePoint(mark.Points) ? ChartLook.Marker(style, 6) : null,
            InLegend = plot.Leads(mark),
        });
    }

    /// <summary>A bundle of lines of one name is a background: what else is drawn must be seen through it.</summary>
    private static int Alike(LineMark mark, Figure figure) => figure.Marks.OfType<LineMark>().Count(other => string.Equals(other.Series.Name, mark.Series.Name, StringComparison.Ordinal));

    private static bool HasSinglePoint(IReadOnlyList<DataPoint> points) => Enumerable.Range(0, points.Count).Any(i => points[i].Y.HasValue
        && (i == 0 || points[i - 1].Y is null) && (i == points.Count - 1 || points[i + 1].Y is null));
}
