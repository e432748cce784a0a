namespace SmpInsights.Reporting.Workbooks.Charts;

/// <summary>The size of a chart on its sheet.</summary>
internal static class ChartSize
{
    /// <summary>Pixels at 96 an inch.</summary>
    public const int Width = 900;
    public const int Height = 460;

    /// <summary>What the axes leave of it, about.</summary>
    public const double PlotWidth = 800;
    public const double PlotHeight = 330;

    /// <summary>Rows that the chart covers, and their height in points.</summary>
    public const int Rows = 24;
    public const double RowHeight = 15;

    public const long EmuPerPixel = 9525;
}
