using SmpInsights.Reporting.Figures;

namespace SmpInsights.Reporting.Workbooks.Charts.Marks;

/// <summary>
/// A band as two thin lines at its limits. A pair of stacked areas would fill it, but counts a gap as 0, needs evenly spaced positions and
/// covers what lies behind it.
/// </summary>
internal sealed class BandMarkChart : MarkChart<BandMark>
{
    protected override IEnumerable<DataColumn> Columns(BandMark mark) =>
    [
        new(mark.Series.Name + ", lower", [.. mark.Points.Select(point => (point.X, (object?)point.Lower))], Joins: true),
        new(mark.Series.Name + ", upper", [.. mark.Points.Select(point => (point.X, (object?)point.Upper))], Joins: true),
    ];

    protected override void Draw(BandMark mark, IReadOnlyList<PlacedColumn> columns, Plot plot)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            var (positions, values) = mark.Stepped ? Joined.Steps(columns[i], plot) : Joined.Cells(columns[i], plot);
            plot.Add(new ChartSeries(plot.Name(mark, columns[i]), positions, values) { Line = ChartLook.Limit(plot.Style(mark.Series)), InLegend = plot.Leads(mark) });
        }
    }
}
