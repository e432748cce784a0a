using SmpInsights.Reporting.Figures;

namespace SmpInsights.Reporting.Workbooks.Charts.Marks;

/// <summary>A step function: no program draws one, so helpers hold its corners. Censored observations are crosses on it.</summary>
internal sealed class StepMarkChart : MarkChart<StepMark>
{
    protected override IEnumerable<DataColumn> Columns(StepMark mark)
    {
        yield return DataColumn.Of(mark.Series.Name, mark.Points, joins: true);
        if (mark.Censored is { Count: > 0 } censored)
            yield return DataColumn.Of(mark.Series.Name + ", censored", censored);
    }

    protected override void Draw(StepMark mark, IReadOnlyList<PlacedColumn> columns, Plot plot)
    {
        var style = plot.Style(mark.Series);
        var (positions, values) = Joined.Steps(columns[0], plot);
        plot.Add(new ChartSeries(plot.Name(mark, columns[0]), positions, values) { Line = ChartLook.Line(style), InLegend = plot.Leads(mark) });
        if (columns.Count > 1)
            plot.Add(new ChartSeries(plot.Name(mark, columns[1]), plot.Positions, plot.Cells(columns[1])) { Marker = new MarkerLook(ChartLook.Colour(style.Colour), "plus", 4) });
    }
}
