using System.Globalization;
using System.Text;
using SmpInsights.Reporting.Figures;

namespace SmpInsights.Reporting.Svg;

/// <summary>Draws lines, steps, bands, points and intervals into a frame. What was drawn is remembered, so that labels keep off it.</summary>
internal sealed class MarkDrawer(Scene scene, Frame frame, IReadOnlyDictionary<string, SeriesStyle> styles)
{
    private const int MostHovers = 240;
    private const int AlongInterval = 12;

    /// <summary>More lines than these of one muted series are drawn thin, or they would be one dark field.</summary>
    private const int FewLines = 20;
    private const int MostHoversOfMany = 150;

    /// <summary>Distance of what is remembered along a line: closer than a name is high, so that no line slips through one.</summary>
    private const double BetweenObstacles = 6;

    /// <summary>What a line across the drawing needs; one to a value far beyond a fixed axis gets no more.</summary>
    private const double MostBetween = 150;

    /// <summary>Points of the drawing that labels should leave visible.</summary>
    public List<(double X, double Y)> Obstacles { get; } = [];

    /// <summary>Whether a value lay beyond a fixed axis and was drawn at its edge.</summary>
    public bool Cut { get; private set; }

    public void Draw(Mark mark)
    {
        switch (mark)
        {
            case BandMark band: Band(band); break;
            case LineMark line: Line(line); break;
            case StepMark step: Step(step); break;
            case PointsMark points: Points(points); break;
            case IntervalsMark intervals: Intervals(intervals); break;
            default: break;
        }
    }

    /// <summary>Markers of a line, and of its single points between gaps, which no line shows; whole even at the edge of the plot.</summary>
    public void LineMarkers(LineMark line)
    {
        foreach (var run in Polylines.Runs(line.Points, line.LongestJoin))
        {
            if (run.Count == 1 && !line.Markers && line.Series.Role == SeriesRole.Muted)
                Dash(run[0], Style(line.Series));
            else
                run.FindAll(_ => line.Markers || run.Count == 1).ForEach(point => Marker(point, Style(line.Series)));
        }

        Hovers(line.Series, line.Points);
    }

    /// <summary>The name of a series before a value: "Powder, Jan 2026: 12.3 %".</summary>
    public string Hover(Series series, double position, string value, string? label) =>
        string.Join(": ", new[] { label ?? series.Name, $"{frame.WritePosition(position)}, {value}" }.Where(part => part.Length > 0));

    private SeriesStyle Style(Series series) => styles[series.Name];

    private void Band(BandMark band)
    {
        if (band.Points.Count == 0)
            return;
        var style = Style(band.Series);
        var points = band.Points.Count == 1 ? [band.Points[0], band.Points[0]] : band.Points;
        var upper = Thinning.Line(Polylines.Corners(points.Select(point => frame.At(point.X, point.Upper)), band.Stepped));
        var lower = Thinning.Line(Polylines.Corners(points.Select(point => frame.At(point.X, point.Lower)), band.Stepped));
        scene.Area(Path([.. upper, .. lower.Reverse()]) + "Z", style.FillClass, style.Colour, 0.14);
        scene.Path(Path(upper), new Pen(style.StrokeClass, style.Colour, 0.7, Opacity: 0.55));
        scene.Path(Path(lower), new Pen(style.StrokeClass, style.Colour, 0.7, Opacity: 0.55));
    }

    private void Line(LineMark line)
    {
        var style = Style(line.Series);
        var isOneOfMany = line.Series.Role == SeriesRole.Muted && frame.Figure.Marks.OfType<LineMark>().Count(other => other.Series == line.Series) > FewLines;
        foreach (var run in Polylines.Runs(line.Points, line.LongestJoin))
        {
            var pen = new Pen(style.StrokeClass, style.Colour, isOneOfMany ? 0.9 : style.LineWidth, line.Dashed && style.Dash.Length == 0 ? "6 4" : style.Dash, isOneOfMany ? 0.45 : 1);
            if (run.Count > 1)
                scene.Path(Path(Thinning.Line([.. run.Select(point => frame.At(point.X, point.Y!.Value))])), pen);
        }

        Remember(line.Points, between: true);
    }

    private void Step(StepMark step)
    {
        var style = Style(step.Series);
        foreach (var run in Polylines.Runs(step.Points))
        {
            var corners = Thinning.Line(Polylines.Corners(run.Select(point => frame.At(point.X, point.Y!.Value)), stepped: true));
            scene.Path(Path(corners), new Pen(style.StrokeClass, style.Colour, style.LineWidth, style.Dash));
            if (step.Points.Count > Thinning.Above)
                Remember(corners, between: true);
        }

        Censored([.. (step.Censored ?? []).Where(point => point.Y.HasValue).Select(point => frame.At(point.X, point.Y!.Value))], new Pen(style.StrokeClass, style.Colour, 1.1));
        if (step.Points.Count <= Thinning.Above)
            Remember(step.Points, between: true);
        Hovers(step.Series, step.Points);
    }

