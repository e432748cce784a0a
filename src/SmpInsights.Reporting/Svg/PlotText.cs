using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Figures;

namespace SmpInsights.Reporting.Svg;

/// <summary>Rules, their labels, remarks and names of points. What finds no room in the plot is said under it, except names of points: those show when hovered.</summary>
internal sealed class PlotText(Scene scene, Frame frame, IReadOnlyList<(double X, double Y)> obstacles)
{
    /// <summary>Remembered places that the name of a rule may hide: a line's tip, but no line through it.</summary>
    private const int MostUnderRuleName = 1;

    /// <summary>Points that are numbered; more would be a list beside the table that has them.</summary>
    private const int MostNumbers = 12;

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
        var named = frame.Figure.Marks.OfType<RuleMark>().Where(rule => XmlText.Clean(rule.Label).Length > 0).ToLookup(rule => rule.Direction);
        foreach (var rule in named[RuleDirection.Horizontal].Where(_ => levelOnesToo))
        {
            if (!frame.Y.Holds(rule.At) || !_placer.TryPlace(NameOf(rule), BesideLevel(rule.At), MostUnderRuleName))
                Leftover.Add(Said(rule, frame.Y));
        }

        Upright([.. named[RuleDirection.Vertical]]);
    }

    /// <summary>All in the plot or all under it: "from 2" and "to 4 years" are read together.</summary>
    private void Upright(IReadOnlyList<RuleMark> rules)
    {
        var placed = new List<PlacedText>();
        foreach (var rule in rules.Where(rule => frame.X.Holds(rule.At)))
        {
            if (_placer.Find(NameOf(rule), BesideUpright(rule.At), MostUnderRuleName, placed) is { } text)
                placed.Add(text);
        }

        if (placed.Count == rules.Count)
            placed.ForEach(scene.Text);
        else if (rules.Count > 1)
            Leftover.Add("Reference lines, from the left: " + string.Join("; ", rules.OrderBy(rule => rule.At).Select(rule => XmlText.Clean(rule.Label))));
        else
            Leftover.Add(Said(rules[0], frame.X));
    }

    private PlacedText NameOf(RuleMark rule) => Line(XmlText.Clean(rule.Label), (frame.Plot.Right - frame.Plot.Left) * 0.7);

    private static string Said(RuleMark rule, Scale scale) => $"Reference line at {scale.Write(rule.At)}: {XmlText.Clean(rule.Label)}";

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

    /// <summary>Names beside points; the points that find no room for theirs get numbers, and a key under the plot. What months signal is told beside the figure too: there a number would hide another month for nothing.</summary>
    public void PointNames()
    {
        var left = frame.Figure.Marks.OfType<PointsMark>().SelectMany(mark => mark.Points).Where(point => point is { Y: not null, Label.Length: > 0 })
            .Where(point => Line(XmlText.Clean(point.Label!), LongName) is not { Full: null } name || !Place(name, point, 0)).ToList();
        if (left.Count > MostNumbers || frame.Figure.X is DateAxis)
        {
            left.ForEach(point => Place(Line(XmlText.Clean(point.Label!), ShortName), point, 0));
            return;
        }

        foreach (var (index, name) in left.GroupBy(point => XmlText.Clean(point.Label!), StringComparer.Ordinal).Index())
        {
            var number = Line(Print.Integer(index + 1), ShortName);
            if (name.Count(point => Place(number, point, 0) || Place(number, point, int.MaxValue)) > 0)
                Leftover.Add($"{number.Text} = {name.Key}");
        }
    }

    private double LongName => Math.Max(190, (frame.Plot.Right - frame.Plot.Left) * 0.34);

    private bool Place(PlacedText text, DataPoint point, int mostCovered)
    {
        var (x, y) = frame.At(point.X, point.Y!.Value);
        return _placer.TryPlace(text, [.. Around(x, y, 8).Skip(2), .. Within(text, x, y)], mostCovered);
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
