namespace SmpInsights.Reporting.Workbooks;

/// <summary>How much of a sheet goes on a page of A4, in pixels of the screen at full size.</summary>
internal static class Paper
{
    /// <summary>Pixels of a column's unit of width, which is a digit of the normal font: in Excel, and in programs that do not round them down.</summary>
    private const double PerUnit = 7;
    private const double MostPerUnit = 7.4;

    /// <summary>Pixels that a column has beyond its units.</summary>
    private const double Padding = 5;

    public const double PixelsPerPoint = 96 / 72.0;

    /// <summary>Margins in inches.</summary>
    public const double Side = 0.35;
    public const double Top = 0.4;
    public const double Bottom = 0.55;

    /// <summary>Type of 10 points is printed at about 8, that of 9 at 7.</summary>
    public const double SmallestScale = 0.78;

    /// <summary>A table that goes on over pages is printed down to this scale.</summary>
    private const double SmallestLongScale = 0.76;

    /// <summary>Down to this, with type of 7 points, where a row would else not go on one page, or hardly anything on the last.</summary>
    private const double SmallestWideScale = 0.7;

    /// <summary>The share of a page that is all but empty.</summary>
    private const double SmallRest = 0.15;

    /// <summary>What programs need beyond what was reckoned: heights of rows are rounded up.</summary>
    private const double Rounding = 0.97;
    private const double Short = 8.27 * 96;
    private const double Long = 11.69 * 96;
    private const double Sides = 2 * Side * 96;
    private const double Ends = (Top + Bottom) * 96;

    /// <summary>The least that columns of these widths take, so that nothing covers what stands beside them.</summary>
    public static double Pixels(IEnumerable<double> widths) => widths.Sum(width => (width * PerUnit) + Padding);

    /// <summary>The most that they take, so that all of them are on the page.</summary>
    public static double MostPixels(IEnumerable<double> widths) => widths.Sum(width => (width * MostPerUnit) + Padding);

    /// <summary>The scale at which all of it is on one page, 1 at most.</summary>
    public static double Scale(double width, double height) => Math.Max(Fit(width, height, lying: false), Fit(width, height, lying: true));

    /// <summary>Whether a sheet that goes on over pages needs lying ones, which hold half as many rows.</summary>
    public static bool LiesByWidth(double width) => Fit(width, 0, lying: false) < SmallestLongScale;

    /// <summary>Whether a page that it shares can be upright.</summary>
    public static bool GoesUpright(double width) => Fit(width, 0, lying: false) >= SmallestScale;

    /// <summary>Lying pages beside each other that it needs.</summary>
    public static int Across(double width) => (int)Math.Ceiling(SmallestWideScale / Fit(width, 0, lying: true));

    /// <summary>
    /// The most pages below each other of a sheet one page wide whose last would be all but empty: one fewer, printed a little smaller. 0 where they may be as many as they come to.
    /// </summary>
    public static int MostDown(double width, double height, double header, bool lies)
    {
        var page = HeightBeside(width, lies);
        var pages = 1 + (Math.Max(0, height - page) / (page - header));
        var fewer = (int)Math.Floor(pages);
        return fewer > 0 && pages > fewer && Fit(width, 0, lies) * fewer / pages * Rounding >= SmallestWideScale && pages - fewer < SmallRest ? fewer : 0;
    }

    /// <summary>Whether what goes on one page is better on a lying one.</summary>
    public static bool Lies(double width, double height)
    {
        var upright = Fit(width, height, lying: false);
        return upright < SmallestScale && upright < Fit(width, height, lying: true);
    }

    /// <summary>The height of what goes on a page that the width fills.</summary>
    public static double HeightBeside(double width, bool lies) => ((lies ? Short : Long) - Ends) / Fit(width, 0, lies);

    private static double Fit(double width, double height, bool lying) =>
        Math.Min(1, Math.Min(((lying ? Long : Short) - Sides) / Math.Max(width, 1), ((lying ? Short : Long) - Ends) / Math.Max(height, 1)));
}
