using SmpInsights.Reporting.Svg;

namespace SmpInsights.Reporting.Workbooks.Charts;

/// <summary>The look of series in DrawingML: the palette's colours, and dashes, markers and patterns that tell series apart in grey print.</summary>
internal static class ChartLook
{
    private static readonly string[] Dashes = ["solid", "dash", "sysDot", "dashDot", "lgDash", "sysDash", "lgDashDotDot", "dot"];
    private static readonly string[] MutedDashes = ["solid", "dash", "sysDot"];
    private static readonly string[] Markers = ["circle", "square", "triangle", "diamond", "x", "plus", "star", "dash"];
    private static readonly string?[] Patterns = [null, "wdUpDiag", "smConfetti", "narHorz", "narVert", "wdDnDiag", "lgGrid", "dkUpDiag"];

    /// <summary>So few lines do not cover what lies among them.</summary>
    private const int MostDarker = 30;

    public static string Soft { get; } = Colour(Palette.Soft);

    public static Stroke Rule { get; } = new(Soft, 1.25, "sysDash");

    public static Stroke Line(SeriesStyle style, bool dashed = false)
    {
        var dash = style.Index < 0 ? MutedDashes[(-style.Index - 1) % MutedDashes.Length] : Dashes[(style.Index + (style.Index / Palette.Count)) % Palette.Count];
        return new Stroke(Colour(style.Colour), style.Index < 0 ? 1.25 : 2, dashed && style.Dash.Length == 0 ? "dash" : dash);
    }

    public static Stroke OneOfMany(SeriesStyle style, int many) => new(Colour(style.Colour), 0.5, "solid", Opacity: many > MostDarker ? 0.35 : 0.75);

    public static Stroke Limit(SeriesStyle style) => new(Colour(style.Colour), 0.75, "solid", Opacity: 0.6);

    public static Stroke Whisker(SeriesStyle style) => new(Colour(style.Colour), 1.5);

    public static MarkerLook Marker(SeriesStyle style, int size = 7) => new(Colour(style.Colour), Markers[style.Shape % Palette.Count], size);

    public static BarFill Fill(SeriesStyle style) => new(Colour(style.Colour), style.Index < 0 ? null : Patterns[style.Index % Palette.Count]);

    public static string Colour(string html) => html.TrimStart('#');
}
