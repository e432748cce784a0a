using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Figures;
using SmpInsights.Reporting.Svg;
using DataPoint = SmpInsights.Reporting.Figures.DataPoint;
using Sp = global::ScottPlot;

namespace SmpInsights.ScottPlot;

/// <summary>The marks of a figure as plottables. A series is named in the legend once.</summary>
internal sealed class Plotted(Sp.Plot plot, Figure figure)
{
    private const double BarFill = 0.72;

    private static readonly Sp.MarkerShape[] Shapes =
    [
        Sp.MarkerShape.FilledCircle, Sp.MarkerShape.FilledSquare, Sp.MarkerShape.FilledTriangleUp, Sp.MarkerShape.FilledDiamond,
        Sp.MarkerShape.FilledTriangleDown, Sp.MarkerShape.Cross, Sp.MarkerShape.Asterisk, Sp.MarkerShape.Eks,
    ];

    private readonly IReadOnlyDictionary<string, SeriesStyle> _styles = SeriesStyle.For(figure);
    private readonly HashSet<string> _named = new(StringComparer.Ordinal);
    private readonly bool _lies = Scales.Lies(figure);
    private readonly Scale _values = Scales.Lies(figure) ? Scales.Horizontal(figure, PngFigureWriter.Width) : Scales.Vertical(figure, PngFigureWriter.Width);
    private readonly Dictionary<double, double> _above = [];
    private readonly Dictionary<double, double> _below = [];

