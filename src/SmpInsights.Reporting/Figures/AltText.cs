using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Svg;

namespace SmpInsights.Reporting.Figures;

/// <summary>What a figure shows, in words, for those who do not see it: what to see, axes, then each series with its first, last, lowest and highest value.</summary>
public static class AltText
{
    private const int MostSeries = 12;

    /// <summary>Marks of one name that are told one by one.</summary>
    private const int MostAlike = 2;

    public static string Of(Figure figure)
    {
        var sentences = new List<string>();
        if (!string.IsNullOrEmpty(figure.Description))
            sentences.Add(figure.Description);
        if (figure.Subtitle.Length > 0)
            sentences.Add(figure.Subtitle.TrimEnd('.') + ".");
        if (figure.IsEmpty)
        {
            sentences.Add("Not enough data yet" + (figure.NoDataReason is { } reason ? ": " + reason.TrimEnd('.') : "") + ".");
            return string.Join(' ', sentences);
        }

        sentences.Add($"{Kind(figure)}.{Named("Horizontal", figure.X)}{Named("Vertical", figure.Y)}");
        var x = Scales.Horizontal(figure, SvgSize.Page.Width);
        var y = Scales.Vertical(figure, SvgSize.Page.PlotHeight);
        var frame = new Frame(figure, new Box(0, 0, 1, 1), x, y, Scales.Lies(figure));
        var series = figure.Marks.Where(mark => mark.HasData && mark is not BandMark).GroupBy(mark => MarkSeries.Of(mark)!.Name, StringComparer.Ordinal).OrderBy(marks => Diverging.SideOfZero(figure, marks.Key)).ToArray();
        sentences.AddRange(series.Take(MostSeries).Select(marks => Series(frame, [.. marks])));
        if (series.Length > MostSeries)
            sentences.Add($"{Print.Integer(series.Length - MostSeries)} more series.");
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

    private static string Named(string which, Axis axis) => axis.Title.Length > 0 ? $" {which} axis: {axis.Title}." : axis is DateAxis ? $" {which} axis: date." : string.Empty;

    private static string Fields(Frame frame, HeatMapMark heat)
    {
        var shown = heat.Cells.Where(cell => cell.Number.HasValue).ToArray();
        var hidden = heat.Cells.Count(cell => cell.Value is SuppressedCell);
        var without = heat.Cells.Count(cell => cell.Value is NotEnoughCell);
        string Say(HeatCell cell) => $"{CellText.Of(cell.Value)} for {frame.Y.Write(cell.Row)}, {frame.X.Write(cell.Column)}";
        var numbers = shown.Length == 0 ? "no value can be given" : $"{Print.Integer(shown.Length)} values; lowest {Say(shown.MinBy(cell => cell.Number)!)}, highest {Say(shown.MaxBy(cell => cell.Number)!)}";
        return $"{heat.Series.Name}: {numbers}{(without == 0 ? "" : $"; {Print.Integer(without)} without enough data yet")}{(hidden == 0 ? "" : $"; {Print.Integer(hidden)} withheld to protect clients")}.";
    }

    /// <summary>Marks of one name: both limits one by one, a bundle of lines by where they end.</summary>
    private static string Series(Frame frame, IReadOnlyList<Mark> marks)
    {
        if (marks[0] is HeatMapMark heat)
            return Fields(frame, heat);
        var name = MarkSeries.Of(marks[0])!.Name is { Length: > 0 } own ? own : frame.Figure.Title;
        if (Diverging.Is(frame.Figure))
            return Series(frame, name, Diverging.Whole(frame.Figure, name));
        if (marks.Count <= MostAlike)
            return string.Join(' ', marks.Select(mark => Series(frame, name, Values(mark))));
        var ends = marks.Select(mark => Values(mark)[^1].Y!.Value).ToArray();
        return $"{name}: {Print.Integer(marks.Count)} lines, which end between {frame.WriteValue(ends.Min())} and {frame.WriteValue(ends.Max())}.";
    }

    private static string Series(Frame frame, string name, IReadOnlyList<DataPoint> values)
    {
        string Say(DataPoint point) => $"{frame.WriteValue(point.Y!.Value)} at {frame.WritePosition(point.X)}";
        if (values.Count == 1)
            return $"{name}: {Say(values[0])}.";
        return $"{name}: {Print.Integer(values.Count)} points, from {Say(values[0])} to {Say(values[^1])}; "
            + $"lowest {Say(values.MinBy(point => point.Y!.Value)!)}, highest {Say(values.MaxBy(point => point.Y!.Value)!)}.";
    }

    private static DataPoint[] Values(Mark mark) => mark is IntervalsMark intervals
        ? [.. intervals.Points.Select(point => new DataPoint(point.X, point.Value))]
        : [.. Points(mark).Where(point => point.Y.HasValue)];

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
