namespace SmpInsights.Reporting.Workbooks;

/// <summary>How much of a sheet goes on a page of A4, in pixels of the screen at full size.</summary>
internal static class Paper
{
    /// <summary>Pixels of a column's unit of width: a digit of the normal font and its share of the padding.</summary>
    public const double PixelsPerUnit = 7.2;
    public const double PixelsPerPoint = 96 / 72.0;

    /// <summary>Margins in inches.</summary>
    public const double Side = 0.35;
    public const double Top = 0.4;
    public const double Bottom = 0.55;

    /// <summary>Type of 10 points is read down to this scale.</summary>
    public const double SmallestScale = 0.64;

    /// <summary>An upright page is taken where it is not much smaller than a lying one.</summary>
    private const double UprightEnough = 0.7;
    private const double UprightEnoughIfLong = 0.6;
    private const double Short = 8.27 * 96;
    private const double Long = 11.69 * 96;
    private const double Sides = 2 * Side * 96;
    private const double Ends = (Top + Bottom) * 96;

    /// <summary>The scale at which all of it is on one page, 1 at most.</summary>
    public static double Scale(double width, double height) => Math.Max(Fit(width, height, lying: false), Fit(width, height, lying: true));

    /// <summary>Whether a sheet that goes on over pages is better on lying ones, of which it needs twice as many.</summary>
    public static bool LiesByWidth(double width) => Fit(width, 0, lying: false) < UprightEnoughIfLong;

    /// <summary>Whether what goes on one page is better on a lying one.</summary>
    public static bool Lies(double width, double height)
    {
        var upright = Fit(width, height, lying: false);
        return upright < UprightEnough && upright < Fit(width, height, lying: true);
    }

    private static double Fit(double width, double height, bool lying) =>
        Math.Min(1, Math.Min(((lying ? Long : Short) - Sides) / Math.Max(width, 1), ((lying ? Short : Long) - Ends) / Math.Max(height, 1)));
}
