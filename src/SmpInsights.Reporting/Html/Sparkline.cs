using System.Text;
using SmpInsights.Reporting.Svg;

namespace SmpInsights.Reporting.Html;

/// <summary>The run of a tile's value as a small line that ends in a dot and takes what height its tile has left; an ornament beside the printed numbers, hidden from screen readers.</summary>
internal static class Sparkline
{
    private const double Width = 160;
    private const double Height = 30;

    public static string Of(IReadOnlyList<double?> values)
    {
        var known = values.OfType<double>().Where(double.IsFinite).ToArray();
        if (!Enumerable.Range(1, Math.Max(0, values.Count - 1)).Any(i => Joins(values[i - 1], values[i])))
            return ""; // single dots show no run
        var (least, most) = (known.Min(), known.Max());
        double X(int i) => 4 + (i * (Width - 8) / Math.Max(1, values.Count - 1));
        double Y(double value) => most - least < 1e-12 ? Height / 2 : Height - 4 - ((value - least) / (most - least) * (Height - 8));

        var (path, alone) = (new StringBuilder(), new StringBuilder());
        var broken = true;
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is { } value && double.IsFinite(value))
            {
                path.Append(broken ? 'M' : 'L').Append(Num.Of(X(i))).Append(' ').Append(Num.Of(Y(value)));
                if (broken && (i + 1 == values.Count || !Joins(value, values[i + 1])))
                    alone.Append('M').Append(Num.Of(X(i))).Append(' ').Append(Num.Of(Y(value))).Append("h0");
                broken = false;
            }
            else
            {
                broken = true;
            }
        }

        var end = values[^1] is { } now && double.IsFinite(now) ? $"<path class=\"end\" d=\"M{Num.Of(X(values.Count - 1))} {Num.Of(Y(now))}h0\"/>" : "";
        return $"<svg class=\"spark\" viewBox=\"0 0 {Num.Of(Width)} {Num.Of(Height)}\" width=\"{Num.Of(Width)}\" height=\"{Num.Of(Height)}\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
            + $"<path d=\"{path}\"/>{(alone.Length > 0 ? $"<path class=\"alone\" d=\"{alone}\"/>" : "")}{end}</svg>\n";
    }

    private static bool Joins(double? one, double? next) => one is { } a && next is { } b && double.IsFinite(a) && double.IsFinite(b);
}
