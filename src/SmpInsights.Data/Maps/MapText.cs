namespace SmpInsights.Data.Maps;

/// <summary>How names of columns and words of an export are compared, and spaces made plain.</summary>
internal static class MapText
{
    /// <summary>Letters and digits in lower case: <c>Paid?</c> = <c>paid</c>, <c>No-Show</c> = <c>no show</c>.</summary>
    public static string Key(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>Trimmed, with one plain space where there were several, or one that only looks like a space (exports put U+202F before am and pm).</summary>
    public static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Whether a file's name fits a pattern in which * stands for any letters; case does not count.</summary>
    public static bool Fits(string name, string pattern) => System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: true);
}
