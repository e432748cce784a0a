using System.Text.RegularExpressions;
using SmpInsights.Data.Import;

namespace SmpInsights.Data.Maps;

/// <summary>The rows of one CSV file of an export, for one table of a map: columns by name, in any order and case.</summary>
internal sealed partial class ExportFile : IDisposable
{
    private const int ShortestWord = 3;

    /// <summary>A name in a script that needs fewer letters.</summary>
    private const int ShortestOtherWord = 2;

    private const int ShortestNumber = 5;

    private readonly CsvRows rows;
    private readonly Dictionary<string, int> fields = new(StringComparer.Ordinal);

    /// <summary>By the map's spelling, asked for in every row; -1 where the file has no such column.</summary>
    private readonly Dictionary<string, int> asked = new(StringComparer.Ordinal);
    private readonly PersonalColumns personal;
    private string[] header = [];

    /// <param name="path">The file.</param>
    /// <param name="stream">Of it; disposed by the caller.</param>
    /// <param name="personal">Columns whose values are not shown.</param>
    /// <param name="rejected">Told of each record that is no row.</param>
    public ExportFile(string path, FileStream stream, PersonalColumns personal, Action<Reject> rejected)
    {
        this.personal = personal;
        Name = Shown.Value(Path.GetFileName(path));

        // What stands in a broken record may be anyone's name: its text is not shown.
        rows = new CsvRows(stream, defect =>
        {
            Read++;
            rejected(new(Name, defect.Line, defect.Field is { } field && field < header.Length ? Shown.Value(header[field]) : "", "", defect.Reason));
        });
    }

    public string Name { get; }

    public long Read { get; private set; }

    public long Line => rows.Line;

    public long BytesRead => rows.BytesRead;

    public IReadOnlyList<string> Header => header;

    /// <returns>Whether the header could be read; else the reject of the whole file.</returns>
    public bool ReadHeader(TableMap table, out Reject? reject)
    {
        var columns = new ContractTable(Name, [.. table.Fields.Values.SelectMany(f => f.Sources).Distinct(StringComparer.Ordinal).Select(name => ContractColumn.Text(name))]);
        if (rows.Header(columns, out reject) is not { } names)
        {
            reject = reject! with { File = Name, Value = "" };
            return false;
        }

        header = names;
        if (names.Length == 1 && HeaderMatch.WrongSeparator(columns, names[0]) is { } separated)
        {
            reject = separated with { File = Name };
            return false;
        }

        foreach (var (index, name) in names.Index())
        {
            fields.TryAdd(MapText.Key(name), index);
        }

        return true;
    }

    public bool Has(string column) => fields.ContainsKey(MapText.Key(column));

    /// <returns>Whether there is a row; one with another number of fields than the header is rejected and passed over.</returns>
    public bool Next(Action<Reject> rejected)
    {
        while (rows.Next())
        {
            Read++;
            if (rows.Count == header.Length)
            {
                return true;
            }

            rejected(new(Name, rows.Line, "", "", FormattableString.Invariant($"the row has {rows.Count} fields, the header {header.Length}")));
        }

        return false;
    }

    /// <summary>The field's text with plain spaces and without the apostrophe that keeps a spreadsheet from computing it; empty where the file has no such column.</summary>
    public string Text(string column)
    {
        if (!asked.TryGetValue(column, out var field))
        {
            asked.Add(column, field = fields.GetValueOrDefault(MapText.Key(column), -1));
        }

        if (field < 0)
        {
            return "";
        }

        var text = MapText.Plain(rows[field]);
        return text.StartsWith('\'') ? text[1..].TrimStart() : text;
    }

    /// <summary>What of a field may be shown: nothing of a personal column, and nothing in which a personal value of the row stands.</summary>
    public string ShownText(string column, string text) => personal.Contains(column) || HoldsPersonal(text) ? "" : Shown.Value(text);

    /// <summary>What of the name of a service or an item may be shown; such names hold telephone numbers at times.</summary>
    public string ShownName(string column, string name) => PhoneNumber().IsMatch(name) ? "" : ShownText(column, name);

    public void Dispose() => rows.Dispose();

    /// <summary>Whether an address stands in the text, or a word of what the row's personal columns hold.</summary>
    private bool HoldsPersonal(string text)
    {
        if (text.Contains('@', StringComparison.Ordinal))
        {
            return true;
        }

        for (var field = 0; field < header.Length; field++)
        {
            if (personal.Contains(header[field])
                && rows[field].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Any(word => word.Length >= Shortest(word) && (IsName(word) || !PersonalColumns.IsNote(header[field])) && text.Contains(word, StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return false;
    }

    private static int Shortest(string word) => char.IsDigit(word[0]) ? ShortestNumber : char.IsAscii(word[0]) ? ShortestWord : ShortestOtherWord;

    /// <summary>Not so the words that notes and services share.</summary>
    private static bool IsName(string word) => char.IsUpper(word[0]) || char.IsDigit(word[0]) || word[0] == '+';

    [GeneratedRegex(@"(\d[ ()/.-]{0,2}){9,}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PhoneNumber();
}
