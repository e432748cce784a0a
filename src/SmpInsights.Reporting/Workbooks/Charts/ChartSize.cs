namespace SmpInsights.Reporting.Workbooks.Charts;

/// <summary>The size of a chart on its sheet.</summary>
internal static class ChartSize
{
    /// <summary>Pixels at 96 an inch.</summary>
    public const int Width = 820;
    public const int Height = 400;

    /// <summary>What the axes leave of it, about.</summary>
    public const double PlotWidth = 730;
    public const double PlotHeight = 280;

    public const long EmuPerPixel = 9525;
}
