using System.Text;
using SmpInsights.Reporting.Svg;

namespace SmpInsights.Reporting.Html;

/// <summary>The run of a tile's value as a small line that ends in a dot; an ornament beside the printed numbers, hidden from screen readers.</summary>
internal static class Sparkline
{
    private const double Width = 160;
    private const double Height = 30;

    public static string Of(IReadOnlyList<double?> values)
    {
        var known = values.OfType<double>().Where(double.IsFinite).ToArray();
        if (known.Length < 2)
            return "";
        var (least, most) = (known.Min(), known.Max());
        double X(int i) => 4 + (i * (Width - 8) / Math.Max(1, values.Count - 1));
        double Y(double value) => most - least < 1e-12 ? Height / 2 : Height - 4 - ((value - least) / (most - least) * (Height - 8));

        var path = new StringBuilder();
        var broken = true;
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is { } value && double.IsFinite(value))
            {
                path.Append(broken ? 'M' : 'L').Append(Num.Of(X(i))).Append(' ').Append(Num.Of(Y(value)));
                broken = false;
            }
            else
            {
                broken = true;
            }
        }

        var last = Enumerable.Range(0, values.Count).Last(i => values[i] is { } value && double.IsFinite(value));
        return $"<svg class=\"spark\" viewBox=\"0 0 {Num.Of(Width)} {Num.Of(Height)}\" width=\"{Num.Of(Width)}\" height=\"{Num.Of(Height)}\" aria-hidden=\"true\">"
            + $"<path d=\"{path}\"/><circle cx=\"{Num.Of(X(last))}\" cy=\"{Num.Of(Y(values[last]!.Value))}\" r=\"3\"/></svg>\n";
    }
}
