using System.Globalization;
using System.Text;
using SmpInsights.Reporting.Documents;

namespace SmpInsights.Reporting.Html;

/// <summary>What stands at the foot of each printed page: whose report, of what month, and which page of how many.</summary>
internal static class PrintFooter
{
    private const string Font = "font:8pt system-ui,sans-serif;color:#555";

    public static string Css(string clinic, string report, string period) =>
        $"@page{{@bottom-left{{content:{Quoted($"{NameInText.Of(clinic)} · {report} · {period}")};{Font}}}@bottom-right{{content:counter(page) \" / \" counter(pages);{Font}}}}}";

    /// <summary>A CSS string in which a name can end nothing: all but letters, digits and spaces by their number, which a space ends.</summary>
    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
            quoted.Append((rune.IsAscii && char.IsAsciiLetterOrDigit((char)rune.Value)) || rune.Value == ' ' ? rune.ToString() : string.Create(CultureInfo.InvariantCulture, $"\\{rune.Value:x6} "));
        return quoted.Append('"').ToString();
    }
}
