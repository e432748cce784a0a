using System.Globalization;
using SmpInsights.Reporting.Documents;

namespace SmpInsights.Jobs.Brands;

/// <summary>Reads a logo, and says what it would have to be where it can't be used.</summary>
internal static class LogoFile
{
    /// <summary>Every page of a clinic carries its logo: a larger one makes reports too heavy to mail.</summary>
    public const int LargestKilobytes = 512;

    private const int BytesOfKilobyte = 1024;

    /// <summary>Whether it names a file beside branding.json, in a format that is taken.</summary>
    public static bool IsName(string text) =>
        text.IndexOfAny(['/', '\\', ':', '\0']) < 0 && !text.StartsWith('.') && (Ends(text, ".png") || Ends(text, ".svg"));

    public static (Logo? Logo, string? Wrong) Read(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
            return (null, "a file beside branding.json");
        if (file.Length > LargestKilobytes * BytesOfKilobyte)
            return (null, string.Create(CultureInfo.InvariantCulture, $"a file of up to {LargestKilobytes} KB: it has {Math.Ceiling(file.Length / (double)BytesOfKilobyte):0}"));
        var bytes = File.ReadAllBytes(path);
        if (Ends(path, ".svg"))
            return SvgLogo.Wrong(bytes) is { } wrong ? (null, wrong) : (new Logo(Logo.Svg, bytes), null);
        return PngLogo.Size(bytes) is var (width, height)
            ? (new Logo(Logo.Png, bytes, width, height), null)
            : (null, string.Create(CultureInfo.InvariantCulture, $"a whole PNG file of up to {PngLogo.LargestSide} pixels a side"));
    }

    private static bool Ends(string name, string ending) => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
}
