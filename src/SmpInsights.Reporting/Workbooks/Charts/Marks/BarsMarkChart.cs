using SmpInsights.Reporting.Figures;
using SmpInsights.Reporting.Svg;

namespace SmpInsights.Reporting.Workbooks.Charts.Marks;

/// <summary>Bars side by side. Beside marks that no bar chart takes they are thick lines from 0.</summary>
internal sealed class BarsMarkChart : MarkChart<BarsMark>
{
    protected override IEnumerable<DataColumn> Columns(BarsMark mark) => [DataColumn.Of(mark.Series.Name, mark.Points)];

    protected override void Draw(BarsMark mark, IReadOnlyList<PlacedColumn> columns, Plot plot)
    {
        var style = plot.Style(mark.Series);
        if (!plot.IsScatter)
        {
            plot.Add(new ChartSeries(plot.Name(mark, columns[0]), plot.Positions, plot.Cells(columns[0])) { Group = SeriesGroup.Bars, Fill = ChartLook.Fill(style), InLegend = plot.Leads(mark) });
            return;
        }

        var group = plot.Figure.Marks.OfType<BarsMark>().ToList();
        var width = Scales.BarSlot(plot.Figure) * 0.72 / group.Count;
        var offset = (group.IndexOf(mark) - ((group.Count - 1) / 2.0)) * width;
        ThickLines.Draw(mark, columns[0], plot, offset, width, _ => 0);
    }
}
