namespace SmpInsights.Data.Import;

/// <summary>Where a table's rows come from: a CSV file, a sheet of a workbook, or rows that a column map made of another system's export.</summary>
internal interface IRecordSource : IDisposable
{
    /// <summary>For the progress bar.</summary>
    public long Length { get; }

    /// <summary>A person finds its rows by their id, not by a line.</summary>
    public bool NamesRowsById => false;

    /// <param name="defective">Told of each record that cannot be split into fields.</param>
    public IRecords Open(Action<DefectiveRecord> defective);

    /// <summary>A reject with the file and line at which a person finds the row.</summary>
    public Reject Place(Reject reject);
}
