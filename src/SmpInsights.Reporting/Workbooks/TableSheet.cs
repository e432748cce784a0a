using System.Globalization;
using ClosedXML.Excel;
using SmpInsights.Reporting.Documents;

namespace SmpInsights.Reporting.Workbooks;

/// <summary>One table of the report on a sheet of its own.</summary>
internal static class TableSheet
{
    private const int Header = 4;

    /// <summary>Writes the sheet; formulas are returned with the value to be kept beside them.</summary>
    public static IEnumerable<CachedFormula> Write(IXLWorksheet sheet, ReportDocument document, TableBlock table)
    {
        SheetSetup.Titles(sheet, table.Title, SheetSetup.Facts(document));
        var columns = table.Columns.SelectMany(Expanded).ToArray();
        var writer = new SheetTable(sheet, BookColours.Of(document));
        var next = writer.Write(TableBlock.NameInWorkbook(table.Id), Header, columns, [.. table.Rows.Select(row => Expanded(table, row))]);
        var formulas = new List<CachedFormula>();
        for (var r = 0; r < table.Rows.Count; r++)
            Formulas(sheet, Expanded(table, table.Rows[r]), Header + 1 + r, formulas);
        if (table.Total is { } total)
        {
            Total(sheet, writer, columns, table, total, next, formulas);
            next++;
        }

        if (table.Note is { } note)
            SheetSetup.Note(sheet, next + 1, note);
        writer.SetWidths();
        sheet.SheetView.FreezeRows(Header);
        SheetSetup.Page(sheet, document, writer.TotalWidth, Header);
        sheet.Workbook.NamedRanges.Add("TableData_" + table.Id.Replace('-', '_'), sheet.Range(Header, 1, Header + Math.Max(1, table.Rows.Count), columns.Length));
        return formulas;
    }

    private static IEnumerable<SheetColumn> Expanded(Column column) => column.WithInterval
        ?
        [
            new SheetColumn(column.Header, Right: true),
            new SheetColumn(column.Header + ", lower 95 %", Right: true),
            new SheetColumn(column.Header + ", upper 95 %", Right: true),
        ]
        : [new SheetColumn(column.Header, column.AlignsRight)];

    private static IReadOnlyList<Cell> Expanded(TableBlock table, IReadOnlyList<Cell> row) =>
        [.. row.SelectMany((cell, i) => table.Columns[i].WithInterval ? Interval(cell) : [cell])];

    private static IEnumerable<Cell> Interval(Cell cell) => cell is EstimateCell estimate
        ? [estimate, End(estimate.Lower, estimate.Format), End(estimate.Upper, estimate.Format)]
        : [cell, new TextCell(""), new TextCell("")];

    private static Cell End(double? end, CellFormat format) => end is { } value ? new EstimateCell(value, null, null, format) : Cell.Missing;

    /// <summary>The total as given. Where it is the sum of the rows above, as a formula that follows the filter.</summary>
    private static void Total(IXLWorksheet sheet, SheetTable writer, SheetColumn[] columns, TableBlock table, IReadOnlyList<Cell> total, int row, List<CachedFormula> formulas)
    {
        var cells = Expanded(table, total);
        writer.Row(row, columns, cells);
        var above = table.Rows.Select(line => Expanded(table, line)).ToArray();
        for (var c = 0; c < cells.Count; c++)
        {
            var cell = sheet.Cell(row, c + 1);
            cell.Style.Font.Bold = true;
            cell.Style.Border.TopBorder = XLBorderStyleValues.Medium;
            if (cells[c] is FormulaCell given)
                Live(cell, given.Formula, given.Value, formulas);
            else if (Amount(cells[c]) is { } amount && above.Length > 0 && IsSum(cells[c], amount, above.Select(line => line[c])))
                Live(cell, string.Create(CultureInfo.InvariantCulture, $"SUBTOTAL(109,{cell.Address.ColumnLetter}{Header + 1}:{cell.Address.ColumnLetter}{row - 1})"), cells[c], formulas);
        }
    }

    private static void Formulas(IXLWorksheet sheet, IReadOnlyList<Cell> cells, int row, List<CachedFormula> formulas)
    {
        for (var c = 0; c < cells.Count; c++)
            if (cells[c] is FormulaCell { Formula: var formula, Value: var value })
                Live(sheet.Cell(row, c + 1), formula, value, formulas);
    }

    private static void Live(IXLCell cell, string formula, Cell value, List<CachedFormula> formulas)
    {
        cell.FormulaA1 = formula;
        formulas.Add(new CachedFormula(cell.Worksheet.Name, cell.Address.ToString()!, value switch
        {
            NumberCell number => number.Value,
            PercentCell percent => percent.Value,
            _ => (double)Amount(value)!,
        }));
    }

    private static bool IsSum(Cell total, decimal amount, IEnumerable<Cell> parts)
    {
        var sum = 0m;
        foreach (var cell in parts)
        {
            var part = (cell as FormulaCell)?.Value ?? cell;
            if (Amount(part) is not { } value || part.GetType() != total.GetType() || !string.Equals((part as MoneyCell)?.Currency, (total as MoneyCell)?.Currency, StringComparison.Ordinal))
                return false;
            sum += value;
        }

        return sum == amount;
    }

    private static decimal? Amount(Cell cell) => cell switch
    {
        IntegerCell integer => integer.Value,
        MoneyCell money => money.Amount,
        _ => null,
    };
}
