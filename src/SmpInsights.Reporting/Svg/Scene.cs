using System.Text;

namespace SmpInsights.Reporting.Svg;

/// <summary>A stroke: the class that recolours it in the dark, the colour for everything else.</summary>
internal readonly record struct Pen(string Class, string Colour, double Width, string Dash = "", double Opacity = 1);

/// <summary>What is drawn, as SVG elements in order, and every line of text with its place.</summary>
internal sealed class Scene
{
    private readonly StringBuilder _shapes = new();
    private readonly StringBuilder _words = new();
    private readonly SortedSet<string> _classes = new(StringComparer.Ordinal);

    public List<PlacedText> Texts { get; } = [];

    public IEnumerable<string> Classes => _classes;

    /// <summary>Shapes, then text above all of them.</summary>
    public string Content => _shapes.ToString() + _words;

    public void Open(string attributes) => _shapes.Append("<g ").Append(attributes).Append(">\n");

    public void Close() => _shapes.Append("</g>\n");

    public void Line(double x1, double y1, double x2, double y2, Pen pen) =>
        _shapes.Append($"<line x1=\"{Num.Of(x1)}\" y1=\"{Num.Of(y1)}\" x2=\"{Num.Of(x2)}\" y2=\"{Num.Of(y2)}\"{Stroke(pen)}/>\n");

    public void Path(string data, Pen pen) => _shapes.Append($"<path d=\"{data}\" fill=\"none\" stroke-linejoin=\"round\"{Stroke(pen)}/>\n");

    public void Area(string data, string fillClass, string colour, double opacity, string? title = null) =>
        Titled($"<path d=\"{data}\"{Fill(fillClass, colour, opacity)}", "path", title);

    public void Rect(Box box, string fillClass, string colour, string? title = null, double opacity = 1, string? pattern = null)
    {
        var place = $"<rect x=\"{Num.Of(box.Left)}\" y=\"{Num.Of(box.Top)}\" width=\"{Num.Of(Math.Max(0, box.Right - box.Left))}\" height=\"{Num.Of(Math.Max(0, box.Bottom - box.Top))}\"";
        if (pattern is null)
        {
            Titled(place + Fill(fillClass, colour, opacity), "rect", title);
            return;
        }

        Titled(place + Fill(fillClass, colour, opacity), "rect", title: null);
        Titled($"{place} fill=\"url(#{pattern})\"", "rect", title);
    }

    /// <summary>A marker with a thin edge of paper around it, so that neighbours stay apart.</summary>
    public void Marker(string data, SeriesStyle style, bool hollow)
    {
        var fill = hollow ? Fill("paper", Palette.Paper, 1) : Fill(style.FillClass, style.Colour, 1);
        var edge = hollow ? Stroke(new Pen(style.StrokeClass, style.Colour, 1.8)) : Stroke(new Pen("edge", Palette.Paper, 0.8));
        // One attribute "class" holds both.
        var both = Merge(fill, edge);
        _shapes.Append($"<path d=\"{data}\"{both}/>\n");
    }

    /// <summary>An unseen disc that answers the pointer.</summary>
    public void Hover(double x, double y, double radius, string title) =>
        _shapes.Append($"<circle cx=\"{Num.Of(x)}\" cy=\"{Num.Of(y)}\" r=\"{Num.Of(radius)}\" fill=\"#000\" fill-opacity=\"0\"><title>{XmlText.Escape(title)}</title></circle>\n");

    public void Text(PlacedText text)
    {
        Texts.Add(text);
        var role = text.Muted ? "soft" : "ink";
        _classes.Add(role);
        var anchor = text.Anchor switch { TextAnchor.Middle => " text-anchor=\"middle\"", TextAnchor.End => " text-anchor=\"end\"", _ => "" };
        var halo = "";
        var names = role;
        if (text.Halo)
        {
            _classes.Add("edge");
            names += " edge";
            halo = $" stroke=\"{Palette.Paper}\" stroke-width=\"3.5\" stroke-linejoin=\"round\" paint-order=\"stroke\"";
        }

        _words.Append($"<text x=\"{Num.Of(text.X)}\" y=\"{Num.Of(text.Y)}\" font-size=\"{Num.Of(text.Size)}\"{anchor} class=\"{names}\" fill=\"{(text.Muted ? Palette.Soft : Palette.Ink)}\"{halo}");
        if (text.Bold)
            _words.Append(" font-weight=\"600\"");
        _words.Append('>');
        if (text.Full is { } full)
            _words.Append("<title>").Append(XmlText.Escape(full)).Append("</title>");
        _words.Append(XmlText.Escape(text.Text)).Append("</text>\n");
    }

    private string Stroke(Pen pen)
    {
        _classes.Add(pen.Class);
        var dash = pen.Dash.Length == 0 ? "" : $" stroke-dasharray=\"{pen.Dash}\"";
        var opacity = pen.Opacity < 1 ? $" stroke-opacity=\"{Num.Of(pen.Opacity)}\"" : "";
        return $" class=\"{pen.Class}\" stroke=\"{pen.Colour}\" stroke-width=\"{Num.Of(pen.Width)}\"{dash}{opacity}";
    }

    private string Fill(string name, string colour, double opacity)
    {
        _classes.Add(name);
        return $" class=\"{name}\" fill=\"{colour}\"" + (opacity < 1 ? $" fill-opacity=\"{Num.Of(opacity)}\"" : "");
    }

    private static string Merge(string fill, string stroke)
    {
        const string Start = " class=\"";
        var end = stroke.IndexOf('"', Start.Length);
        return Start + stroke[Start.Length..end] + " " + fill[Start.Length..] + stroke[(end + 1)..];
    }

    private void Titled(string open, string element, string? title)
    {
        _shapes.Append(open);
        _ = title is null
            ? _shapes.Append("/>\n")
            : _shapes.Append("><title>").Append(XmlText.Escape(title)).Append("</title></").Append(element).Append(">\n");
    }
}
