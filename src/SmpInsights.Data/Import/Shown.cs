using System.Text;

namespace SmpInsights.Data.Import;

/// <summary>Text of a file as it is shown in messages: cut, and with nothing in it that a terminal would act on.</summary>
internal static class Shown
{
    public const int Longest = 100;

    public static string Value(ReadOnlySpan<char> text)
    {
        var cut = text.Length > Longest;
        if (cut)
        {
            text = text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)];
        }

        var shown = new StringBuilder(text.Length + 1);
        foreach (var letter in text)
        {
            shown.Append(Visible(letter));
        }

        return cut ? shown.Append('…').ToString() : shown.ToString();
    }

    private static char Visible(char letter) => letter switch
    {
        < ' ' => (char)('\u2400' + letter),
        '\u007F' => '\u2421',
        _ when char.IsControl(letter) || char.GetUnicodeCategory(letter) is System.Globalization.UnicodeCategory.Format
            or System.Globalization.UnicodeCategory.LineSeparator or System.Globalization.UnicodeCategory.ParagraphSeparator => '\uFFFD',
        _ => letter,
    };
}
