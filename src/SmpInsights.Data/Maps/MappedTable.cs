using SmpInsights.Data.Import;

namespace SmpInsights.Data.Maps;

/// <summary>Rows that a map made for one table of the contract, each with the place in the export that it came from.</summary>
internal sealed class MappedTable(ContractTable table) : IRecordSource
{
    private readonly List<(string[] Cells, string File, long Line)> rows = [];
    private readonly Dictionary<string, int> known = new(StringComparer.Ordinal);

    public ContractTable Table { get; } = table;

    public IReadOnlyList<(string[] Cells, string File, long Line)> Rows => rows;

    /// <summary>Columns that the map says something about, now or in another row.</summary>
    public HashSet<string> Mapped { get; } = new(StringComparer.Ordinal);

    public long Length => rows.Count;

    /// <summary>Adds a row; one whose id is there already is the same row in another file, or a second one of that id.</summary>
    /// <returns>Whether it is new.</returns>
    public bool Add(string file, long line, params ReadOnlySpan<(string Column, string? Value)> values)
    {
        var cells = new string[Table.Columns.Count];
        Array.Fill(cells, "");
        foreach (var (column, value) in values)
        {
            cells[Table.IndexOf(column)] = value ?? "";
            Mapped.Add(column);
        }

        if (!known.TryAdd(cells[0], rows.Count))
        {
            return false;
        }

        rows.Add((cells, file, line));
        return true;
    }

    public bool Has(string id) => known.ContainsKey(id);

    public IRecords Open(Action<DefectiveRecord> defective) => new Reader(this);

    /// <summary>Cells were made here; the person looks for the row of the export.</summary>
    public Reject Place(Reject reject)
    {
        if (reject.Line is < 1 || reject.Line > rows.Count)
        {
            return reject;
        }

        var (_, file, line) = rows[(int)reject.Line - 1];
        return reject with { File = file, Line = line, Reason = $"{reject.Reason} ({Table.Name})" };
    }

    public void Dispose()
    {
        // Holds nothing but memory.
    }

    private sealed class Reader(MappedTable source) : IRecords
    {
        private int next;

        public long BytesRead => next;

        public long Line => next;

        public int Count => source.Table.Columns.Count;

        public string this[int field] => source.rows[next - 1].Cells[field];

        public string[]? Header(ContractTable table, out Reject? reject)
        {
            reject = null;
            return [.. table.Columns.Select(c => c.Name)];
        }

        public bool Next() => ++next <= source.rows.Count;

        public void Dispose()
        {
            // Nothing is open.
        }
    }
}
