using System.IO.Compression;
using System.Text;
using SmpInsights.Data.Forgetting;

namespace SmpInsights.Jobs.Forgetting;

/// <summary>Whether files show a client singly: in published revisions the id, or that of one of their treatments; in lists that of any row of theirs.</summary>
public sealed class ShownClient
{
    private readonly IReadOnlyList<WrittenId> _published;
    private readonly ListedIds _listed;

    private ShownClient(IEnumerable<string> published, bool inText, ListedIds listed)
    {
        _published = [.. published.Distinct(StringComparer.Ordinal).Select(id => new WrittenId(id, inText))];
        _listed = listed;
    }

    /// <summary>A client whose rows went just now.</summary>
    public static ShownClient Of(string client, ForgottenClient forgotten) =>
        new([client, .. forgotten.Treatments], inText: true, ListedIds.OfRows(forgotten.Ids.Values.SelectMany(ids => ids)));

    /// <summary>A client asked for again, of whom nothing is stored that could tell their id from a word: only where it stands in the place of a client's id.</summary>
    public static ShownClient AskedAgain(string client) => new([client], inText: false, ListedIds.OfClient(client));

    /// <summary>In any file of a published revision.</summary>
    public bool IsIn(string revision) => Directory.Exists(revision) && Directory.EnumerateFiles(revision, "*", SearchOption.AllDirectories).Any(IsInFile);

    /// <summary>In a list of rows, such as that of rejects.</summary>
    public bool IsInList(string file) => File.Exists(file) && _listed.AreIn(file);

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

    private bool IsInText(string text) => _published.Any(id => id.IsIn(text));
}
