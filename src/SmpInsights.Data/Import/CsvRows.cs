using System.Text.Unicode;
using CsvHelper;

namespace SmpInsights.Data.Import;

/// <summary>
/// The rows of a CSV file: <see cref="RecordScanner"/> cuts the file into records and sets the bad ones aside, CsvHelper's parser splits
/// what is left into fields.
/// </summary>
internal sealed class CsvRows : IRecords
{
    private static readonly CsvReaderOptions Rfc4180 = new() { Separator = ',', HasHeader = false, SkipEmptyLines = false };

    private readonly RecordScanner scanner;
    private readonly RecordStream records;
    private readonly CsvReader reader;

    /// <param name="stream">Seekable; disposed by the caller.</param>
    /// <param name="defective">Told of each record set aside.</param>
    public CsvRows(Stream stream, Action<DefectiveRecord> defective)
    {
        scanner = new RecordScanner(stream);
        records = new RecordStream(scanner, defective);
        reader = CsvReader.Create(records, Rfc4180);
    }

    public long BytesRead => scanner.BytesRead;

    /// <summary>The physical line on which the current row begins.</summary>
    public long Line { get; private set; }

    public int Count => reader.FieldCount;

    public string this[int field] => reader.GetString(field);

    /// <summary>The header's fields; or null with the reject of the whole file.</summary>
    public string[]? Header(ContractTable table, out Reject? reject)
    {
        scanner.SkipByteOrderMark();
        var reason = !scanner.Next() ? "the file is empty" : Against(scanner);
        reject = reason is null ? null : WrongSeparator(table) ?? new(table.File, 1, "", "", reason);
        if (reject is not null)
        {
            return null;
        }

        using var line = CsvReader.Create(scanner.Record.ToArray(), Rfc4180);
        line.Read();
        scanner.ExpectedFields = line.FieldCount;
        return [.. Enumerable.Range(0, line.FieldCount).Select(line.GetString)];
    }

    public bool Next()
    {
        if (!reader.Read())
        {
            return false;
        }

        Line = records.NextLine();
        return true;
    }

    public void Dispose() => reader.Dispose();

    /// <summary>Quoted names between other separators are quotes out of place to a parser of commas.</summary>
    private Reject? WrongSeparator(ContractTable table) =>
        scanner.Defect is RecordDefect.TextAfterQuote or RecordDefect.QuoteInField && Utf8.IsValid(scanner.Record)
            ? HeaderMatch.WrongSeparator(table, System.Text.Encoding.UTF8.GetString(scanner.Record))
            : null;

    private static string? Against(RecordScanner header) => header switch
    {
        { Record: [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] } => "the file is UTF-16, not UTF-8",
        _ when header.Record.Contains((byte)0) => "the file is binary, or UTF-16",
        { Defect: RecordDefect.TooLong } => "the header line is too long",
        _ when !Utf8.IsValid(header.Record) => "the header line is not UTF-8",
        { Defect: not RecordDefect.None } => "the header line has a quote that is not closed, or out of place",
        _ => null,
    };
}
