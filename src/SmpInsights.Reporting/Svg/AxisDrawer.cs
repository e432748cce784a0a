using SmpInsights.Reporting.Figures;

namespace SmpInsights.Reporting.Svg;

/// <summary>Grid, axis lines and tick labels. Labels that would touch a neighbour are left out, never squeezed in.</summary>
internal sealed class AxisDrawer(Scene scene, Frame frame)
{
    private static readonly Pen GridPen = new("grid", Palette.Grid, 1);
    private static readonly Pen AxisPen = new("axis", Palette.AxisLine, 1);

    private const double BetweenNames = 3;

    public void Grid()
    {
        foreach (var tick in frame.Y.Drawn.Where(tick => frame.Figure.Y is not CategoryAxis && frame.Y.Holds(tick.At)))
            scene.Line(frame.Plot.Left, frame.Down(tick.At), frame.Plot.Right, frame.Down(tick.At), GridPen);
        foreach (var tick in frame.X.Drawn.Where(tick => frame.Lies && frame.X.Holds(tick.At)))
            scene.Line(frame.Across(tick.At), frame.Plot.Top, frame.Across(tick.At), frame.Plot.Bottom, GridPen);
    }

    /// <summary>The lines data stand on: the foot of the plot, and zero where values go below it.</summary>
    public void Lines()
    {
        if (frame.Lies)
        {
            var zero = frame.X.From <= 0 && frame.X.To >= 0 && frame.Figure.Marks.Any(mark => mark is BarsMark or StackedBarsMark) ? frame.Across(0) : frame.Plot.Left;
            scene.Line(zero, frame.Plot.Top, zero, frame.Plot.Bottom, AxisPen);
            return;
        }

        scene.Line(frame.Plot.Left, frame.Plot.Bottom, frame.Plot.Right, frame.Plot.Bottom, AxisPen);
        if (frame.Figure.Y is not CategoryAxis && frame.Y.From < 0 && frame.Y.To > 0)
            scene.Line(frame.Plot.Left, frame.Down(0), frame.Plot.Right, frame.Down(0), AxisPen);
        foreach (var tick in frame.X.Ticks.Where(tick => frame.Figure.X is not CategoryAxis && frame.X.Holds(tick.At)))
            scene.Line(frame.Across(tick.At), frame.Plot.Bottom, frame.Across(tick.At), frame.Plot.Bottom + 4, AxisPen);
    }

    public void LeftLabels()
    {
        var room = frame.Plot.Left - 8 - Sizes.Margin;
        var slot = (frame.Plot.Bottom - frame.Plot.Top) / Math.Max(1, frame.Y.Ticks.Count);
        foreach (var tick in frame.Y.Drawn.Where(tick => frame.Y.Holds(tick.At)))
        {
            var lines = frame.Figure.Y is CategoryAxis
                ? TextMetrics.Wrap(XmlText.Clean(tick.Label), Sizes.Tick, room, Math.Clamp((int)((slot - 2) / Sizes.TickLine), 1, Sizes.MostRowLines))
                : [tick.Label];
            var top = frame.Down(tick.At) + 4 - ((lines.Count - 1) * Sizes.TickLine / 2);
            for (var i = 0; i < lines.Count; i++)
                scene.Text(new PlacedText(lines[i], frame.Plot.Left - 8, top + (i * Sizes.TickLine), Sizes.Tick, TextAnchor.End, Muted: true, Full: FullOf(lines, i, tick.Label)));
        }
    }

    /// <summary>Labels under the plot; returns how deep they go.</summary>
    public double BottomLabels() => frame.Figure.X is CategoryAxis ? Categories() : Ticks();

