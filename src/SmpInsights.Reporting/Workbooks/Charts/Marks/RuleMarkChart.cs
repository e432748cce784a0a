using SmpInsights.Reporting.Figures;

namespace SmpInsights.Reporting.Workbooks.Charts.Marks;

/// <summary>
/// A reference line; its place is one helper cell that the others repeat, so that one change moves it. The legend names a level one, whose label would lie over points;
/// an upright one is labelled.
/// </summary>
internal sealed class RuleMarkChart : MarkChart<RuleMark>
{
    private const double LabelStep = 0.07;

    protected override IEnumerable<DataColumn> Columns(RuleMark mark) => [];

    protected override void Draw(RuleMark mark, IReadOnlyList<PlacedColumn> columns, Plot plot)
    {
        var level = mark.Direction == RuleDirection.Horizontal;
        if (plot.IsScatter)
            Across(mark, plot, level);
        else if (level)
            OnEveryRow(mark, plot);
        else
            AtOneRow(mark, plot);
    }

    private static void Across(RuleMark mark, Plot plot, bool level)
    {
        var axis = level ? plot.X : plot.Y;
        var room = axis.To - axis.From;
        double[] ends = level || plot.Lies ? [axis.From, axis.To] : [axis.From, axis.To - (LabelStep * room * (0.5 + Before(mark, plot))), axis.To];
        CellRun along = plot.Helpers.Add(mark.Label, [.. ends.Select(end => new HelperCell(end))], "General");
        var ofValue = level != plot.Lies;
        var at = ofValue ? plot.ValueNumber(mark.At) : plot.PositionNumber(mark.At);
        var fixedCells = Repeated("Reference line at", at, ends.Length, ofValue ? plot.ValueFormat : plot.PositionFormat, plot);
        var labels = new SeriesLabels([plot.Lies ? 0 : 1], plot.Lies ? "t" : plot.X.Share(at) > 0.6 ? "l" : "r", null, Muted: true);
        plot.Add(new ChartSeries(HelperColumns.Header(along), ofValue ? along : fixedCells, ofValue ? fixedCells : along)
        {
            Line = ChartLook.Rule,
            Labels = level || mark.Label.Length == 0 ? null : labels,
            InLegend = level && mark.Label.Length > 0,
        });
    }

    private static void OnEveryRow(RuleMark mark, Plot plot)
    {
        var cells = Repeated(mark.Label, plot.ValueNumber(mark.At), plot.RowCount, plot.ValueFormat, plot);
        plot.Add(new ChartSeries(HelperColumns.Header(cells), plot.Positions, cells) { Line = ChartLook.Rule, InLegend = mark.Label.Length > 0 });
    }

    /// <summary>Between two rows of a bar chart there is no place; the line stands at the nearest.</summary>
    private static void AtOneRow(RuleMark mark, Plot plot)
    {
        var row = plot.NearestRow(mark.At);
        var (top, length) = (new HelperCell[plot.RowCount], new HelperCell[plot.RowCount]);
        top[row] = new HelperCell(plot.Values.To);
        length[row] = new HelperCell(plot.Values.To - plot.Values.From);
        var cells = plot.Helpers.Add(mark.Label, top, plot.ValueFormat);
        plot.Add(new ChartSeries(HelperColumns.Header(cells), plot.Positions, cells)
        {
            Errors = new Whiskers(null, plot.Helpers.Add("Length of the line", length, plot.ValueFormat), ChartLook.Rule, Capped: false),
            Labels = mark.Label.Length > 0 ? new SeriesLabels([row], plot.ShareOfRow(row) > 0.6 ? "l" : "r", null, Muted: true) : null,
        });
    }

    private static CellRun Repeated(string header, double value, int count, string format, Plot plot)
    {
        var first = plot.Helpers.NextFirstCell;
        return plot.Helpers.Add(header, [.. Enumerable.Range(0, count).Select(i => new HelperCell(value, i == 0 ? null : first))], format);
    }

    private static int Before(RuleMark mark, Plot plot) =>
        plot.Figure.Marks.OfType<RuleMark>().Where(rule => rule.Direction == mark.Direction).TakeWhile(rule => !ReferenceEquals(rule, mark)).Count();
}
