using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Svg;

namespace SmpInsights.Reporting.Figures;

/// <summary>What a figure shows, in words, for those who do not see it: axes, then each series with its first, last, lowest and highest value.</summary>
public static class AltText
{
    private const int MostSeries = 12;

    public static string Of(Figure figure)
    {
        var sentences = new List<string>();
        if (!string.IsNullOrEmpty(figure.Description))
            sentences.Add(figure.Description);
        if (figure.IsEmpty)
        {
            sentences.Add("No data yet" + (figure.NoDataReason is { } reason ? ": " + reason.TrimEnd('.') : "") + ".");
            return string.Join(' ', sentences);
        }

        sentences.Add($"{Kind(figure)}. Horizontal axis: {Named(figure.X)}. Vertical axis: {Named(figure.Y)}.");
        var x = Scales.Horizontal(figure, SvgSize.Page.Width);
        var y = Scales.Vertical(figure, SvgSize.Page.PlotHeight);
        var frame = new Frame(figure, new Box(0, 0, 1, 1), x, y, Scales.Lies(figure));
        var marks = figure.Marks.Where(mark => mark.HasData && mark is not BandMark).ToArray();
        sentences.AddRange(marks.Take(MostSeries).Select(mark => Series(frame, mark)));
        if (marks.Length > MostSeries)
            sentences.Add($"{Print.Integer(marks.Length - MostSeries)} more series.");
        sentences.AddRange(figure.Marks.OfType<RuleMark>().Where(rule => rule.Label.Length > 0)
            .Select(rule => $"Reference line \"{rule.Label}\" at {(rule.Direction == RuleDirection.Horizontal ? y : x).Write(rule.At)}."));
        return string.Join(' ', sentences);
    }

    private static string Kind(Figure figure) => figure.Marks.FirstOrDefault(mark => mark.HasData && mark is not BandMark) switch
    {
        LineMark => "Line chart",
        StepMark => "Step chart",
        PointsMark => "Scatter chart",
        BarsMark => "Bar chart",
        StackedBarsMark => "Stacked bar chart",
        IntervalsMark => "Chart of estimates with intervals",
        HeatMapMark => "Heat map",
        _ => "Chart",
    };

    private static string Named(Axis axis) => axis.Title.Length > 0 ? axis.Title : axis is DateAxis ? "date" : "no title";

    private static string Fields(Frame frame, HeatMapMark heat)
    {
        var shown = heat.Cells.Where(cell => cell.Number.HasValue).ToArray();
        var hidden = heat.Cells.Count(cell => cell.Value is SuppressedCell);
        string Say(HeatCell cell) => $"{CellText.Of(cell.Value)} for {frame.Y.Write(cell.Row)}, {frame.X.Write(cell.Column)}";
        var numbers = shown.Length == 0 ? "no value can be given" : $"{Print.Integer(shown.Length)} values; lowest {Say(shown.MinBy(cell => cell.Number)!)}, highest {Say(shown.MaxBy(cell => cell.Number)!)}";
        return $"{heat.Series.Name}: {numbers}{(hidden == 0 ? "" : $"; {Print.Integer(hidden)} withheld, too few clients")}.";
    }

    private static string Series(Frame frame, Mark mark)
    {
        if (mark is HeatMapMark heat)
            return Fields(frame, heat);
        var values = mark is IntervalsMark intervals
            ? [.. intervals.Points.Select(point => new DataPoint(point.X, point.Value))]
            : Points(mark).Where(point => point.Y.HasValue).ToArray();
        string Say(DataPoint point) => $"{frame.WriteValue(point.Y!.Value)} at {frame.WritePosition(point.X)}";
        var name = MarkSeries.Of(mark)!.Name;
        if (values.Length == 1)
            return $"{name}: {Say(values[0])}.";
        return $"{name}: {Print.Integer(values.Length)} points, from {Say(values[0])} to {Say(values[^1])}; "
            + $"lowest {Say(values.MinBy(point => point.Y!.Value)!)}, highest {Say(values.MaxBy(point => point.Y!.Value)!)}.";
    }

    private static IReadOnlyList<DataPoint> Points(Mark mark) => mark switch
    {
        LineMark line => line.Points,
        StepMark step => step.Points,
        PointsMark points => points.Points,
        BarsMark bars => bars.Points,
        StackedBarsMark stacked => stacked.Points,
        _ => [],
    };
}
