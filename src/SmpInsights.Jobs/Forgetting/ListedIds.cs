namespace SmpInsights.Jobs.Forgetting;

/// <summary>Ids that a list of rows (rejects, warnings, inferred cells) may name: a line of it is table or file or view, id or line number, column, value, and words on it.</summary>
internal sealed class ListedIds
{
    private readonly HashSet<string> _ids;
    private readonly HashSet<string> _words;
    private readonly IReadOnlyList<string> _otherInText;
    private readonly bool _ofClientsOnly;

    private ListedIds(IEnumerable<string> ids, bool ofClientsOnly)
    {
        _ids = ids.ToHashSet(StringComparer.Ordinal);
        _ofClientsOnly = ofClientsOnly;
        var inText = _ids.Where(WrittenId.CountsInText).ToLookup(id => id.All(WrittenId.IsPartOfId));
        _words = inText[true].ToHashSet(StringComparer.Ordinal);
        _otherInText = [.. inText[false].SelectMany(id => new[] { id, id.Replace("\"", "\"\"", StringComparison.Ordinal) }).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Ids of rows of any table, wherever they stand.</summary>
    public static ListedIds OfRows(IEnumerable<string> ids) => new(ids, ofClientsOnly: false);

    /// <summary>An id where a client's stands: of a row of clients, or in a column that refers to them.</summary>
    public static ListedIds OfClient(string id) => new([id], ofClientsOnly: true);

    public bool AreIn(string file)
    {
        using var lines = File.ReadLines(file).GetEnumerator();
        if (!lines.MoveNext())
            return false;
        var byLine = lines.Current.Split(',') is [_, "line", ..];
        while (lines.MoveNext())
        {
            if (_ofClientsOnly ? IsClient(Cells(lines.Current), byLine) : Cells(lines.Current).Where((_, place) => place != 1 || !byLine).Any(_ids.Contains) || IsInText(lines.Current))
                return true;
        }

        return false;
    }

    private static string[] Cells(string line) => [.. line.Split(',').Select(cell => cell.Trim('"', '\''))];

    private bool IsClient(string[] cells, bool byLine) =>
        (!byLine && cells is [var table, var id, ..] && table.Contains("client", StringComparison.OrdinalIgnoreCase) && _ids.Contains(id))
        || (cells is [_, _, "client_id", var value, ..] && _ids.Contains(value));

    private bool IsInText(string line)
    {
        var words = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = 0; at < line.Length; at++)
        {
            var start = at;
            while (at < line.Length && WrittenId.IsPartOfId(line[at]))
                at++;
            if (at > start && words.Contains(line.AsSpan(start, at - start)))
                return true;
        }

        return _otherInText.Any(id => WrittenId.StandsAlone(line, id));
    }
}
