using SmpInsights.Reporting.Figures;

namespace SmpInsights.Reporting.Svg;

/// <summary>
/// Colours after Okabe and Ito, the pale ones darkened to 3:1 against white; in the dark they are lightened. Dashes, markers and hatching
/// tell series apart where colour does not.
/// </summary>
internal static class Palette
{
    public const int Count = 8;

    public static readonly string[] Light = ["#0072B2", "#D55E00", "#008F68", "#A8508A", "#A87200", "#2A8CC7", "#5A5F66", "#857A00"];
    public static readonly string[] Dark = ["#5BB5F2", "#FF9557", "#35CBA0", "#E79AC8", "#E8B04A", "#8FD3FF", "#C3C8CF", "#DDD15A"];

    public static readonly string[] Dashes = ["", "8 4", "2.5 3", "10 3 2.5 3", "14 4", "5 2.5", "10 3 2.5 3 2.5 3", "1.5 4"];

    /// <summary>Dashes of what is neither ink nor a series: limits and comparisons.</summary>
    public static readonly string[] MutedDashes = ["", "7 4", "2 3"];

    /// <summary>Steps of a heat map, pale to deep; ink can be read on all of them.</summary>
    public static readonly string[] LightShades = ["#EDF4F9", "#D6E8F4", "#BBD9ED", "#9CC8E4", "#7BB5D9"];
    public static readonly string[] DarkShades = ["#1E2A36", "#21384C", "#244863", "#27587B", "#2A6893"];

    public const int Shades = 5;

    /// <summary>The step of a number among all that are shaded; the middle one where they are equal.</summary>
    public static int ShadeOf(double number, IReadOnlyCollection<double> all)
    {
        var (least, most) = (all.Min(), all.Max());
        return most > least ? (int)Math.Min(Shades - 1, (number - least) / (most - least) * Shades) : Shades / 2;
    }

    public static string ShadeClass(int shade) => "h" + Num.Of(shade);

    public const string Wash = "#F4F6F8";

    public const string Ink = "#1B2430";
    public const string InkDark = "#E8ECF2";
    public const string Soft = "#55606E";
    public const string SoftDark = "#AAB4C2";
    public const string Grid = "#E3E7EC";
    public const string GridDark = "#323B48";
    public const string AxisLine = "#8A94A1";
    public const string AxisLineDark = "#76818F";
    public const string Paper = "#FFFFFF";
    public const string PaperDark = "#171D26";

    /// <summary>Index of the colour that warns.</summary>
    public const int Concern = 1;

    /// <summary>Index of the colour that reassures.</summary>
    public const int Improvement = 2;

    /// <summary>Class of what is neither ink nor a series.</summary>
    public const int Muted = -1;

    public static string LightOf(int index) => index < 0 ? Soft : Light[index % Count];

    public static int IndexOf(SeriesRole role, int ordinal) => role switch
    {
        SeriesRole.Muted => Muted - ordinal,
        SeriesRole.Concern => Concern,
        SeriesRole.Improvement => Improvement,
        _ => ordinal,
    };
}
