using System.Security.Cryptography;
using System.Text;
using SmpInsights.Data.Import;

namespace SmpInsights.Data.Maps;

/// <summary>Ids of rows made through a map: clinic, map and the export's own number, so that exports of two clinics never meet in one row.</summary>
internal static class RowId
{
    private const int HashLetters = 16;

    public static string Of(params ReadOnlySpan<string> parts)
    {
        var id = string.Join('-', parts!);
        return id.Length <= CellParser.LongestId ? id : id[..(CellParser.LongestId - HashLetters - 1)] + "-" + Hash(id);
    }

    /// <summary>The id with an end that is never cut.</summary>
    public static string Ending(string id, string end) =>
        id.Length + end.Length <= CellParser.LongestId ? id + end : id[..(CellParser.LongestId - end.Length - HashLetters - 1)] + "-" + Hash(id) + end;

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..HashLetters];

    /// <summary>Letters and digits in lower case, hyphens between: <c>Claire Adams</c> to <c>claire-adams</c>.</summary>
    public static string Slug(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var letter in name.ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(letter))
            {
                slug.Append(letter);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString().Trim('-');
    }
}
