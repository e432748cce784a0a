namespace SmpInsights.Data.Import;

/// <summary>A CSV file of the data contract.</summary>
internal sealed class CsvSource(FileStream stream) : IRecordSource
{
    public long Length { get; } = stream.Length;

    public IRecords Open(Action<DefectiveRecord> defective) => new CsvRows(stream, defective);

    public Reject Place(Reject reject) => reject;

    public void Dispose() => stream.Dispose();
}
