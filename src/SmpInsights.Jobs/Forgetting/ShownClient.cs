using System.IO.Compression;
using System.Net;
using System.Text;

namespace SmpInsights.Jobs.Forgetting;

/// <summary>Whether files show a client singly: the id, or that of one of their treatments, as the whole text of an element or cell, or inside a text where it can't be part of another id.</summary>
public sealed class ShownClient
{
    /// <summary>A shorter id, or one of digits only, is found in any number; it counts as the whole text only.</summary>
    private const int ShortestInText = 5;

    private readonly IReadOnlyList<string> _whole;
    private readonly IReadOnlyList<string> _inText;

    public ShownClient(string client, IEnumerable<string> treatments)
    {
        string[] ids = [client, .. treatments];
        _whole = [.. ids.SelectMany(Written).Distinct(StringComparer.Ordinal).SelectMany(id => new[] { $">{id}<", $"\"{id}\"" })];
        _inText = [.. ids.Where(id => id.Length >= ShortestInText && id.Any(char.IsLetter)).SelectMany(Written).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>In any file of a published revision.</summary>
    public bool IsIn(string revision) => Directory.Exists(revision) && Directory.EnumerateFiles(revision, "*", SearchOption.AllDirectories).Any(IsInFile);

    /// <summary>In a list of rows, such as that of rejects.</summary>
    public bool IsInList(string file) => File.Exists(file) && (IsInText(File.ReadAllText(file)) || File.ReadLines(file).Any(line => line.Split(',').Any(cell => _whole.Contains($"\"{cell.Trim('"', '\'')}\"", StringComparer.Ordinal))));

    private bool IsInFile(string file)
    {
        if (!file.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))
            return IsInText(File.ReadAllText(file));
        using var workbook = ZipFile.OpenRead(file);
        return workbook.Entries.Any(entry =>
        {
            using var part = new StreamReader(entry.Open(), Encoding.UTF8);
            return IsInText(part.ReadToEnd());
        });
    }

    private bool IsInText(string text) => _whole.Any(id => text.Contains(id, StringComparison.Ordinal)) || _inText.Any(id => StandsAlone(text, id));

    private static bool StandsAlone(string text, string id)
    {
        for (var at = text.IndexOf(id, StringComparison.Ordinal); at >= 0; at = text.IndexOf(id, at + 1, StringComparison.Ordinal))
        {
            if ((at == 0 || !IsPartOfId(text[at - 1])) && (at + id.Length == text.Length || !IsPartOfId(text[at + id.Length])))
                return true;
        }

        return false;
    }

    private static bool IsPartOfId(char letter) => char.IsLetterOrDigit(letter) || letter is '-' or '_';

    /// <summary>An id as pages and workbooks write it.</summary>
    private static IEnumerable<string> Written(string id) => [id, WebUtility.HtmlEncode(id), System.Security.SecurityElement.Escape(id)];
}
