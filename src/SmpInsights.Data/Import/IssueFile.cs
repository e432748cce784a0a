using CsvHelper;

namespace SmpInsights.Data.Import;

/// <summary>A CSV file of rejects or warnings: made anew by each import, not there when there is nothing to list.</summary>
internal sealed class IssueFile : IDisposable
{
    /// <summary>What begins like a formula is led by an apostrophe, so that a spreadsheet shows it as text.</summary>
    private static readonly CsvWriterOptions Spreadsheet = new() { Injection = CsvInjection.Escape };

    private readonly string path;
    private readonly IReadOnlyList<string> columns;
    private CsvWriter? writer;

    public IssueFile(string path, IReadOnlyList<string> columns)
    {
        this.path = path;
        this.columns = columns;
        File.Delete(path);
    }

    public void Add(params ReadOnlySpan<string> cells)
    {
        if (writer is null)
        {
            writer = CsvWriter.Create(File.Create(path), Spreadsheet, leaveOpen: false);
            Write([.. columns]);
        }

        Write(cells);
    }

    public void Dispose() => writer?.Dispose();

    private void Write(ReadOnlySpan<string> cells)
    {
        foreach (var cell in cells)
        {
            writer!.WriteField(cell);
        }

        writer!.EndRecord();
    }
}
