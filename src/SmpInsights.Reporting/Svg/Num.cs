using System.Globalization;

namespace SmpInsights.Reporting.Svg;

/// <summary>Numbers as the drawing writes them: two decimals at most, never an exponent, never a negative zero.</summary>
internal static class Num
{
    public static string Of(double value)
    {
        var rounded = Math.Round(value, 2, MidpointRounding.AwayFromZero);
        return (rounded == 0 ? 0 : rounded).ToString("0.##", CultureInfo.InvariantCulture);
    }
}
