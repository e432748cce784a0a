using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Figures;

namespace SmpInsights.Reporting.Svg;

/// <summary>Lays a figure out from the top down: titles, legend, plot, axis, numbers at risk, footnote.</summary>
internal sealed class FigureLayout
{
    /// <summary>Share of the width that names of rows may take.</summary>
    private const double WidestNames = 0.32;

    private readonly Figure _figure;
    private readonly SvgSize _size;
    private readonly string _scope;
    private readonly IReadOnlyDictionary<string, SeriesStyle> _styles;
    private double _y = 4;

    public FigureLayout(Figure figure, SvgSize size, string scope)
    {
        (_figure, _size, _scope) = (figure, size, scope);
        _styles = SeriesStyle.For(figure);
        Header();
        if (figure.IsEmpty)
            NoData();
        else
            Plot();
    }

    public Scene Scene { get; } = new();

    public double Height => _y;

    public IEnumerable<SeriesStyle> Styles => _styles.Values;

    /// <summary>The part of the plot that lines and bands may not leave.</summary>
    public Box Clip { get; private set; }

    private double Inner => _size.Width - (2 * Sizes.Margin);

    private void Header()
    {
        Paragraph(_figure.Title, Sizes.Title, 20, 3, bold: true, muted: false);
        Paragraph(_figure.Subtitle, Sizes.Subtitle, 17, 3, bold: false, muted: true);
        _y += 6;
    }

    private void NoData()
    {
        var box = new Box(Sizes.Margin, _y, _size.Width - Sizes.Margin, _y);
        var top = _y + 22;
        var lines = TextMetrics.Wrap(XmlText.Clean(_figure.NoDataReason ?? "Nothing was recorded that this figure could show."), Sizes.Label, Inner - 32, 5);
        var bottom = top + 24 + (lines.Count * Sizes.LabelLine);
        Scene.Rect(box with { Bottom = bottom }, "wash", Palette.Wash);
        Scene.Text(new PlacedText("Not enough data yet", Sizes.Margin + 16, top + 4, Sizes.Subtitle, TextAnchor.Start, Bold: true));
        for (var i = 0; i < lines.Count; i++)
            Scene.Text(new PlacedText(lines[i], Sizes.Margin + 16, top + 23 + (i * Sizes.LabelLine), Sizes.Label, TextAnchor.Start, Muted: true));
        _y = bottom + 6;
        Footer([]);
    }

    private void Plot()
    {
        var lies = Scales.Lies(_figure);
        var height = _figure.Y is CategoryAxis categories ? Math.Max(60, categories.Categories.Count * (categories.Categories.Count == 0 ? 0 : RowHeight())) : _size.PlotHeight;
        var y = Scales.Vertical(_figure, height);
        var ends = EndLabels.Of(_figure, Scales.Horizontal(_figure, Inner * 0.75), y, _styles, height, Math.Min(_size.Width * 0.27, 190));
        var legend = _styles.Values.Where(style => ends?.Names.Contains(style.Series.Name) != true && NeedsName(style)).OrderBy(style => Diverging.SideOfZero(_figure, style.Series.Name)).ToArray();
        _y += Legend.Draw(Scene, _figure, legend, _scope, Sizes.Margin, _size.Width - Sizes.Margin, _y);
        if (_figure.Y.Title.Length > 0)
            Paragraph(_figure.Y.Title, Sizes.Tick, 16, 2, bold: false, muted: true);
        _y += 10 + (PlotText.NamesRulesAbove(_figure) ? Sizes.LabelLine : 0);

        var left = LeftMargin(y);
        var x = Scales.Horizontal(_figure, _size.Width - left - (ends?.Width ?? 0) - 16);
        var overhang = _figure.X is CategoryAxis || x.Ticks.Count == 0 ? 8 : (TextMetrics.Width(x.Ticks[^1].Label, Sizes.Tick) / 2) + 2;
        if (_figure.AtRisk is not null)
            overhang = Math.Max(overhang, 20);
        var right = _size.Width - Sizes.Margin - Math.Max(overhang, ends?.Width ?? 0);
        var frame = new Frame(_figure, new Box(left, _y, right, _y + height), x, y, lies);
        Marks(frame, ends);
    }

