using SmpInsights.Reporting.Figures;

namespace SmpInsights.Reporting.Workbooks.Charts.Marks;

/// <summary>A remark: the name of a series of one point that is not drawn.</summary>
internal sealed class TextMarkChart : MarkChart<TextMark>
{
    protected override IEnumerable<DataColumn> Columns(TextMark mark) => [];

    protected override void Draw(TextMark mark, IReadOnlyList<PlacedColumn> columns, Plot plot)
    {
        // A remark stands at its place on the page whichever way the figure lies.
        var (position, value) = plot.Lies ? (mark.Y, mark.X) : (mark.X, mark.Y);
        var row = plot.IsScatter ? 0 : plot.NearestRow(position);
        var values = new HelperCell[plot.IsScatter ? 1 : plot.RowCount];
        values[row] = new HelperCell(plot.ValueNumber(value));
        var cells = plot.Helpers.Add(mark.Text, values, plot.ValueFormat);
        var positions = plot.IsScatter ? plot.Helpers.Add("Place of the remark", [new HelperCell(plot.PositionNumber(position))], plot.PositionFormat) : plot.Positions;
        var across = plot.Lies ? plot.X.Share(plot.ValueNumber(value)) : plot.X.Share(plot.PositionNumber(position));
        plot.Add(new ChartSeries(HelperColumns.Header(cells), positions, cells) { Labels = new SeriesLabels([row], across < 0.2 ? "r" : across > 0.8 ? "l" : "t", null, Muted: true) });
    }
}
