using DocumentFormat.OpenXml.Packaging;
using SmpInsights.Data.Import;

namespace SmpInsights.Data.Workbooks;

/// <summary>One sheet of a workbook as the rows of a table; its lines are Excel's rows.</summary>
internal sealed class SheetSource(WorkbookFile book, string sheet, WorksheetPart part) : IRecordSource
{
    public string Name { get; } = NameOf(book.Name, sheet);

    /// <summary>Rows are counted as they come: how many there are is known at the end.</summary>
    public long Length => SheetRecords.MostRows;

    public static string NameOf(string book, string sheet) => $"{book}, sheet {Shown.Value(sheet)}";

    public IRecords Open(Action<DefectiveRecord> defective) => new SheetRecords(book, part.GetStream(FileMode.Open, FileAccess.Read), defective);

    public Reject Place(Reject reject) => reject with { File = Name, Reason = reject.Reason.Replace("the file is empty", "the sheet is empty", StringComparison.Ordinal) };

    public void Dispose()
    {
        // The workbook is closed by who opened it.
    }
}
