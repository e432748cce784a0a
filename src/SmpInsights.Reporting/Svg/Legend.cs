using SmpInsights.Reporting.Figures;

namespace SmpInsights.Reporting.Svg;

/// <summary>Entries that flow over lines above the plot.</summary>
internal static class Legend
{
    private const double Gap = 18;

    /// <summary>Draws entries for the given series; returns the height they take.</summary>
    public static double Draw(Scene scene, Figure figure, IReadOnlyList<SeriesStyle> entries, string scope, double left, double right, double top)
    {
        var x = left;
        var y = top;
        foreach (var style in entries)
        {
            var name = XmlText.Clean(style.Series.Name);
            var text = TextMetrics.Shorten(name, Sizes.Label, right - left - Sizes.SampleWidth - 6);
            var width = Sizes.SampleWidth + 6 + TextMetrics.Width(text, Sizes.Label);
            if (x > left && x + width > right)
                (x, y) = (left, y + Sizes.LabelLine + 3);
            Sample(scene, figure, style, scope, x, y + 7);
            scene.Text(new PlacedText(text, x + Sizes.SampleWidth + 6, y + 11, Sizes.Label, TextAnchor.Start, Full: string.Equals(text, name, StringComparison.Ordinal) ? null : name));
            x += width + Gap;
        }

        return entries.Count == 0 ? 0 : y - top + Sizes.LabelLine + 5;
    }

    private static void Sample(Scene scene, Figure figure, SeriesStyle style, string scope, double x, double y)
    {
        var marks = figure.Marks.Where(mark => string.Equals(MarkSeries.Of(mark)?.Name, style.Series.Name, StringComparison.Ordinal)).ToArray();
        var line = marks.Any(mark => mark is LineMark or StepMark);
        if (marks.Any(mark => mark is BarsMark or StackedBarsMark))
            scene.Rect(new Box(x + 5, y - 6, x + Sizes.SampleWidth - 5, y + 6), style.FillClass, style.Colour, pattern: Hatching.Id(scope, style));
        else if (marks.All(mark => mark is BandMark))
            scene.Rect(new Box(x, y - 6, x + Sizes.SampleWidth, y + 6), style.FillClass, style.Colour, opacity: 0.25);
        if (line || marks.Any(mark => mark is IntervalsMark))
            scene.Line(x, y, x + Sizes.SampleWidth, y, new Pen(style.StrokeClass, style.Colour, style.LineWidth, line ? style.Dash : ""));
        if (marks.Any(mark => mark is PointsMark or IntervalsMark or LineMark { Markers: true }))
            scene.Marker(Markers.Path(style.Shape, x + (Sizes.SampleWidth / 2), y, 4.6), style, hollow: false);
    }
}
