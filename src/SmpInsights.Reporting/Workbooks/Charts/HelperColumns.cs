using ClosedXML.Excel;

namespace SmpInsights.Reporting.Workbooks.Charts;

/// <summary>A cell that only the chart reads: a number, a formula with its value, or empty where there is a gap.</summary>
internal readonly record struct HelperCell(double? Value, string? Formula = null);

/// <summary>Cells that only the chart reads: corners of steps, lengths of intervals, ends of reference lines. They stand folded beyond the printed area.</summary>
internal sealed class HelperColumns(IXLWorksheet sheet, int firstColumn, List<CachedFormula> formulas)
{
    private int _count;
    private int _headerRow;

    /// <summary>The address of the first cell that the next column will have.</summary>
    public string NextFirstCell => new CellRun(sheet.Name, firstColumn + _count, _headerRow + 1, _headerRow + 1).Address(0);

    /// <summary>Columns from here on stand beside the table of that header.</summary>
    public void Begin(int headerRow) => _headerRow = headerRow;

    /// <summary>Writes a column with its header; formulas refer to cells of the same sheet.</summary>
    public CellRun Add(string header, IReadOnlyList<HelperCell> cells, string format)
    {
        var run = Place(header, cells.Count, format);
        for (var i = 0; i < cells.Count; i++)
        {
            var cell = sheet.Cell(run.First + i, run.Column);
            if (cells[i] is { Formula: { } formula, Value: { } cached })
            {
                cell.FormulaA1 = formula;
                formulas.Add(new CachedFormula(sheet.Name, cell.Address.ToString()!, cached));
            }
            else if (cells[i].Value is { } value)
            {
                cell.SetValue<double>(value);
            }
        }

        sheet.Range(run.First, run.Column, run.Last, run.Column).Style.NumberFormat.Format = format;
        return run;
    }

    public CellRun AddText(string header, IReadOnlyList<string> texts)
    {
        var run = Place(header, texts.Count, "@");
        for (var i = 0; i < texts.Count; i++)
            CellWriter.Text(sheet.Cell(run.First + i, run.Column), texts[i]);
        return run;
    }

    /// <summary>The header above a column of helpers, which names its series.</summary>
    public static CellRun Header(CellRun helper) => new(helper.Sheet, helper.Column, helper.First - 1, helper.First - 1);

    public void Fold()
    {
        if (_count == 0)
            return;
        CellWriter.Text(sheet.Cell(1, firstColumn), "Cells that only charts read");
        var columns = sheet.Columns(firstColumn, firstColumn + _count - 1);
        columns.Width = 12;
        columns.Group(1);
        columns.Hide();
        sheet.Column(firstColumn + _count).Collapse();
        sheet.Column(firstColumn + _count).Unhide();
    }

    private CellRun Place(string header, int count, string format)
    {
        CellWriter.Text(sheet.Cell(_headerRow, firstColumn + _count), header);
        return new CellRun(sheet.Name, firstColumn + _count++, _headerRow + 1, _headerRow + Math.Max(1, count), format);
    }
}
