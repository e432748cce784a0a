using SmpInsights.Reporting.Figures;

namespace SmpInsights.Reporting.Svg;

/// <summary>
/// Names of lines beside their ends, which is quicker to read than a legend. Given up, as a whole, where a name would have to stand far from its
/// line or a line ends early; then there is a legend.
/// </summary>
internal sealed class EndLabels
{
    private const double FarthestShift = 16;
    private const double SampleRoom = 22;

    private readonly List<Entry> _entries = [];

    private EndLabels() { }

    public double Width { get; private set; }

    public IReadOnlySet<string> Names => _entries.Where(entry => entry.Style is not null).Select(entry => entry.Style!.Series.Name).ToHashSet(StringComparer.Ordinal);

    public bool HoldsRules => _entries.Exists(entry => entry.Style is null);

    /// <summary>Labels of all lines and level rules of a figure, both of two limits where there is room, or null where they do not fit.</summary>
    public static EndLabels? Of(Figure figure, Scale x, Scale y, IReadOnlyDictionary<string, SeriesStyle> styles, double height, double room) =>
        Scales.Lies(figure) ? null : Of(figure, x, y, styles, height, room, mostAlike: 2) ?? Of(figure, x, y, styles, height, room, mostAlike: 1);

    private static EndLabels? Of(Figure figure, Scale x, Scale y, IReadOnlyDictionary<string, SeriesStyle> styles, double height, double room, int mostAlike)
    {
        var alike = figure.Marks.Select(End).OfType<(string Name, (double X, double Y) Point)>().GroupBy(end => end.Name, StringComparer.Ordinal).ToDictionary(ends => ends.Key, ends => ends.Count(), StringComparer.Ordinal);
        var labels = new EndLabels();
        foreach (var mark in figure.Marks)
        {
            var end = End(mark);
            if (end is null || (alike[end.Value.Name] > mostAlike && labels.Names.Contains(end.Value.Name)))
                continue;
            if (!double.IsInfinity(end.Value.Point.X) && x.Share(end.Value.Point.X) < 0.85)
                return null;
            var lines = TextMetrics.Wrap(XmlText.Clean(end.Value.Name), Sizes.Label, room - SampleRoom, 2);
            if (lines.Count == 0 || lines.Any(line => line.EndsWith('…')))
                return null;
            var wanted = height - (Math.Clamp(y.Share(end.Value.Point.Y), 0, 1) * height);
            labels._entries.Add(new Entry(mark is RuleMark ? null : styles[end.Value.Name], lines, wanted));
        }

        return labels._entries.Count > 0 && labels.Spread(height) ? labels : null;
    }

    public void Draw(Scene scene, double left, double top)
    {
        foreach (var entry in _entries)
        {
            if (entry.Style is { } style)
                scene.Line(left + 4, top + entry.Middle, left + SampleRoom - 4, top + entry.Middle, new Pen(style.StrokeClass, style.Colour, style.LineWidth, style.Dash));
            var x = left + (entry.Style is null ? 6 : SampleRoom);
            for (var i = 0; i < entry.Lines.Count; i++)
                scene.Text(new PlacedText(entry.Lines[i], x, top + entry.Middle + 4 + ((i - ((entry.Lines.Count - 1) / 2.0)) * Sizes.LabelLine), Sizes.Label, TextAnchor.Start, Muted: entry.Style is null));
        }
    }

    private static (string Name, (double X, double Y) Point)? End(Mark mark) => mark switch
    {
        LineMark line when Last(line.Points) is { } last => (line.Series.Name, last),
        StepMark step when Last(step.Points) is { } last => (step.Series.Name, last),
        RuleMark { Direction: RuleDirection.Horizontal } rule => (rule.Label, (double.PositiveInfinity, rule.At)),
        _ => null,
    };

    private static (double X, double Y)? Last(IReadOnlyList<DataPoint> points) =>
        points.LastOrDefault(point => point.Y.HasValue) is { } last ? (last.X, last.Y!.Value) : null;

    private bool Spread(double height)
    {
        _entries.Sort((a, b) => a.Wanted.CompareTo(b.Wanted));
        foreach (var entry in _entries)
        {
            entry.Middle = entry.Wanted;
            Width = Math.Max(Width, SampleRoom + entry.Lines.Max(line => TextMetrics.Width(line, Sizes.Label)));
        }

        // Neighbours that touch part evenly, again and again: what the middle of a cluster of labels would settle at.
        for (var pass = 0; pass < 60; pass++)
        {
            for (var i = 1; i < _entries.Count; i++)
            {
                var need = (_entries[i - 1].Height + _entries[i].Height) / 2;
                var lacking = need - (_entries[i].Middle - _entries[i - 1].Middle);
                if (lacking <= 0)
                    continue;
                _entries[i - 1].Middle -= lacking / 2;
                _entries[i].Middle += lacking / 2;
            }
        }

        for (var i = 1; i < _entries.Count; i++)
            _entries[i].Middle = Math.Max(_entries[i].Middle, _entries[i - 1].Middle + ((_entries[i - 1].Height + _entries[i].Height) / 2));
        return _entries.TrueForAll(entry => Math.Abs(entry.Middle - entry.Wanted) <= FarthestShift
            && entry.Middle - (entry.Height / 2) >= -12 && entry.Middle + (entry.Height / 2) <= height + 10);
    }

    private sealed class Entry(SeriesStyle? style, IReadOnlyList<string> lines, double wanted)
    {
        public SeriesStyle? Style { get; } = style;

        public IReadOnlyList<string> Lines { get; } = lines;

        public double Wanted { get; } = wanted;

        public double Middle { get; set; }

        public double Height => (Lines.Count * Sizes.LabelLine) + 1;
    }
}