    private void Marks(Frame frame, EndLabels? ends)
    {
        var axes = new AxisDrawer(Scene, frame);
        axes.Grid();
        Clip = new Box(frame.Plot.Left - 1, frame.Plot.Top - 1.5, frame.Plot.Right + 1.5, frame.Plot.Bottom + 1);
        var marks = new MarkDrawer(Scene, frame, _styles);
        Scene.Open($"clip-path=\"url(#{_scope}_clip)\"");
        foreach (var band in _figure.Marks.OfType<BandMark>())
            marks.Draw(band);
        new BarDrawer(Scene, frame, _styles, marks, _scope).Draw();
        foreach (var heat in _figure.Marks.OfType<HeatMapMark>())
            HeatMapDrawer.Draw(Scene, frame, heat, _scope);
        Scene.Close();
        axes.Lines();
        PlotText.Rules(Scene, frame);
        Scene.Open($"clip-path=\"url(#{_scope}_clip)\"");
        foreach (var line in _figure.Marks.Where(mark => mark is LineMark or StepMark))
            marks.Draw(line);
        Scene.Close();
        foreach (var line in _figure.Marks.OfType<LineMark>())
            marks.LineMarkers(line);
        foreach (var mark in _figure.Marks.Where(mark => mark is PointsMark or IntervalsMark))
            marks.Draw(mark);

        axes.LeftLabels();
        var bottom = frame.Plot.Bottom + axes.BottomLabels();
        ends?.Draw(Scene, frame.Plot.Right, frame.Plot.Top);
        var words = new PlotText(Scene, frame, [.. marks.Obstacles, .. PlotText.AlongRules(frame)]);
        words.RuleLabels(levelOnesToo: ends is null);
        words.Remarks();
        words.PointNames();
        if (_figure.Marks.OfType<HeatMapMark>().Any(heat => HeatMapDrawer.HasBlanks(_figure, heat)))
            words.Leftover.Add("Blank: nothing recorded.");
        if (marks.Cut)
            words.Leftover.Add("Values beyond the axis are drawn at its edge.");
        Below(frame, bottom, words.Leftover);
    }

    private void Below(Frame frame, double bottom, List<string> leftover)
    {
        _y = bottom + 2;
        if (_figure.X.Title.Length > 0)
        {
            var room = frame.Plot.Right - frame.Plot.Left;
            foreach (var line in TextMetrics.Wrap(XmlText.Clean(_figure.X.Title), Sizes.Tick, room, 2))
            {
                Scene.Text(new PlacedText(line, (frame.Plot.Left + frame.Plot.Right) / 2, _y + 12, Sizes.Tick, TextAnchor.Middle, Muted: true));
                _y += 16;
            }
        }

        _y += 6;
        if (_figure.AtRisk is { Rows.Count: > 0 } table)
            _y += AtRiskDrawer.Draw(Scene, frame, table, _y, _size.Width);
        Footer(leftover);
    }

    private void Footer(IReadOnlyList<string> leftover)
    {
        foreach (var sentence in leftover)
            Paragraph(sentence, Sizes.Foot, Sizes.FootLine, 4, bold: false, muted: true);
        var parts = new[] { _figure.Footnote.Count, "as of " + Print.Day(_figure.Footnote.AsOf), _figure.Footnote.Source };
        Paragraph(string.Join("\u00A0· ", parts.Where(part => part.Length > 0)), Sizes.Foot, Sizes.FootLine, 4, bold: false, muted: true);
        _y += 6;
    }

    private void Paragraph(string text, double size, double line, int most, bool bold, bool muted)
    {
        var clean = XmlText.Clean(text);
        var lines = TextMetrics.Wrap(clean, size, Inner, most, bold);
        for (var i = 0; i < lines.Count; i++)
        {
            _y += line;
            var full = i == lines.Count - 1 && lines[i].EndsWith('…') ? clean : null;
            Scene.Text(new PlacedText(lines[i], Sizes.Margin, _y - (line - size), size, TextAnchor.Start, bold, muted, Full: full));
        }
    }

    private bool NeedsName(SeriesStyle style) => style.Series.Name.Length > 0 && (_styles.Count > 1
        || _figure.Marks.Any(mark => mark is LineMark or StepMark or BandMark));

    /// <summary>Room for the bars of a row, and for its name.</summary>
    private double RowHeight() => Math.Max(MarksHeight(), 4 + (Sizes.TickLine * ((CategoryAxis)_figure.Y).Categories.Max(name => TextMetrics.Wrap(XmlText.Clean(name), Sizes.Tick, (_size.Width * WidestNames) - 2, Sizes.MostRowLines).Count)));

    private double MarksHeight() => _figure.Marks.OfType<BarsMark>().Count() > 1 ? Math.Max(34, _figure.Marks.OfType<BarsMark>().Count() * 13) : 34;

    private double LeftMargin(Scale y)
    {
        var widest = y.Ticks.Select(tick => TextMetrics.Width(XmlText.Clean(tick.Label), Sizes.Tick)).DefaultIfEmpty().Max() + 2;
        var margin = 10 + Sizes.Margin + (_figure.Y is CategoryAxis ? Math.Min(widest, _size.Width * WidestNames) : widest);
        return Math.Max(Math.Max(margin, 34), _figure.AtRisk is { } table ? AtRiskDrawer.LeftRoom(table, _size.Width) : 0);
    }
}