    public static int LegendRows(Figure figure)
    {
        var names = figure.Marks.Where(mark => mark is not HeatMapMark).Select(MarkSeries.Of).OfType<Series>().Select(series => series.Name).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).Count();
        return names + figure.Marks.OfType<RuleMark>().Count(rule => rule.Label.Length > 0) is var entries and > 1 ? (entries + 3) / 4 : 0;
    }

    public void Add(Mark mark)
    {
        switch (mark)
        {
            case BandMark band: Band(band); break;
            case LineMark line: Line(line); break;
            case StepMark step: Step(step); break;
            case PointsMark points: Points(points); break;
            case BarsMark bars: Bars(bars); break;
            case StackedBarsMark stacked: Stacked(stacked); break;
            case IntervalsMark intervals: Intervals(intervals); break;
            case HeatMapMark heat: HeatMap(heat); break;
            case RuleMark rule: Rule(rule); break;
            case TextMark text: plot.Add.Text(text.Text, text.X, text.Y).LabelFontColor = new Sp.Color(Palette.Soft); break;
            default: throw new ArgumentOutOfRangeException(nameof(mark), mark, "A mark that ScottPlot is not told to draw.");
        }
    }

    private void Band(BandMark band)
    {
        if (band.Points.Count == 0)
            return;
        var style = _styles[band.Series.Name];
        var upper = Polylines.Corners(band.Points.Select(point => (point.X, point.Upper)), band.Stepped);
        var lower = Polylines.Corners(band.Points.Select(point => (point.X, point.Lower)), band.Stepped);
        var area = plot.Add.FillY([.. upper.Select(p => p.X)], [.. upper.Select(p => p.Y)], [.. lower.Select(p => p.Y)]);
        area.FillColor = new Sp.Color(style.Colour).WithAlpha(0.18);
        area.LineWidth = 0;
        if (!figure.Marks.Any(mark => mark is LineMark or StepMark && string.Equals(MarkSeries.Of(mark)!.Name, band.Series.Name, StringComparison.Ordinal)))
            area.LegendText = Name(band.Series);
    }

    private void Line(LineMark line)
    {
        var style = _styles[line.Series.Name];
        foreach (var run in Polylines.Runs(line.Points, line.LongestJoin).Select(Present))
        {
            var scatter = plot.Add.Scatter(Xs(run), Ys(run), new Sp.Color(style.Colour));
            Stroke(scatter, style);
            if (line.Dashed && style.Dash.Length == 0)
                scatter.LinePattern = Sp.LinePattern.DenselyDashed;
            scatter.MarkerShape = Shapes[style.Shape];
            scatter.MarkerSize = line.Markers || run.Count == 1 ? 7 : 0;
            scatter.LegendText = Name(line.Series);
        }
    }

    private void Step(StepMark step)
    {
        var style = _styles[step.Series.Name];
        foreach (var run in Polylines.Runs(step.Points).Select(Present))
        {
            var corners = Polylines.Corners(run, stepped: true);
            var scatter = plot.Add.ScatterLine(Xs(corners), Ys(corners), new Sp.Color(style.Colour));
            Stroke(scatter, style);
            scatter.LegendText = Name(step.Series);
        }

        if (Present(step.Censored ?? []) is { Count: > 0 } censored)
            plot.Add.Markers(Xs(censored), Ys(censored), Sp.MarkerShape.VerticalBar, 8, new Sp.Color(style.Colour));
    }

    private void Points(PointsMark mark)
    {
        var style = _styles[mark.Series.Name];
        var points = Present(mark.Points);
        if (points.Count == 0)
            return;
        plot.Add.Markers(Xs(points), Ys(points), Shapes[style.Shape], 9, new Sp.Color(style.Colour)).LegendText = Name(mark.Series);
        foreach (var point in mark.Points.Where(point => point is { Y: not null, Label.Length: > 0 }))
        {
            var text = plot.Add.Text(point.Label!, point.X, point.Y!.Value);
            (text.LabelAlignment, text.OffsetY, text.LabelFontSize) = (Sp.Alignment.LowerCenter, -6, 11);
        }
    }

    private void Bars(BarsMark mark)
    {
        var grouped = figure.Marks.OfType<BarsMark>().ToList();
        var width = Scales.BarSlot(figure) * BarFill / grouped.Count;
        var offset = (grouped.IndexOf(mark) - ((grouped.Count - 1) / 2.0)) * width;
        Bars(mark.Series, mark.Points.Where(point => point.Y.HasValue).Select(point => (point.X + offset, 0.0, point.Y!.Value)), width);
    }

    private void Stacked(StackedBarsMark mark)
    {
        var bars = new List<(double At, double From, double To)>();
        foreach (var point in mark.Points)
        {
            if (point.Y is not { } value)
                continue;
            var side = value < 0 ? _below : _above;
            var from = side.GetValueOrDefault(point.X);
            bars.Add((point.X, from, from + value));
            side[point.X] = from + value;
        }

        Bars(mark.Series, bars, Scales.BarSlot(figure) * BarFill);
    }

    private void Bars(Series series, IEnumerable<(double At, double From, double To)> bars, double width)
    {
        var style = _styles[series.Name];
        var drawn = bars.Select(bar => new Sp.Bar
        {
            Position = bar.At,
            ValueBase = bar.From,
            Value = bar.To,
            Size = width,
            FillColor = new Sp.Color(style.Colour),
            FillHatch = Hatch(style.Index),
            FillHatchColor = Sp.Colors.White.WithAlpha(0.6),
            LineWidth = 0,
        }).ToArray();
        if (drawn.Length == 0)
            return;
        var plotted = plot.Add.Bars(drawn);
        plotted.Horizontal = _lies;
        plotted.LegendText = Name(series);
    }

    private void Intervals(IntervalsMark mark)
    {
        var style = _styles[mark.Series.Name];
        var group = figure.Marks.OfType<IntervalsMark>().ToList();
        var shift = group.Count > 1 ? (group.IndexOf(mark) - ((group.Count - 1) / 2.0)) * Math.Min(0.8 / group.Count, 0.28) * Math.Max(Scales.BarSlot(figure), 1) : 0;
        if (mark.Points.Count == 0)
            return;
        double[] at = [.. mark.Points.Select(point => point.X + shift)];
        double[] values = [.. mark.Points.Select(point => Place(point.Value))];
        double[] plus = [.. mark.Points.Select(point => Place(point.Upper ?? point.Value) - Place(point.Value))];
        double[] minus = [.. mark.Points.Select(point => Place(point.Value) - Place(point.Lower ?? point.Value))];
        var colour = new Sp.Color(style.Colour);
        var (xs, ys) = _lies ? (values, at) : (at, values);
        plot.PlottableList.Add(new Sp.Plottables.ErrorBar(xs, ys, _lies ? plus : null, _lies ? minus : null, _lies ? null : plus, _lies ? null : minus) { Color = colour, LineWidth = 1.8f });
        plot.Add.Markers(xs, ys, Shapes[style.Shape], 9, colour).LegendText = Name(mark.Series);
    }

    private void HeatMap(HeatMapMark heat)
    {
        var numbers = heat.Cells.Select(cell => cell.Number).OfType<double>().ToArray();
        foreach (var cell in heat.Cells)
        {
            var field = plot.Add.Rectangle(cell.Column - 0.48, cell.Column + 0.48, cell.Row - 0.45, cell.Row + 0.45);
            field.LineWidth = 0;
            field.FillColor = new Sp.Color(cell.Number is { } number ? Palette.LightShades[Palette.ShadeOf(number, numbers)] : Palette.Wash);
            if (cell.Value is SuppressedCell)
                (field.FillHatch, field.FillHatchColor) = (new Sp.Hatches.Striped(), new Sp.Color(Palette.Soft).WithAlpha(0.5));
            var text = plot.Add.Text(CellText.Of(cell.Value), cell.Column, cell.Row);
            (text.LabelAlignment, text.LabelFontSize) = (Sp.Alignment.MiddleCenter, 11);
        }
    }

    private void Rule(RuleMark rule)
    {
        var colour = new Sp.Color(Palette.Soft);
        if (rule.Direction == RuleDirection.Horizontal)
            plot.Add.HorizontalLine(_lies ? rule.At : Place(rule.At), 1.2f, colour, Sp.LinePattern.DenselyDashed).LegendText = rule.Label;
        else
            plot.Add.VerticalLine(_lies ? Place(rule.At) : rule.At, 1.2f, colour, Sp.LinePattern.DenselyDashed).LegendText = rule.Label;
    }

    /// <summary>Where a value stands: ratios far apart at their logarithm.</summary>
    private double Place(double value) => _values.Place(value);

    private string Name(Series series) => _named.Add(series.Name) ? series.Name : "";

    private static void Stroke(Sp.Plottables.Scatter scatter, SeriesStyle style)
    {
        scatter.LineWidth = (float)style.LineWidth;
        scatter.MarkerSize = 0;
        if (style.Dash.Length > 0)
            scatter.LinePattern = new Sp.LinePattern([.. style.Dash.Split(' ').Select(part => float.Parse(part, System.Globalization.CultureInfo.InvariantCulture))], 0, style.Series.Name);
    }

    private static Sp.IHatch? Hatch(int index) => (index % Palette.Count) switch
    {
        1 => new Sp.Hatches.Striped(Sp.Hatches.StripeDirection.DiagonalUp),
        2 => new Sp.Hatches.Dots(),
        3 => new Sp.Hatches.Striped(Sp.Hatches.StripeDirection.Horizontal),
        4 => new Sp.Hatches.Striped(Sp.Hatches.StripeDirection.Vertical),
        5 => new Sp.Hatches.Striped(Sp.Hatches.StripeDirection.DiagonalDown),
        6 => new Sp.Hatches.Grid(),
        7 => new Sp.Hatches.Checker(),
        _ => null,
    };

    private static double[] Xs(List<(double X, double Y)> points) => [.. points.Select(point => point.X)];

    private static double[] Ys(List<(double X, double Y)> points) => [.. points.Select(point => point.Y)];

    private static List<(double X, double Y)> Present(IReadOnlyList<DataPoint> points) => [.. points.Where(point => point.Y.HasValue).Select(point => (point.X, point.Y!.Value))];
}
