using SmpInsights.Data.Import;

namespace SmpInsights.Data.Adoption;

/// <summary>The rows of a view as an import takes them: all, or those of some buckets.</summary>
internal sealed class ViewSource(SourceView view, Func<ViewPass> begin, long rows) : IRecordSource
{
    /// <summary>Of rows, as known beforehand.</summary>
    public long Length => rows;

    public bool NamesRowsById => true;

    /// <summary>The pass, once it was begun.</summary>
    public ViewPass? Pass { get; private set; }

    /// <summary>The buckets whose rows are taken; null for all.</summary>
    public Func<int, bool>? Taken { get; init; }

    /// <summary>Given the hash of each id that is taken.</summary>
    public Action<ulong>? Heard { get; init; }

    public IRecords Open(Action<DefectiveRecord> defective) => new ViewRecords(this, Pass = begin());

    public Reject Place(Reject reject) => reject with { File = view.Name, Line = 0 };

    public void Dispose() => Pass?.Dispose();

    private sealed class ViewRecords(ViewSource source, ViewPass pass) : IRecords
    {
        public long BytesRead => pass.Count;

        public long Line { get; private set; } = 1;

        public int Count => pass.Cells.Length;

        public string this[int field] => pass.Cells[field];

        public string[]? Header(ContractTable table, out Reject? reject)
        {
            reject = null;
            return [.. source.Columns];
        }

        public bool Next()
        {
            while (pass.Next())
            {
                if (source.Taken?.Invoke(Buckets.Of(pass.Id)) ?? true)
                {
                    source.Heard?.Invoke(pass.Id);
                    Line++;
                    return true;
                }
            }

            return false;
        }

        public void Dispose() => pass.Dispose();
    }

    private IEnumerable<string> Columns => view.Columns.Select(c => c.Contract.Name);
}
