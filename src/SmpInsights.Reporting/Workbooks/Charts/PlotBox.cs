using SmpInsights.Reporting.Svg;

namespace SmpInsights.Reporting.Workbooks.Charts;

/// <summary>Where the plot stands in its chart, as shares of it: said where labels need room beside it, or a known place in it; else each program decides.</summary>
internal readonly record struct PlotBox(double Left, double Top, double Width, double Height)
{
    /// <summary>In pixels, for labels of ticks and the title of the axis; for the chart's title; for ticks, title of the axis and two lines of legend.</summary>
    private const double LeftRoom = 75;
    private const double TopRoom = 50;
    private const double BottomRoom = 125;
    private const double Edge = 10;

    /// <summary>The plot has this share of what the axes leave at least, however long the names right of it.</summary>
    private const double LeastShare = 0.7;

    /// <summary>Right of names of categories that take that share of the width.</summary>
    public static PlotBox BesideNames(double share) => new(share, 0.17, 0.96 - share, 0.63);

    /// <summary>With room for the names of the points that lie near its right end.</summary>
    /// <param name="size">Of the chart.</param>
    /// <param name="names">Each with its place along the axis, 0 to 1.</param>
    public static PlotBox OfNamedPoints(ChartSize size, IEnumerable<(string Name, double Across)> names)
    {
        var most = size.Width - LeftRoom - (2 * Edge);
        var width = names.Where(name => name.Across > 0)
            .Select(name => (size.Width - LeftRoom - Edge - LabelRoom.FromPoint - TextMetrics.Width(name.Name, Sizes.Label)) / name.Across)
            .Append(most).Min();
        return new(LeftRoom / size.Width, TopRoom / size.Height, Math.Max(width, LeastShare * most) / size.Width, (size.Height - TopRoom - BottomRoom) / size.Height);
    }
}
