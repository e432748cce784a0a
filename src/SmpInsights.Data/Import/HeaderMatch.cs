namespace SmpInsights.Data.Import;

/// <summary>Which field of the file is which column: names match whatever their case, spaces or underscores.</summary>
internal sealed class HeaderMatch
{
    private static readonly (char Character, string Reason)[] Separators = [(';', "separated by semicolons, not commas"), ('\t', "separated by tabs, not commas")];

    private readonly int[] fields;
    private readonly string[] header;
    private readonly ContractTable table;

    private HeaderMatch(ContractTable table, string[] header, int[] fields, IReadOnlyList<string> ignored)
    {
        this.table = table;
        this.header = header;
        this.fields = fields;
        Ignored = ignored;
    }

    public int FieldCount => header.Length;

    /// <summary>Columns of the file that the contract does not know.</summary>
    public IReadOnlyList<string> Ignored { get; }

    /// <summary>The field of the contract's column; -1 where the file does not have it.</summary>
    public int FieldOf(int column) => fields[column];

    /// <summary>The contract's name of a field, or the file's own.</summary>
    public string NameOf(int field)
    {
        var column = Array.IndexOf(fields, field);
        return column >= 0 ? table.Columns[column].Name : NameIn(header, field);
    }

    /// <returns>The match; or null with the reject of the whole file.</returns>
    public static HeaderMatch? Of(ContractTable table, string[] header, out Reject? reject)
    {
        var names = table.Columns.Select((column, index) => (Key: Key(column.Name), index)).ToDictionary(c => c.Key, c => c.index, StringComparer.Ordinal);
        var found = new int[table.Columns.Count];
        Array.Fill(found, -1);
        List<string> ignored = [];
        for (var field = 0; field < header.Length; field++)
        {
            if (!names.TryGetValue(Key(header[field]), out var column))
            {
                ignored.Add(NameIn(header, field));
            }
            else if (found[column] >= 0)
            {
                reject = new(table.File, 1, table.Columns[column].Name, Shown.Value(header[field]), "the column comes twice");
                return null;
            }
            else
            {
                found[column] = field;
            }
        }

        var missing = table.Columns.Where((column, index) => column.Required && found[index] < 0).FirstOrDefault();
        reject = missing is null ? null : Missing(table, header, missing, Array.TrueForAll(found, field => field < 0));
        return reject is null ? new(table, header, found, ignored) : null;
    }

    /// <returns>The reject of a file whose header is separated by something else than commas; else null.</returns>
    public static Reject? WrongSeparator(ContractTable table, string line)
    {
        var names = table.Columns.Select(column => Key(column.Name)).ToHashSet(StringComparer.Ordinal);
        var reason = Separators.FirstOrDefault(s => line.Split(s.Character).Count(name => names.Contains(Key(name.Trim().Trim('"')))) > 1).Reason;
        return reason is null ? null : new(table.File, 1, "", Shown.Value(line), reason);
    }

    private static Reject Missing(ContractTable table, string[] header, ContractColumn missing, bool noneKnown)
    {
        var line = string.Join(',', header);
        return WrongSeparator(table, line)
            ?? (noneKnown ? new(table.File, 1, "", Shown.Value(line), "no header line: it names none of the table's columns")
                : new(table.File, 1, missing.Name, "", "required column missing"));
    }

    /// <summary>A name of the file's own; its place where it has none.</summary>
    private static string NameIn(string[] header, int field) => field < header.Length && !string.IsNullOrWhiteSpace(header[field])
        ? Shown.Value(header[field])
        : FormattableString.Invariant($"(column {field + 1}, no name)");

    private static string Key(string name) =>
        string.Concat(name.Where(letter => letter != '_' && !char.IsWhiteSpace(letter))).ToLowerInvariant();
}
