namespace SmpInsights.Data.Import;

/// <summary>Rows of one table, wherever they come from: a header, then one row at a time. Every row has as many fields as it was written with.</summary>
internal interface IRecords : IDisposable
{
    /// <summary>How far the reading is, in the unit of <see cref="IRecordSource.Length"/>.</summary>
    public long BytesRead { get; }

    /// <summary>Where the current row stands; no two rows of one source share it.</summary>
    public long Line { get; }

    public int Count { get; }

    public string this[int field] { get; }

    /// <summary>The header's fields; or null with the reject of the whole.</summary>
    public string[]? Header(ContractTable table, out Reject? reject);

    public bool Next();
}
