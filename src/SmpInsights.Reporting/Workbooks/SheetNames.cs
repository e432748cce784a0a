using System.Globalization;

namespace SmpInsights.Reporting.Workbooks;

/// <summary>Names of sheets: at most 31 characters, none of <c>[]:*?/\</c>, no apostrophe at an end, unique whatever the case, never Excel's own "History".</summary>
internal sealed class SheetNames
{
    private const int Longest = 31;
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase) { "History" };

    public string Take(string title)
    {
        var legal = string.Concat(SheetText.Clean(title).Select(c => c is '[' or ']' or ':' or '*' or '?' or '/' or '\\' ? ' ' : c));
        var whole = string.Join(' ', legal.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim('\'');
        if (whole.Length == 0)
            whole = "Table";
        var name = Cut(whole, Longest);
        for (var n = 2; !_taken.Add(name); n++)
        {
            var suffix = string.Create(CultureInfo.InvariantCulture, $" ({n})");
            name = Cut(whole, Longest - suffix.Length) + suffix;
        }

        return name;
    }

    /// <summary>Cut after a word where one ends in the second half, else after any character.</summary>
    private static string Cut(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var end = StringInfo.ParseCombiningCharacters(text).Last(start => start < most);
        var word = text.LastIndexOf(' ', end);
        return text[..(word > most / 2 ? word : end)].TrimEnd(' ', '\'', ',', ':', '(', '-', '·') + "…";
    }
}
