using ClosedXML.Excel;

namespace SmpInsights.Reporting.Workbooks;

/// <summary>Remarks below a table or chart, each in a cell across columns, as high as its text has lines: rows without text of their own are not printed at the foot of a page.</summary>
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
            var cells = sheet.Range(row, 1, row, columns).Merge();
            cells.Style.Alignment.WrapText = true;
            cells.Style.Alignment.Vertical = XLAlignmentVerticalValues.Top;
            sheet.Row(row++).Height = SheetTable.RowHeight * SheetText.Lines(remark, room);
        }

        return row;
    }
}
