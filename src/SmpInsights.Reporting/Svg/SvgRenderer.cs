using System.Text;
using SmpInsights.Reporting.Figures;

namespace SmpInsights.Reporting.Svg;

/// <summary>
/// Draws a figure as SVG. Colours are attributes, so that any program shows them; a style sheet, scoped to the figure, adds the dark colours.
/// Equal figures give equal text.
/// </summary>
public static class SvgRenderer
{
    private const string Fonts = "Segoe UI, Helvetica, Arial, Liberation Sans, sans-serif";

    /// <summary>An SVG element to stand in a page. <paramref name="variant"/> keeps ids apart where a page holds one figure twice.</summary>
    public static string Render(Figure figure, SvgSize? size = null, string variant = "")
    {
        size ??= SvgSize.Page;
        var scope = "fig-" + figure.Id + variant;
        var layout = new FigureLayout(figure, size, scope);
        var (width, height) = (Num.Of(size.Width), Num.Of(Math.Ceiling(layout.Height)));
        var svg = new StringBuilder();
        svg.Append($"<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"{scope}\" class=\"{scope}\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" aria-labelledby=\"{scope}_t {scope}_d\" font-family=\"{Fonts}\">\n");
        svg.Append($"<title id=\"{scope}_t\">{XmlText.Escape(figure.Title)}</title>\n<desc id=\"{scope}_d\">{XmlText.Escape(AltText.Of(figure))}</desc>\n");
        svg.Append($"<style>{DarkColours(scope, [.. layout.Scene.Classes, .. figure.Marks.Any(mark => mark is HeatMapMark) ? new[] { "sm" } : []])}</style>\n");
        svg.Append("<defs>\n").Append(Clip(scope, layout.Clip)).Append(Hatching.Definitions(scope, layout.Styles.Where(style => IsBar(figure, style)))).Append(figure.Marks.Any(mark => mark is HeatMapMark) ? Hatching.Suppressed(scope) : "").Append("</defs>\n");
        svg.Append($"<rect class=\"paper\" width=\"{width}\" height=\"{height}\" fill=\"{Palette.Paper}\"/>\n");
        svg.Append(layout.Scene.Content).Append("</svg>\n");
        return svg.ToString();
    }

    /// <summary>A file of its own.</summary>
    public static byte[] RenderFile(Figure figure) =>
        Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + Render(figure));

    /// <summary>Every line of text and where it stands.</summary>
    public static IReadOnlyList<PlacedText> Texts(Figure figure, SvgSize? size = null) =>
        new FigureLayout(figure, size ?? SvgSize.Page, "fig-" + figure.Id).Scene.Texts;

    private static bool IsBar(Figure figure, SeriesStyle style) => figure.Marks
        .Where(mark => mark is BarsMark or StackedBarsMark)
        .Any(mark => string.Equals(MarkSeries.Of(mark)?.Name, style.Series.Name, StringComparison.Ordinal));

    private static string Clip(string scope, Box box) =>
        $"<clipPath id=\"{scope}_clip\"><rect x=\"{Num.Of(box.Left)}\" y=\"{Num.Of(box.Top)}\" width=\"{Num.Of(box.Right - box.Left)}\" height=\"{Num.Of(box.Bottom - box.Top)}\"/></clipPath>\n";

    private static string DarkColours(string scope, IEnumerable<string> classes)
    {
        var rules = new StringBuilder("@media screen and (prefers-color-scheme:dark){");
        foreach (var name in classes.Append("paper").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            rules.Append($".{scope} .{name}{{{Dark(name)}}}");
        return rules.Append('}').ToString();
    }

    private static string Dark(string name) => name switch
    {
        "ink" => $"fill:{Palette.InkDark}",
        "soft" => $"fill:{Palette.SoftDark}",
        "paper" => $"fill:{Palette.PaperDark}",
        "wash" => "fill:#202834",
        ['h', var shade] => "fill:" + Palette.DarkShades[shade - '0'],
        "edge" => $"stroke:{Palette.PaperDark}",
        "grid" => $"stroke:{Palette.GridDark}",
        "axis" => $"stroke:{Palette.AxisLineDark}",
        "rule" or "sm" => $"stroke:{Palette.SoftDark}",
        "fm" => $"fill:{Palette.SoftDark}",
        _ => (name[0] == 's' ? "stroke:" : "fill:") + Palette.Dark[name[1] - '0'],
    };
}
