using SmpInsights.Reporting.Figures;

namespace SmpInsights.Reporting.Svg;

/// <summary>Draws bars: side by side, or on each other. Every series after the first is hatched, so that grey print tells them apart.</summary>
internal sealed class BarDrawer(Scene scene, Frame frame, IReadOnlyDictionary<string, SeriesStyle> styles, MarkDrawer marks, string scope)
{
    private const double Filled = 0.72;

    /// <summary>Room a bar and its gap take at most; the one month of a new clinic is a bar, no wall.</summary>
    private const double WidestSlot = 140;

    /// <summary>Between what stands on each other: hatchings alone run into one another in grey print.</summary>
    private const double Between = 1.2;

    public void Draw()
    {
        var unit = frame.Lies ? (frame.Plot.Bottom - frame.Plot.Top) / (frame.Y.To - frame.Y.From) : (frame.Plot.Right - frame.Plot.Left) / (frame.X.To - frame.X.From);
        var slot = Math.Min(Scales.BarSlot(frame.Figure), WidestSlot / unit);
        var grouped = frame.Figure.Marks.OfType<BarsMark>().ToArray();
        for (var i = 0; i < grouped.Length; i++)
        {
            var width = slot * Filled / grouped.Length;
            var offset = (i - ((grouped.Length - 1) / 2.0)) * width;
            foreach (var point in grouped[i].Points)
            {
                if (point.Y is { } value)
                    Bar(grouped[i].Series, point.X + offset, width, 0, value, marks.Hover(grouped[i].Series, point.X, frame.WriteValue(value), point.Label));
            }
        }

        var above = new Dictionary<double, double>();
        var below = new Dictionary<double, double>();
        foreach (var mark in frame.Figure.Marks.OfType<StackedBarsMark>())
        {
            foreach (var point in mark.Points)
            {
                if (point.Y is not { } value)
                    continue;
                var side = value < 0 ? below : above;
                var start = side.GetValueOrDefault(point.X);
                Bar(mark.Series, point.X, slot * Filled, start, start + value, Hover(mark, point));
                side[point.X] = start + value;
            }
        }
    }

    private string Hover(StackedBarsMark mark, DataPoint point) => Diverging.Is(frame.Figure)
        ? marks.Hover(mark.Series, point.X, frame.WriteValue(Diverging.Whole(frame.Figure, mark.Series.Name).Single(whole => whole.X.Equals(point.X)).Y!.Value), label: null)
        : marks.Hover(mark.Series, point.X, frame.WriteValue(point.Y!.Value), point.Label);

    private void Bar(Series series, double middle, double width, double from, double to, string hover)
    {
        var style = styles[series.Name];
        var (x1, y1) = frame.At(middle - (width / 2), Inside(from));
        var (x2, y2) = frame.At(middle + (width / 2), Inside(to));
        var box = new Box(Math.Min(x1, x2), Math.Min(y1, y2), Math.Max(x1, x2), Math.Max(y1, y2));
        var gap = Math.Min(0.5, (frame.Lies ? box.Bottom - box.Top : box.Right - box.Left) / 8);
        box = frame.Lies ? box with { Top = box.Top + gap, Bottom = box.Bottom - gap } : box with { Left = box.Left + gap, Right = box.Right - gap };
        if (from != 0)
            box = Apart(box, grows: to > from);
        scene.Rect(box, style.FillClass, style.Colour, hover, pattern: Hatching.Id(scope, style));
        for (var k = 0; k <= 4; k++)
        {
            marks.Obstacles.Add((box.Left + ((box.Right - box.Left) * k / 4), box.Top));
            marks.Obstacles.Add((box.Right, box.Top + ((box.Bottom - box.Top) * k / 4)));
        }
    }

    /// <summary>Leaves a little of the paper where the bar stands on another.</summary>
    private Box Apart(Box box, bool grows)
    {
        var gap = Math.Min(Between, (frame.Lies ? box.Right - box.Left : box.Bottom - box.Top) / 3);
        return (frame.Lies, grows) switch
        {
            (true, true) => box with { Left = box.Left + gap },
            (true, false) => box with { Right = box.Right - gap },
            (false, true) => box with { Bottom = box.Bottom - gap },
            (false, false) => box with { Top = box.Top + gap },
        };
    }

    private double Inside(double value) => Math.Clamp(value, frame.Values.From, frame.Values.To);
}
