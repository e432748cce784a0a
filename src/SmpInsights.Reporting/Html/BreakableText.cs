using System.Globalization;
using System.Text;
using SmpInsights.Reporting.Svg;

namespace SmpInsights.Reporting.Html;

/// <summary>Text of a cell. A word that no column can hold may break; a shorter one (an id, say) stays whole.</summary>
internal static class BreakableText
{
    public const int LongestWord = 20;

    public static string Html(string text) => string.Join(' ', XmlText.Kept(XmlText.Clean(text)).Split(' ').Select(Word));

    private static string Word(string word)
    {
        if (word.Length <= LongestWord)
            return XmlText.Escape(word);
        var html = new StringBuilder();
        var starts = StringInfo.ParseCombiningCharacters(word);
        for (var i = 0; i < starts.Length; i += LongestWord)
            html.Append(i == 0 ? "" : "<wbr>").Append(XmlText.Escape(word[starts[i]..(i + LongestWord < starts.Length ? starts[i + LongestWord] : word.Length)]));
        return html.ToString();
    }
}
