using System.Globalization;
using System.Text;

namespace SmpInsights.Reporting.Svg;

/// <summary>
/// Widths of text without a font at hand: Helvetica's advance widths (Adobe's AFM, thousandths of an em) plus an allowance for the other faces of the
/// stack, and wide guesses outside Latin. Errs on the wide side, since a gap does no harm and an overlap does.
/// </summary>
internal static class TextMetrics
{
    private const double Allowance = 1.06;
    private const double BoldAllowance = 1.08;

    private static readonly int[] Ascii =
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
        556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];

    public static double Width(string text, double size, bool bold = false)
    {
        var sum = 0;
        foreach (var rune in text.EnumerateRunes())
            sum += Advance(rune);
        return sum / 1000.0 * size * Allowance * (bold ? BoldAllowance : 1);
    }

    /// <summary>The text, cut at a character a reader sees as one, with an ellipsis, so that it fits.</summary>
    public static string Shorten(string text, double size, double width, bool bold = false)
    {
        if (Width(text, size, bold) <= width)
            return text;
        var kept = new StringBuilder();
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            var next = elements.GetTextElement();
            if (Width(kept + next + "…", size, bold) > width)
                break;
            kept.Append(next);
        }

        return kept.ToString().TrimEnd() + "…";
    }

    /// <summary>Lines broken at spaces, within words only where one alone is too long; the last line is shortened if there would be more.</summary>
    public static IReadOnlyList<string> Wrap(string text, double size, double width, int maxLines, bool bold = false)
    {
        var lines = new List<string>();
        var line = "";
        var words = XmlText.Kept(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            var longer = line.Length == 0 ? words[i] : line + " " + words[i];
            if (Width(longer, size, bold) <= width)
            {
                line = longer;
                continue;
            }

            if (lines.Count == maxLines - 1)
            {
                lines.Add(Shorten(string.Join(' ', [.. line.Length == 0 ? Array.Empty<string>() : [line], .. words[i..]]), size, width, bold));
                return lines;
            }

            if (line.Length > 0)
                lines.Add(line);
            line = words[i];
            while (Width(line, size, bold) > width && lines.Count < maxLines - 1)
            {
                var head = Head(line, size, width, bold);
                lines.Add(char.IsAsciiLetter(head[^1]) && char.IsAsciiLetter(line[head.Length]) ? head + "-" : head);
                line = line[head.Length..];
            }

            if (Width(line, size, bold) > width)
            {
                lines.Add(Shorten(string.Join(' ', [line, .. words[(i + 1)..]]), size, width, bold));
                return lines;
            }
        }

        if (line.Length > 0)
            lines.Add(line);
        return lines;
    }

    private static string Head(string word, double size, double width, bool bold)
    {
        var kept = new StringBuilder();
        var elements = StringInfo.GetTextElementEnumerator(word);
        while (elements.MoveNext())
        {
            var next = elements.GetTextElement();
            if (kept.Length > 0 && Width(kept + next + "-", size, bold) > width)
                break;
            kept.Append(next);
        }

        return kept.ToString();
    }

    private static int Advance(Rune rune) => rune.Value switch
    {
        >= 0x20 and < 0x7F => Ascii[rune.Value - 0x20],
        0x202F or 0x2009 => 200,
        0xA0 => 278,
        0x2212 => 584,
        0x2013 => 556,
        0x2014 or 0x2026 => 1000,
        0xB7 => 333,
        _ => Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
            _ when rune.Value >= 0x1100 => rune.Value is >= 0x1E00 and < 0x2100 ? 760 : 1150,
            UnicodeCategory.UppercaseLetter => 800,
            _ => 680,
        },
    };
}
