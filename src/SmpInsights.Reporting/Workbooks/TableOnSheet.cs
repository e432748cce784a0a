using System.Globalization;
using ClosedXML.Excel;
using SmpInsights.Reporting.Documents;

namespace SmpInsights.Reporting.Workbooks;

/// <summary>One table of the report, with its note.</summary>
internal sealed class TableOnSheet : SheetBlock
{
    /// <summary>A table of more rows is read with its header in sight.</summary>
    private const int LongestShared = 40;

    private const double GapHeight = 4;

    /// <summary>In units of width: longer text is broken into lines, so that tables go beside each other's charts on an upright page.</summary>
    private static readonly double[] WidestShared = [36, 24, 21, 16];
    private static readonly double[] WidestLong = [58, 36, 24, 21, 16];

    /// <summary>Said of a page; intervals have columns of their own here.</summary>
    private const string OfBrackets = "In brackets the 95 % interval. ";

    private readonly TableBlock _block;
    private readonly IReadOnlyList<IReadOnlyList<Cell>> _rows;
    private readonly IReadOnlyList<Cell>? _total;
    private readonly SheetTable _table;
    private readonly SheetNote _note;

    public TableOnSheet(TableBlock block, string section)
        : base(block.Title, section)
    {
        _block = block;
        _rows = [.. block.Rows.Select(Expanded)];
        _total = block.Total is { } total ? Expanded(total) : null;
        _table = Fitting([.. block.Columns.SelectMany(Expanded)]);
        _note = new SheetNote(block.Note is { } note ? [note.Replace(OfBrackets, "", StringComparison.Ordinal)] : [], Math.Max(_table.Widths.Sum(), PageLayout.Narrowest));
    }

    public override string Kind => "Table";

    public override bool IsLong => _rows.Count > LongestShared || _block.IsWorkbookOnly;

    public override double Height => _table.Height + GapHeight + _note.Height;

    public override IEnumerable<SheetTable> Tables => [_table];

    public override int ColumnsPrinted => _table.Widths.Count;

    public override int Write(SheetPage page, int top, int titleRow)
    {
        if (IsLong && HasNote)
            top = Gap(page, _note.Write(page.Sheet, top, page.Printed));
        var next = _table.Write(page.Sheet, top, 1, page.Band);
        for (var r = 0; r < _rows.Count; r++)
            Formulas(page, _rows[r], top + 1 + r);
        if (_total is not null)
            Total(page, top, next - 1);
        page.Sheet.Workbook.NamedRanges.Add("TableData_" + _block.Id.Replace('-', '_'), page.Sheet.Range(top, 1, top + Math.Max(1, _rows.Count), _table.Widths.Count));
        if (titleRow == 1)
            page.Sheet.SheetView.FreezeRows(top);
        return IsLong || !HasNote ? next : _note.Write(page.Sheet, Gap(page, next), page.Printed);
    }

    private bool HasNote => _block.Note is not null;

    private static int Gap(SheetPage page, int row)
    {
        page.Sheet.Row(row).Height = GapHeight;
        return row + 1;
    }

    /// <summary>Text is broken into the longest lines with which a row goes on one page: on an upright one where its sheet is shared.</summary>
    private SheetTable Fitting(IReadOnlyList<SheetColumn> columns)
    {
        var widest = IsLong ? WidestLong : WidestShared;
        var tables = widest.Select(width => new SheetTable(TableBlock.NameInWorkbook(_block.Id), columns, _rows, _total, widest: width, hasBareAmounts: _block.NamesCurrency)).ToArray();
        return (IsLong ? null : tables.FirstOrDefault(table => Paper.GoesUpright(Paper.MostPixels(table.Widths))))
            ?? tables.FirstOrDefault(table => Paper.Across(Paper.MostPixels(table.Widths)) == 1) ?? tables.Last();
    }

    private static IEnumerable<SheetColumn> Expanded(Column column) => column.WithInterval
        ?
        [
            new SheetColumn(column.Header, Right: true),
            new SheetColumn(column.Header + ", lower 95 %", Right: true),
            new SheetColumn(column.Header + ", upper 95 %", Right: true),
        ]
        : [new SheetColumn(column.Header, column.AlignsRight)];

    private IReadOnlyList<Cell> Expanded(IReadOnlyList<Cell> row) => [.. row.SelectMany((cell, i) => _block.Columns[i].WithInterval ? Interval(cell) : [cell])];

    private static IEnumerable<Cell> Interval(Cell cell) => cell is EstimateCell estimate
        ? [estimate, End(estimate.Lower, estimate), End(estimate.Upper, estimate)]
        : [cell, new TextCell(""), new TextCell("")];

    private static Cell End(double? end, EstimateCell estimate) => end is { } value ? new EstimateCell(value, null, null, estimate.Format)
        : estimate is { Lower: null, Upper: null } ? Cell.Missing : new NotEnoughCell("open");

    /// <summary>The total as given. Where it is the sum of the rows above, as a formula that follows the filter.</summary>
    private void Total(SheetPage page, int header, int row)
    {
        for (var c = 0; c < _total!.Count; c++)
        {
            var cell = page.Sheet.Cell(row, c + 1);
            if (_total[c] is FormulaCell given)
                Live(page, cell, given.Formula, given.Value);
            else if (Amount(_total[c]) is { } amount && _rows.Count > 0 && IsSum(_total[c], amount, _rows.Select(line => line[c])))
                Live(page, cell, string.Create(CultureInfo.InvariantCulture, $"SUBTOTAL(109,{cell.Address.ColumnLetter}{header + 1}:{cell.Address.ColumnLetter}{row - 1})"), _total[c]);
        }
    }

    private static void Formulas(SheetPage page, IReadOnlyList<Cell> cells, int row)
    {
        for (var c = 0; c < cells.Count; c++)
            if (cells[c] is FormulaCell { Formula: var formula, Value: var value })
                Live(page, page.Sheet.Cell(row, c + 1), formula, value);
    }

    private static void Live(SheetPage page, IXLCell cell, string formula, Cell value)
    {
        cell.FormulaA1 = formula;
        page.Formulas.Add(new CachedFormula(cell.Worksheet.Name, cell.Address.ToString()!, value switch
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
