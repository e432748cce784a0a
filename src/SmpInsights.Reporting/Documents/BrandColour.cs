using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace SmpInsights.Reporting.Documents;

/// <summary>A colour of a clinic's own, as <c>#RRGGBB</c>.</summary>
public readonly record struct BrandColour
{
    /// <summary>Contrast that text needs on its ground: WCAG 2.2, success criterion 1.4.3 (AA).</summary>
    public const double LeastContrast = 4.5;

    private BrandColour(byte red, byte green, byte blue) => (Red, Green, Blue) = (red, green, blue);

    public static BrandColour White { get; } = new(255, 255, 255);

    /// <summary>The ground of a page in light colours.</summary>
    public static BrandColour Page { get; } = new(0xf3, 0xf5, 0xf8);

    public byte Red { get; }

    public byte Green { get; }

    public byte Blue { get; }

    public static bool TryParse([NotNullWhen(true)] string? text, out BrandColour colour)
    {
        colour = default;
        if (text is not ['#', ..] || text.Length != 7 || !int.TryParse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb))
            return false;
        colour = new BrandColour((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb);
        return true;
    }

    /// <summary>1 (equal) to 21 (black and white): WCAG 2.2, "contrast ratio".</summary>
    public double ContrastWith(BrandColour other)
    {
        var (a, b) = (Luminance, other.Luminance);
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{Red:x2}{Green:x2}{Blue:x2}");

    /// <summary>WCAG 2.2, "relative luminance".</summary>
    private double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    private static double Linear(byte channel)
    {
        var share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }
}
