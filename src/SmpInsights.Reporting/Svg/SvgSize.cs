namespace SmpInsights.Reporting.Svg;

/// <summary>The room a figure is laid out for: its width, and the height of its plot area.</summary>
public sealed record SvgSize(double Width, double PlotHeight)
{
    /// <summary>A page, a slide, a screen.</summary>
    public static SvgSize Page { get; } = new(760, 300);

    /// <summary>One of several figures side by side.</summary>
    public static SvgSize Panel { get; } = new(250, 110);

    /// <summary>A telephone held upright.</summary>
    public static SvgSize Phone { get; } = new(350, 250);
}
