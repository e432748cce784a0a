using Sp = global::ScottPlot;

namespace SmpInsights.ScottPlot;

/// <summary>DejaVu Sans, which travels with the program: a server may have no font at all, and a chart without words says nothing.</summary>
internal static class PlotFont
{
    public const string Name = "SmpInsights Sans";

    private static readonly Lazy<bool> Installed = new(() =>
    {
        Sp.Fonts.AddFontFile(Name, Path.Combine(AppContext.BaseDirectory, "Fonts", "DejaVuSans.ttf"));
        Sp.Fonts.Default = Name;
        return true;
    });

    /// <summary>Makes the font known once, and that of every text from then on.</summary>
    public static void Install() => _ = Installed.Value;
}
