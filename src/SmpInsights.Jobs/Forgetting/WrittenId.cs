using System.Net;

namespace SmpInsights.Jobs.Forgetting;

/// <summary>An id as pages, figures and workbooks write it: as the whole text of an element, or inside a text where it can't be part of another id.</summary>
internal sealed class WrittenId
{
    /// <summary>A shorter id, or one of digits only, is found in any text; it counts as the whole text of an element only.</summary>
    private const int ShortestInText = 5;

    private readonly bool _isNumber;
    private readonly IReadOnlyList<string> _whole;
    private readonly IReadOnlyList<string> _inText;

    public WrittenId(string id, bool inText)
    {
        string[] written = [.. new[] { id, WebUtility.HtmlEncode(id), System.Security.SecurityElement.Escape(id) }.Distinct(StringComparer.Ordinal)];
        _isNumber = !id.Any(char.IsLetter);
        _whole = [.. written.Select(w => $">{w}<")];
        _inText = inText && CountsInText(id) ? written : [];
    }

    public static bool CountsInText(string id) => id.Length >= ShortestInText && id.Any(char.IsLetter);

    public static bool IsPartOfId(char letter) => char.IsLetterOrDigit(letter) || letter is '-' or '_';

    public static bool StandsAlone(string text, string id)
    {
        for (var at = text.IndexOf(id, StringComparison.Ordinal); at >= 0; at = text.IndexOf(id, at + 1, StringComparison.Ordinal))
        {
            if ((at == 0 || !IsPartOfId(text[at - 1])) && (at + id.Length == text.Length || !IsPartOfId(text[at + id.Length])))
                return true;
        }

        return false;
    }

    public bool IsIn(string text) => _whole.Any(id => IsWholeText(text, id)) || _inText.Any(id => StandsAlone(text, id));

    private bool IsWholeText(string text, string id)
    {
        for (var at = text.IndexOf(id, StringComparison.Ordinal); at >= 0; at = text.IndexOf(id, at + 1, StringComparison.Ordinal))
        {
            if (!_isNumber || IsTextCell(text.AsSpan(0, at)))
                return true;
        }

        return false;
    }

    /// <summary>Whether the tag that ends here opens a cell of text: in a page not one of class n, which holds a number; in a workbook not a value or a place in the list of texts.</summary>
    private static bool IsTextCell(ReadOnlySpan<char> before)
    {
        var tag = before[(before.LastIndexOf('<') + 1)..];
        var name = tag.IndexOf(' ') is var end and >= 0 ? tag[..end] : tag;
        return name[(name.IndexOf(':') + 1)..] is "td" or "th" or "t" && !tag.Contains("class=\"n", StringComparison.Ordinal);
    }
}
