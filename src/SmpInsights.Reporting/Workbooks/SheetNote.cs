using ClosedXML.Excel;

namespace SmpInsights.Reporting.Workbooks;

/// <summary>Remarks below a table or chart, each in a cell across columns and as many rows as its text has lines.</summary>
internal sealed class SheetNote(IReadOnlyList<string> remarks, double room, bool isQuiet = true)
{
    public double Height => SheetTable.RowHeight * remarks.Sum(remark => SheetText.Lines(remark, room));

    /// <summary>Writes the remarks; returns the row after them.</summary>
    /// <param name="sheet">Where they stand.</param>
    /// <param name="row">The first row.</param>
    /// <param name="columns">These give the room at least.</param>
    public int Write(IXLWorksheet sheet, int row, int columns)
    {
        foreach (var remark in remarks)
        {
            SheetSetup.Remark(sheet.Cell(row, 1), remark, isQuiet);
            var next = row + SheetText.Lines(remark, room);
            var cells = sheet.Range(row, 1, next - 1, columns).Merge();
            cells.Style.Alignment.WrapText = true;
            cells.Style.Alignment.Vertical = XLAlignmentVerticalValues.Top;
            for (; row < next; row++)
                sheet.Row(row).Height = SheetTable.RowHeight;
        }

        return row;
    }
}
