using System.Text;
using System.Text.RegularExpressions;

namespace SmpInsights.Reporting.Svg;

/// <summary>Text made fit for XML 1.0 and HTML: characters that neither may hold are dropped, the rest is escaped.</summary>
internal static partial class XmlText
{
    public static string Escape(string text)
    {
        var result = new StringBuilder(text.Length + 16);
        foreach (var rune in Kept(Clean(text)).EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '&' => result.Append("&amp;"),
                '<' => result.Append("&lt;"),
                '>' => result.Append("&gt;"),
                '"' => result.Append("&quot;"),
                '\'' => result.Append("&#39;"),
                _ => result.Append(rune.ToString()),
            };
        }

        return result.ToString();
    }

    /// <summary>A number stays on one line with its per cent sign.</summary>
    public static string Kept(string text) => !text.Contains(" %", StringComparison.Ordinal) ? text : PerCent().Replace(text, "\u202F%");

    [GeneratedRegex(@"(?<=\d) %", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PerCent();

    /// <summary>Drops controls, lone surrogates, non-characters and the marks that switch writing direction for what follows.</summary>
    public static string Clean(string text)
    {
        if (text.All(c => c is >= ' ' and < '\x7F'))
            return text;
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (!Rune.TryGetRuneAt(text, i, out var rune))
                continue;
            i += rune.Utf16SequenceLength - 1;
            if (rune.Value is '\t' or '\n' or '\r')
                result.Append(' ');
            else if (IsPrintable(rune.Value))
                result.Append(rune.ToString());
        }

        return result.ToString();
    }

    private static bool IsPrintable(int value) =>
        value is >= 0x20 and not (>= 0x7F and <= 0x9F)
        && value is not (>= 0xFDD0 and <= 0xFDEF or >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069 or 0x2028 or 0x2029)
        && (value & 0xFFFE) != 0xFFFE;
}
