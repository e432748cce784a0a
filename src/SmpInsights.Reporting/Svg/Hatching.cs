namespace SmpInsights.Reporting.Svg;

/// <summary>White hatching over the fills of bars, one pattern a series; the first series is plain.</summary>
internal static class Hatching
{
    private static readonly string[] Lines =
    [
        "",
        "M-1 1L1 -1M0 6L6 0M5 7L7 5",
        "M3 0A.9 .9 0 1 0 3.01 0M0 3A.9 .9 0 1 0 .01 3M6 3A.9 .9 0 1 0 6.01 3M3 6A.9 .9 0 1 0 3.01 6",
        "M0 3L6 3",
        "M3 0L3 6",
        "M-1 5L1 7M0 0L6 6M5 -1L7 1",
        "M0 3L6 3M3 0L3 6",
        "M0 6L6 0M0 0L6 6",
    ];

    /// <summary>The pattern of what is withheld.</summary>
    public static string SuppressedId(string scope) => scope + "_withheld";

    public static string Suppressed(string scope) =>
        $"<pattern id=\"{SuppressedId(scope)}\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\"><path d=\"M-1 1L1 -1M0 7L7 0M6 8L8 6\" fill=\"none\" class=\"sm\" stroke=\"{Palette.Soft}\" stroke-width=\"1\" stroke-opacity=\"0.55\"/></pattern>\n";

    public static string? Id(string scope, SeriesStyle style) =>
        style.Index < 0 || Lines[style.Index % Palette.Count].Length == 0 ? null : scope + "_h" + Num.Of(style.Index % Palette.Count);

    public static string Definitions(string scope, IEnumerable<SeriesStyle> styles) => string.Concat(styles
        .Where(style => Id(scope, style) is not null)
        .DistinctBy(style => style.Index % Palette.Count)
        .Select(style => $"<pattern id=\"{Id(scope, style)}\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\"><path d=\"{Lines[style.Index % Palette.Count]}\" fill=\"none\" class=\"edge\" stroke=\"{Palette.Paper}\" stroke-width=\"1.1\" stroke-opacity=\"0.75\"/></pattern>\n"));
}
