using ClosedXML.Excel;
using SmpInsights.Reporting.Documents;

namespace SmpInsights.Reporting.Workbooks;

/// <summary>An Excel table, measured before it is written: header, rows, and a line of totals below that is no part of the table.</summary>
internal sealed class SheetTable
{
    public const double RowHeight = 13.5;

    private const double Narrowest = 8;

    /// <summary>Longer headers are broken between words.</summary>
    private const double WidestHeader = 11;
    private const double WidestHeaderOfMany = 8;
    private const int Many = 12;

    /// <summary>In units of width, beside words and numbers: those on the left are indented.</summary>
    private const double BesideLeft = 0.7;
    private const double BesideRight = 0.5;

    /// <summary>Fewer rows are taken in at a glance.</summary>
    private const int FewestFiltered = 10;

    /// <summary>In units of width: words in a column of numbers ("not enough data yet") are broken into lines rather than widen it.</summary>
    private const double WidestWords = 17;
    private const double WidestWordsOfMany = 12;

    /// <summary>From the left edge. To the right there is none: LibreOffice leaves it out of some numbers, and a column would be ragged.</summary>
    private const int Indent = 1;
    private const double LineHeight = 13;
    private const double SmallRowHeight = 12;
    private const double SmallFont = 9;
    private const double FontRatio = WorkbookWriter.FontSize / SmallFont;
    private const double Tallest = 400;
    private readonly string _name;
    private readonly IReadOnlyList<SheetColumn> _columns;
    private readonly IReadOnlyList<string> _headers;
    private readonly IReadOnlyList<IReadOnlyList<Cell>> _rows;
    private readonly IReadOnlyList<Cell>? _total;
    private readonly double[] _widths;
    private readonly bool _hasFilter;
    private readonly bool _hasBareAmounts;
    private readonly bool _isSmall;

    /// <summary>Takes the table's measure.</summary>
    /// <param name="name">Of the Excel table.</param>
    /// <param name="columns">As many as each row has cells.</param>
    /// <param name="rows">May be none.</param>
    /// <param name="total">The line below.</param>
    /// <param name="widest">Longer text is broken into lines.</param>
    /// <param name="hasBareAmounts">Whether amounts stand without their currency.</param>
    /// <param name="isSmall">Whether rows are lower, as the data of a chart beside it.</param>
    /// <param name="isFiltered">Whether headers have buttons by which rows are filtered, if there are rows enough.</param>
    public SheetTable(string name, IReadOnlyList<SheetColumn> columns, IReadOnlyList<IReadOnlyList<Cell>> rows, IReadOnlyList<Cell>? total = null, double widest = 58, bool isFiltered = true, bool hasBareAmounts = false, bool isSmall = false)
    {
        (_name, _columns, _rows, _total, Widest) = (name, columns, rows, total, widest);
        (_hasBareAmounts, _isSmall) = (hasBareAmounts, isSmall);
        _hasFilter = isFiltered && rows.Count >= FewestFiltered;
        _headers = TableHeaders.Of(columns);
        _widths = [.. _headers.Select((header, c) => Math.Max(Narrowest, TableHeaders.Width(header, columns.Count > Many ? WidestHeaderOfMany : WidestHeader) + Beside(c)))];
        foreach (var row in total is null ? rows : rows.Append(total))
        {
            for (var c = 0; c < row.Count; c++)
                _widths[c] = Math.Max(_widths[c], Needed(c, row[c]));
        }

        for (var c = 0; c < _widths.Length; c++)
            _widths[c] = Math.Ceiling(_widths[c] * 10) / 10;
    }

    /// <summary>The widths that the columns need.</summary>
    public IReadOnlyList<double> Widths => _widths;

    /// <summary>Rows of the sheet that the table takes, header and totals included.</summary>
    public int RowCount => 1 + Math.Max(1, _rows.Count) + (_total is null ? 0 : 1);

    /// <summary>In points.</summary>
    public double Height => HeaderHeight(_widths) + _rows.Sum(row => HeightOf(row, _widths)) + (_rows.Count == 0 ? OneLine : 0) + (_total is null ? 0 : HeightOf(_total, _widths));

    private double Widest { get; }

    private double OneLine => _isSmall ? SmallRowHeight : RowHeight;

    /// <summary>Buttons of the filter have a line of their own below the words.</summary>
    private double HeaderHeight(IEnumerable<double> widths) => 6 + (LineHeight * (_headers.Zip(widths, (header, width) => (Header: header, Width: width)).Select((x, c) => TableHeaders.Lines(x.Header, x.Width + (_columns[c].Right ? BesideRight : 0))).Max() + (_hasFilter ? 1 : 0)));