    private double Ticks()
    {
        var rows = 1;
        Box? last = null;
        foreach (var tick in frame.X.Drawn.Where(tick => frame.X.Holds(tick.At)))
        {
            var label = new PlacedText(tick.Label, frame.Across(tick.At), frame.Plot.Bottom + 17, Sizes.Tick, TextAnchor.Middle, Muted: true);
            var second = tick.Second is null ? null : label with { Text = tick.Second, Y = label.Y + Sizes.TickLine };
            if (last is { } before && Math.Min(label.Bounds.Left, second?.Bounds.Left ?? label.Bounds.Left) < before.Right + 4)
                continue;
            scene.Text(label);
            if (second is not null)
            {
                scene.Text(second);
                rows = 2;
            }

            last = second is null ? label.Bounds : label.Bounds with { Right = Math.Max(label.Bounds.Right, second.Bounds.Right) };
        }

        return 17 + (rows * Sizes.TickLine) - 9;
    }

    private double Categories()
    {
        var slot = (frame.Plot.Right - frame.Plot.Left) / Math.Max(1, frame.X.Ticks.Count);
        if (Whole() is { } whole)
        {
            whole.ForEach(scene.Text);
            return 17 + (whole.Exists(label => label.Y > frame.Plot.Bottom + 17) ? 2 * Sizes.TickLine : Sizes.TickLine) - 9;
        }

        var every = (int)Math.Ceiling(34 / slot);
        var room = (slot * every) - 6;
        var shown = frame.X.Ticks.Where((_, i) => i % every == 0).ToList();
        var labels = shown.ConvertAll(tick => Lines(tick, Math.Max(room, LongestWord(tick.Label))));
        if (labels.Zip(labels.Skip(1)).Any(pair => Touch(pair.First, pair.Second)) || labels.Exists(lines => lines.Exists(line => line.Bounds.Left < 0 || line.Bounds.Right > frame.Plot.Right + 12)))
            labels = shown.ConvertAll(tick => Lines(tick, room));
        labels.ForEach(lines => lines.ForEach(scene.Text));
        return 17 + (labels.Select(lines => lines.Count).Append(1).Max() * Sizes.TickLine) - 9;

        static bool Touch(List<PlacedText> one, List<PlacedText> next) => one.Exists(a => next.Exists(b => a.Bounds.Right + 2 > b.Bounds.Left));
    }

    /// <summary>Each name on one line, a line lower where it would touch the one before; null where that is not enough.</summary>
    private List<PlacedText>? Whole()
    {
        var labels = new List<PlacedText>();
        foreach (var tick in frame.X.Ticks)
        {
            var label = new PlacedText(XmlText.Clean(tick.Label), frame.Across(tick.At), frame.Plot.Bottom + 17, Sizes.Tick, TextAnchor.Middle, Muted: true);
            var free = new[] { label, label with { Y = label.Y + Sizes.TickLine } }.FirstOrDefault(place => labels.TrueForAll(other => other.Y != place.Y || other.Bounds.Right + BetweenNames <= place.Bounds.Left));
            if (free is null || free.Bounds.Right > frame.Plot.Right + 12)
                return null;
            labels.Add(free);
        }

        return labels.Count(label => label.Y > frame.Plot.Bottom + 17) > 1 ? null : labels;
    }

    private List<PlacedText> Lines(Tick tick, double room)
    {
        var lines = TextMetrics.Wrap(XmlText.Clean(tick.Label), Sizes.Tick, room, 3);
        return [.. lines.Select((line, i) => new PlacedText(line, frame.Across(tick.At), frame.Plot.Bottom + 17 + (i * Sizes.TickLine), Sizes.Tick, TextAnchor.Middle, Muted: true, Full: FullOf(lines, i, tick.Label)))];
    }

    /// <summary>A word may reach under a neighbour's bar, where that one's label leaves room, rather than be broken.</summary>
    private static double LongestWord(string label) => XmlText.Kept(XmlText.Clean(label)).Split(' ').Max(word => TextMetrics.Width(word, Sizes.Tick));

    private static string? FullOf(IReadOnlyList<string> lines, int index, string label) =>
        index == lines.Count - 1 && lines[index].EndsWith('…') ? label : null;
}
