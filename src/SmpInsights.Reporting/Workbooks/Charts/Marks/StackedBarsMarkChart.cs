using SmpInsights.Reporting.Figures;
using SmpInsights.Reporting.Svg;

namespace SmpInsights.Reporting.Workbooks.Charts.Marks;

/// <summary>Bars on each other. Beside marks that no bar chart takes they are thick lines, each from where the last one ended.</summary>
internal sealed class StackedBarsMarkChart : MarkChart<StackedBarsMark>
{
    protected override IEnumerable<DataColumn> Columns(StackedBarsMark mark) => [DataColumn.Of(mark.Series.Name, mark.Points)];

    protected override void Draw(StackedBarsMark mark, IReadOnlyList<PlacedColumn> columns, Plot plot)
    {
        var style = plot.Style(mark.Series);
        if (!plot.IsScatter)
        {
            plot.Add(new ChartSeries(plot.Name(mark, columns[0]), plot.Positions, plot.Cells(columns[0])) { Group = SeriesGroup.StackedBars, Fill = ChartLook.Fill(style), InLegend = plot.Leads(mark) });
            return;
        }

        var below = plot.Figure.Marks.OfType<StackedBarsMark>().TakeWhile(other => !ReferenceEquals(other, mark)).SelectMany(other => other.Points).ToArray();
        ThickLines.Draw(mark, columns[0], plot, offset: 0, Scales.BarSlot(plot.Figure) * 0.72, point =>
            below.Where(other => other.X.Equals(point.X) && other.Y * point.Y > 0).Sum(other => other.Y!.Value));
    }
}
