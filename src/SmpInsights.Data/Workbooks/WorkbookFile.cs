using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SmpInsights.Data.Workbooks;

/// <summary>An Excel workbook, opened for reading: its sheets by name, and what cells need to be understood.</summary>
internal sealed class WorkbookFile : IDisposable
{
    /// <summary>A workbook that unpacks to more than this is no clinic's.</summary>
    private const long MostBytes = 4L << 30;

    /// <summary>Texts are held in memory.</summary>
    private const long MostTextBytes = 512L << 20;

    private readonly SpreadsheetDocument document;

    private WorkbookFile(string path, SpreadsheetDocument document)
    {
        this.document = document;
        Name = Import.Shown.Value(Path.GetFileName(path));
        var book = document.WorkbookPart!;
        Dates1904 = book.Workbook.WorkbookProperties?.Date1904?.Value ?? false;
        Sheets = [.. book.Workbook.Descendants<Sheet>().Where(s => s.Id?.Value is not null && book.GetPartById(s.Id.Value!) is WorksheetPart).Select(s => (s.Name?.Value ?? "", (WorksheetPart)book.GetPartById(s.Id!.Value!), s.State is null || s.State.Value == SheetStateValues.Visible))];
        using var styles = book.WorkbookStylesPart?.GetStream(FileMode.Open, FileAccess.Read);
        Formats = new NumberFormats(styles);
        using var texts = book.SharedStringTablePart?.GetStream(FileMode.Open, FileAccess.Read);
        Texts = SharedStrings.Read(texts);
    }

    public static XmlReaderSettings XmlSettings => new() { DtdProcessing = DtdProcessing.Prohibit, IgnoreComments = true, IgnoreProcessingInstructions = true, CloseInput = false };

    public string Name { get; }

    public bool Dates1904 { get; }

    public NumberFormats Formats { get; }

    public List<string> Texts { get; }

    public IReadOnlyList<(string Name, WorksheetPart Part, bool Visible)> Sheets { get; }

    /// <exception cref="SmpDataException">It can't be read; says why.</exception>
    public static WorkbookFile Open(string path)
    {
        try
        {
            using (var stream = File.OpenRead(path))
            {
                Span<byte> start = stackalloc byte[8];
                var read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
                if (read == start.Length && start.SequenceEqual<byte>([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
                {
                    throw new SmpDataException($"'{path}' is an old workbook (.xls), or one with a password. Save it as .xlsx without a password.");
                }

                stream.Position = 0;
                using var zip = new ZipArchive(stream);
                if (zip.Entries.Sum(e => e.Length) > MostBytes || zip.Entries.Any(e => e.FullName.EndsWith("sharedStrings.xml", StringComparison.OrdinalIgnoreCase) && e.Length > MostTextBytes))
                {
                    throw new SmpDataException($"'{path}' is too large a workbook; import CSV files instead.");
                }
            }

            var opened = SpreadsheetDocument.Open(path, isEditable: false);
            try
            {
                return opened.WorkbookPart?.Workbook is null ? throw new InvalidDataException("no workbook part") : new WorkbookFile(path, opened);
            }
            catch
            {
                opened.Dispose();
                throw;
            }
        }
        catch (Exception e) when (e is InvalidDataException or FileFormatException or OpenXmlPackageException or XmlException or ArgumentException or InvalidOperationException)
        {
            throw new SmpDataException($"'{path}' is not an Excel workbook (.xlsx), or it is damaged.", e);
        }
    }

    public void Dispose() => document.Dispose();
}