    /// <summary>Writes the table from a row and column on, whose widths are set; returns the first row after it.</summary>
    public int Write(IXLWorksheet sheet, int top, int left, XLColor band)
    {
        double[] widths = [.. Enumerable.Range(left, _columns.Count).Select(c => sheet.Column(c).Width)];
        for (var c = 0; c < _columns.Count; c++)
            CellWriter.Text(sheet.Cell(top, left + c), _headers[c]);
        var last = top + Math.Max(1, _rows.Count);
        for (var r = 0; r < _rows.Count; r++)
            Row(sheet, top + 1 + r, left, _rows[r], widths);
        if (_rows.Count == 0)
            Empty(sheet.Cell(top + 1, left));
        var table = sheet.Range(top, left, last, left + _columns.Count - 1).CreateTable(_name);
        table.Theme = XLTableTheme.None;
        table.ShowAutoFilter = _hasFilter;
        Style(sheet.Range(top, left, top, left + _columns.Count - 1), band);
        sheet.Row(top).Height = HeaderHeight(widths);
        var rows = sheet.Range(top + 1, left, last, left + _columns.Count - 1);
        rows.Style.Border.BottomBorder = XLBorderStyleValues.Thin;
        rows.Style.Border.BottomBorderColor = XLColor.FromHtml("#D5DAE1");
        if (_isSmall)
            rows.Style.Font.FontSize = SmallFont;
        if (_total is null)
            return last + 1;
        Row(sheet, last + 1, left, _total, widths);
        var total = sheet.Range(last + 1, left, last + 1, left + _columns.Count - 1);
        total.Style.Font.Bold = true;
        total.Style.Border.TopBorder = XLBorderStyleValues.Medium;
        return last + 2;
    }

    /// <summary>Cells of one row, numbers to the right as their column is. Rows beside each other on a sheet are as high as the highest.</summary>
    private void Row(IXLWorksheet sheet, int row, int left, IReadOnlyList<Cell> cells, IReadOnlyList<double> widths)
    {
        for (var c = 0; c < cells.Count; c++)
        {
            var cell = sheet.Cell(row, left + c);
            CellWriter.Write(cell, cells[c]);
            if (_hasBareAmounts && cells[c] is MoneyCell money)
                cell.Style.NumberFormat.Format = CellWriter.BareMoneyFormat(money.Currency);
            cell.Style.Alignment.Vertical = XLAlignmentVerticalValues.Top;
            Align(cell, c);
            cell.Style.Alignment.ReadingOrder = XLAlignmentReadingOrderValues.ContextDependent;
            if (IsBroken(c, cells[c]))
                cell.Style.Alignment.WrapText = true;
        }

        sheet.Row(row).Height = HeightOf(cells, widths);
    }

    private double HeightOf(IReadOnlyList<Cell> cells, IReadOnlyList<double> widths)
    {
        var lines = 1;
        for (var c = 0; c < cells.Count; c++)
        {
            if (IsBroken(c, cells[c]))
                lines = Math.Max(lines, SheetText.Lines(CellWriter.Shown(cells[c]), (widths[c] - Beside(c)) * (_isSmall ? FontRatio : 1)));
        }

        return lines == 1 ? OneLine : Math.Min(OneLine * lines, Tallest);
    }

    /// <summary>The widest that a cell may make its column; a number is never broken.</summary>
    private double WidestOf(int column, Cell cell) => cell switch
    {
        TextCell or SuppressedCell or NotEnoughCell or MissingCell => _columns[column].Right ? Math.Min(Widest, _columns.Count > Many ? WidestWordsOfMany : WidestWords) : Widest,
        _ => double.PositiveInfinity,
    };

    /// <summary>The width that a cell needs: that of its longest line where it is broken.</summary>
    private double Needed(int column, Cell cell) => !IsBroken(column, cell) ? Room(column, cell)
        : Math.Min(WidestOf(column, cell), SheetText.RoomOfLines(CellWriter.Shown(cell), WidestOf(column, cell) - Beside(column)) + Beside(column));

    private double Beside(int column) => _columns[column].Right ? BesideRight : BesideLeft;

    private bool IsBroken(int column, Cell cell) => Room(column, cell) > WidestOf(column, cell);

    private void Align(IXLCell cell, int column)
    {
        cell.Style.Alignment.Horizontal = _columns[column].Right ? XLAlignmentHorizontalValues.Right : XLAlignmentHorizontalValues.Left;
        if (!_columns[column].Right)
            cell.Style.Alignment.Indent = Indent;
    }

    private void Empty(IXLCell cell)
    {
        CellWriter.Text(cell, "No rows in this period.");
        SheetSetup.FromLeft(cell);
        cell.WorksheetRow().Height = OneLine;
    }

    private double Room(int column, Cell cell) => cell switch
    {
        TextCell { Text.Length: 0 } => 0,
        MoneyCell money when _hasBareAmounts => SheetText.Room("-" + Print.Number((double)Math.Abs(money.Amount), Currencies.Decimals(money.Currency))) + Beside(column),
        _ => SheetText.Room(CellWriter.Shown(cell)) + Beside(column),
    };

    private void Style(IXLRange header, XLColor band)
    {
        header.Style.Font.Bold = true;
        header.Style.Font.FontColor = XLColor.White;
        header.Style.Fill.BackgroundColor = band;
        header.Style.Border.InsideBorder = XLBorderStyleValues.Thin; // words of neighbours may come near each other
        header.Style.Border.InsideBorderColor = XLColor.White;
        header.Style.Alignment.WrapText = true;
        header.Style.Alignment.Vertical = _hasFilter ? XLAlignmentVerticalValues.Top : XLAlignmentVerticalValues.Center;
        for (var c = 0; c < _columns.Count; c++)
            Align(header.Cell(1, c + 1), c);
    }
}
