namespace SmpInsights.Reporting.Svg;

/// <summary>Type sizes and distances of a figure, in its own units.</summary>
internal static class Sizes
{
    public const double Title = 16;
    public const double Subtitle = 13;
    public const double Tick = 11.5;
    public const double Label = 12;
    public const double Foot = 11;
    public const double Margin = 6;

    public const double LabelLine = 15;
    public const double TickLine = 14;
    /// <summary>Lines of a row's name.</summary>
    public const int MostRowLines = 5;

    public const double FootLine = 14.5;
    public const double SampleWidth = 24;
}