    private void Censored(IReadOnlyList<(double X, double Y)> ticks, Pen pen)
    {
        if (ticks.Count > Thinning.Above)
        {
            scene.Path(string.Concat(Thinning.OnePerColumn(ticks).Select(tick => $"M{Num.Of(tick.X)} {Num.Of(tick.Y - 4)}V{Num.Of(tick.Y + 4)}")), pen);
            return;
        }

        foreach (var (x, y) in ticks)
            scene.Line(x, y - 4, x, y + 4, pen);
    }

    private void Points(PointsMark points)
    {
        foreach (var point in points.Points.Where(point => point.Y.HasValue))
            Marker(point, Style(points.Series));
        Remember(points.Points, between: false);
        Hovers(points.Series, points.Points);
    }

    private void Intervals(IntervalsMark mark)
    {
        var style = Style(mark.Series);
        var group = frame.Figure.Marks.OfType<IntervalsMark>().ToList();
        var shift = (group.IndexOf(mark) - ((group.Count - 1) / 2.0)) * Math.Min(0.8 / group.Count, 0.28);
        foreach (var point in mark.Points)
        {
            var position = point.X + (group.Count > 1 ? shift * Math.Max(Scales.BarSlot(frame.Figure), 1) : 0);
            var lower = Within(point.Lower ?? point.Value);
            var upper = Within(point.Upper ?? point.Value);
            var value = Within(point.Value);
            var (x1, y1) = frame.At(position, lower);
            var (x2, y2) = frame.At(position, upper);
            var pen = new Pen(style.StrokeClass, style.Colour, 1.8);
            scene.Line(x1, y1, x2, y2, pen);
            foreach (var (x, y, known) in new[] { (x1, y1, point.Lower), (x2, y2, point.Upper) })
            {
                if (known is null)
                    continue;
                scene.Line(frame.Lies ? x : x - 4, frame.Lies ? y - 4 : y, frame.Lies ? x : x + 4, frame.Lies ? y + 4 : y, pen);
            }

            var (cx, cy) = frame.At(position, value);
            scene.Marker(Markers.Path(style.Shape, cx, cy, 5), style, hollow: false);
            var interval = new[] { point.Lower, point.Upper }.Select(end => end is { } known ? frame.WriteValue(known) : "?");
            scene.Hover((x1 + x2) / 2, (y1 + y2) / 2, 9, Hover(mark.Series, point.X, $"{frame.WriteValue(point.Value)} ({string.Join(" to ", interval)})", point.Label));
            for (var k = 0; k <= AlongInterval; k++)
                Obstacles.Add((x1 + ((x2 - x1) * k / AlongInterval), y1 + ((y2 - y1) * k / AlongInterval)));
            Obstacles.Add((cx, cy));
        }
    }

    /// <summary>A limit that holds at one place only.</summary>
    private void Dash(DataPoint point, SeriesStyle style)
    {
        var (x, y) = frame.At(point.X, Within(point.Y!.Value));
        var (across, down) = frame.Lies ? (0, 6) : (6, 0);
        scene.Line(x - across, y - down, x + across, y + down, new Pen(style.StrokeClass, style.Colour, style.LineWidth));
    }

    private void Marker(DataPoint point, SeriesStyle style)
    {
        var (x, y) = frame.At(point.X, Within(point.Y!.Value));
        scene.Marker(Markers.Path(style.Shape, x, y, style.Series.Role is SeriesRole.Concern or SeriesRole.Improvement ? 6 : 4.2), style, hollow: false);
    }

    private double Within(double value)
    {
        var inside = Math.Clamp(value, frame.Values.From, frame.Values.To);
        Cut |= !frame.Values.Holds(value);
        return inside;
    }

    private void Hovers(Series series, IReadOnlyList<DataPoint> points)
    {
        var every = (points.Count / (points.Count > Thinning.Above ? MostHoversOfMany : MostHovers)) + 1;
        for (var i = 0; i < points.Count; i += every)
        {
            if (points[i].Y is not { } value)
                continue;
            var (x, y) = frame.At(points[i].X, Math.Clamp(value, frame.Values.From, frame.Values.To));
            scene.Hover(x, y, 7, Hover(series, points[i].X, frame.WriteValue(value), points[i].Label));
        }
    }

    private void Remember(IReadOnlyList<DataPoint> points, bool between) =>
        Remember(points.Where(point => point.Y.HasValue).Select(point => frame.At(point.X, point.Y!.Value)), between);

    private void Remember(IEnumerable<(double X, double Y)> points, bool between)
    {
        (double X, double Y)? last = null;
        foreach (var here in points)
        {
            if (between && last is { } from)
            {
                var (across, down) = (here.X - from.X, here.Y - from.Y);
                var steps = (int)Math.Min(Math.Ceiling(Math.Sqrt((across * across) + (down * down)) / BetweenObstacles), MostBetween);
                for (var k = 1; k < steps; k++)
                    Obstacles.Add((from.X + (across * k / steps), from.Y + (down * k / steps)));
            }

            Obstacles.Add(here);
            last = here;
        }
    }

    private static string Path(IReadOnlyList<(double X, double Y)> points)
    {
        var data = new StringBuilder();
        for (var i = 0; i < points.Count; i++)
            data.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? "M" : "L")}{Num.Of(points[i].X)} {Num.Of(points[i].Y)}");
        return data.ToString();
    }
}
