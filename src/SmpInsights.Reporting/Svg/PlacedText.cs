using System.Runtime.InteropServices;

namespace SmpInsights.Reporting.Svg;

/// <summary>Which point of a line of text its X is.</summary>
public enum TextAnchor { Start, Middle, End }

/// <summary>An axis-aligned rectangle in the drawing.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    public bool Overlaps(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    public bool Holds(double x, double y) => x >= Left && x <= Right && y >= Top && y <= Bottom;

    public bool Within(Box outer) => Left >= outer.Left && Right <= outer.Right && Top >= outer.Top && Bottom <= outer.Bottom;
}

/// <summary>A line of text where it is drawn; Y is its baseline. <see cref="Full"/> is the whole text where the line is shortened.</summary>
public sealed record PlacedText(string Text, double X, double Y, double Size, TextAnchor Anchor, bool Bold = false, bool Muted = false, bool Halo = false, string? Full = null)
{
    /// <summary>The room the line takes, measured generously.</summary>
    public Box Bounds
    {
        get
        {
            var width = TextMetrics.Width(Text, Size, Bold);
            var left = Anchor switch { TextAnchor.Start => X, TextAnchor.Middle => X - (width / 2), _ => X - width };
            return new Box(left, Y - (0.80 * Size), left + width, Y + (0.24 * Size));
        }
    }
}
