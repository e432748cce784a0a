using System.Globalization;
using SmpInsights.Reporting.Svg;

namespace SmpInsights.Reporting.Workbooks;

/// <summary>Text as a cell may hold it: no control characters, no longer than Excel takes.</summary>
internal static class SheetText
{
    /// <summary>Excel's limit of characters in a cell.</summary>
    public const int Longest = 32_767;

    public static string Clean(string text)
    {
        var clean = XmlText.Clean(text);
        if (clean.Length <= Longest)
            return clean;
        var starts = StringInfo.ParseCombiningCharacters(clean[..Longest]);
        return clean[..starts[^1]] + "…";
    }

    /// <summary>Whether a program that reads the cell as typed would take it for a formula.</summary>
    public static bool LooksLikeFormula(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@';

    /// <summary>Room in units of a workbook's columns, one being a digit; generous, since other programs have wider faces.</summary>
    public static double Room(string text, bool bold = false) => (TextMetrics.Width(text, 1, bold) / 0.556 * 1.08) + 1.2;

    /// <summary>Lines that the text takes in that room, broken between words.</summary>
    public static int Lines(string text, double room, bool bold = false) => Broken(text, room, bold).Count();

    /// <summary>The room that its longest line then needs.</summary>
    public static double RoomOfLines(string text, double room) => Broken(text, room, bold: false).Max(line => Room(line)) + Rounding;

    private const double Rounding = 0.1;

    private static IEnumerable<string> Broken(string text, double room, bool bold) =>
        text.Split('\n').SelectMany(line => TextMetrics.Wrap(line, 1, (Math.Max(room, 2) - 1.2) * 0.556 / 1.08, Longest, bold));

    /// <summary>The text as it goes on within a sentence; a month keeps its capital.</summary>
    public static string Lowered(string text) => text.Length > 1 && !CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Contains(text.Split(' ', '\u00A0')[0], StringComparer.Ordinal) && char.IsUpper(text[0]) && char.IsLower(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;

    /// <summary>The text as it begins a sentence.</summary>
    public static string Raised(string text) => text.Length > 0 ? char.ToUpperInvariant(text[0]) + text[1..] : text;

    /// <summary>The text, cut with an ellipsis where it takes more room.</summary>
    public static string Shortened(string text, double room) => TextMetrics.Shorten(Clean(text), 1, room * 0.556);
}
