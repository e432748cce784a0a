using SmpInsights.Reporting.Figures;

namespace SmpInsights.Reporting.Svg;

/// <summary>Rules, their labels, remarks and names of points. What finds no room in the plot is said under it, except names of points: those show when hovered.</summary>
internal sealed class PlotText(Scene scene, Frame frame, IReadOnlyList<(double X, double Y)> obstacles)
{
    /// <summary>Remembered places that the name of a rule may hide: a line's tip, but no line through it.</summary>
    private const int MostUnderRuleName = 1;

    /// <summary>Room for as much of a point's name as tells it from others, where the whole finds none.</summary>
    private const double ShortName = 100;

    private readonly LabelPlacer _placer = new(scene, NamesRulesAbove(frame.Figure) ? frame.Plot with { Top = frame.Plot.Top - Sizes.LabelLine } : frame.Plot, obstacles);

    /// <summary>Whether the names of upright rules stand in a strip above the plot: rows of lying intervals leave them no room in it.</summary>
    public static bool NamesRulesAbove(Figure figure) => figure.Y is CategoryAxis && figure.Marks.Any(mark => mark is RuleMark { Direction: RuleDirection.Vertical, Label.Length: > 0 });

    /// <summary>Sentences that found no room.</summary>
    public List<string> Leftover { get; } = [];

    public static void Rules(Scene scene, Frame frame)
    {
        var pen = new Pen("rule", Palette.Soft, 1.2, "6 3");
        foreach (var rule in frame.Figure.Marks.OfType<RuleMark>())
        {
            if (rule.Direction == RuleDirection.Horizontal && frame.Y.Holds(rule.At))
                scene.Line(frame.Plot.Left, frame.Down(rule.At), frame.Plot.Right, frame.Down(rule.At), pen);
            else if (rule.Direction == RuleDirection.Vertical && frame.X.Holds(rule.At))
                scene.Line(frame.Across(rule.At), frame.Plot.Top, frame.Across(rule.At), frame.Plot.Bottom, pen);
        }
    }

    /// <summary>Places along the reference lines, which names of points should not cover.</summary>
    public static IEnumerable<(double X, double Y)> AlongRules(Frame frame)
    {
        foreach (var rule in frame.Figure.Marks.OfType<RuleMark>())
        {
            for (var k = 0; k <= 60; k++)
            {
                yield return rule.Direction == RuleDirection.Horizontal
                    ? (frame.Plot.Left + ((frame.Plot.Right - frame.Plot.Left) * k / 60), frame.Down(rule.At))
                    : (frame.Across(rule.At), frame.Plot.Top + ((frame.Plot.Bottom - frame.Plot.Top) * k / 60));
            }
        }
    }

    public void RuleLabels(bool levelOnesToo)
    {
        foreach (var rule in frame.Figure.Marks.OfType<RuleMark>().Where(rule => levelOnesToo || rule.Direction == RuleDirection.Vertical))
        {
            var label = XmlText.Clean(rule.Label);
            var text = Line(label, (frame.Plot.Right - frame.Plot.Left) * 0.7);
            var level = rule.Direction == RuleDirection.Horizontal;
            var scale = level ? frame.Y : frame.X;
            if (label.Length > 0 && (!scale.Holds(rule.At) || !_placer.TryPlace(text, level ? BesideLevel(rule.At) : BesideUpright(rule.At), MostUnderRuleName)))
                Leftover.Add($"Reference line at {scale.Write(rule.At)}: {label}");
        }
    }

    public void Remarks()
    {
        foreach (var remark in frame.Figure.Marks.OfType<TextMark>())
        {
            var label = XmlText.Clean(remark.Text);
            var (x, y) = frame.At(remark.X, remark.Y);
            var text = Line(label, (frame.Plot.Right - frame.Plot.Left) * 0.8);
            if (label.Length > 0 && (text.Full is not null || !_placer.TryPlace(text, Around(x, y, 14), 6)))
                Leftover.Add(label);
        }
    }

    public void PointNames()
    {
        foreach (var point in frame.Figure.Marks.OfType<PointsMark>().SelectMany(mark => mark.Points))
        {
            if (point is not { Y: { } value, Label.Length: > 0 })
                continue;
            var (x, y) = frame.At(point.X, value);
            foreach (var room in new[] { Math.Max(190, (frame.Plot.Right - frame.Plot.Left) * 0.34), ShortName })
            {
                var text = Line(XmlText.Clean(point.Label), room);
                if (_placer.TryPlace(text, [.. Around(x, y, 8).Skip(2), .. Within(text, x, y)], 0))
                    break;
            }
        }
    }

    private static PlacedText Line(string label, double room)
    {
        var text = TextMetrics.Shorten(label, Sizes.Tick, room);
        return new PlacedText(text, 0, 0, Sizes.Tick, TextAnchor.Start, Muted: true, Full: string.Equals(text, label, StringComparison.Ordinal) ? null : label);
    }

    /// <summary>Above and below a point near the plot's edge, drawn in just so far that the name stays inside.</summary>
    private IEnumerable<(double X, double Y, TextAnchor Anchor)> Within(PlacedText text, double x, double y)
    {
        var half = (TextMetrics.Width(text.Text, text.Size) / 2) + 1;
        if (2 * half > frame.Plot.Right - frame.Plot.Left)
            return [];
        var middle = Math.Clamp(x, frame.Plot.Left + half, frame.Plot.Right - half);
        return [(middle, y - 8, TextAnchor.Middle), (middle, y + 16, TextAnchor.Middle)];
    }

    private static IEnumerable<(double X, double Y, TextAnchor Anchor)> Around(double x, double y, double away) =>
    [
        (x, y + 4, TextAnchor.Middle), (x, y + 4, TextAnchor.Start),
        (x + away, y + 4, TextAnchor.Start), (x - away, y + 4, TextAnchor.End),
        (x, y - away, TextAnchor.Middle), (x, y + away + 8, TextAnchor.Middle),
        (x + away, y - away, TextAnchor.Start), (x - away, y - away, TextAnchor.End),
        (x + away, y + away + 8, TextAnchor.Start), (x - away, y + away + 8, TextAnchor.End),
    ];

    private IEnumerable<(double X, double Y, TextAnchor Anchor)> BesideLevel(double at)
    {
        var y = frame.Down(at);
        var middle = (frame.Plot.Left + frame.Plot.Right) / 2;
        return
        [
            (frame.Plot.Right - 4, y - 5, TextAnchor.End), (frame.Plot.Left + 6, y - 5, TextAnchor.Start), (frame.Plot.Right - 4, y + 13, TextAnchor.End),
            (frame.Plot.Left + 6, y + 13, TextAnchor.Start), (middle, y - 5, TextAnchor.Middle), (middle, y + 13, TextAnchor.Middle),
        ];
    }

    private IEnumerable<(double X, double Y, TextAnchor Anchor)> BesideUpright(double at)
    {
        var x = frame.Across(at);
        if (NamesRulesAbove(frame.Figure))
        {
            foreach (var (away, anchor) in new[] { (0, TextAnchor.Middle), (1, TextAnchor.Start), (-1, TextAnchor.End) })
                yield return (x + away, frame.Plot.Top - 4, anchor);
        }

        for (var y = frame.Plot.Top + 12; y < frame.Plot.Bottom - 8; y += 16)
        {
            yield return (x + 5, y, TextAnchor.Start);
            yield return (x - 5, y, TextAnchor.End);
        }
    }
}
