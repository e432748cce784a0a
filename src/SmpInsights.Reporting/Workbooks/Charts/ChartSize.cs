namespace SmpInsights.Reporting.Workbooks.Charts;

/// <summary>The size of a chart on its sheet, in pixels at 96 an inch.</summary>
internal readonly record struct ChartSize(double Width, double Height)
{
    /// <summary>Two charts so high go on an upright page.</summary>
    public const double Shortest = 400;

    /// <summary>The width of an upright page on which text of 9 points is printed at 8.</summary>
    public const double PageWidth = 820;

    public const double EmuPerPixel = 9525;

    /// <summary>What the axes leave of it, about.</summary>
    public double PlotWidth => Width - 90;

    public double PlotHeight => Height - 120;
}
