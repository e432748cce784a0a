using ClosedXML.Excel;
using SmpInsights.Reporting.Documents;

namespace SmpInsights.Reporting.Workbooks;

/// <summary>A column of a sheet's table. An estimate fills three of them.</summary>
internal sealed record SheetColumn(string Header, bool Right);

/// <summary>Writes header, rows and filter of an Excel table, and remembers how wide its columns must be.</summary>
internal sealed class SheetTable(IXLWorksheet sheet, XLColor band, double widest = 58)
{
    private const double Narrowest = 9;
    private const double HeaderWraps = 20;
    private readonly Dictionary<int, double> _room = [];

    /// <summary>Whether headers have buttons by which rows are filtered.</summary>
    public bool Filter { get; init; } = true;

    public double TotalWidth { get; private set; }

    public int ColumnCount => _room.Count;

    /// <summary>Writes the table from <paramref name="top"/>; returns the first row after it.</summary>
    public int Write(string name, int top, IReadOnlyList<SheetColumn> columns, IReadOnlyList<IReadOnlyList<Cell>> rows, string whenEmpty = "No rows in this period.")
    {
        var headers = Headers(columns);
        for (var c = 0; c < columns.Count; c++)
        {
            CellWriter.Text(sheet.Cell(top, c + 1), headers[c]);
            Need(c, Math.Min(SheetText.Room(headers[c], bold: true) + 4.5, HeaderWraps));
        }

        for (var r = 0; r < rows.Count; r++)
            Row(top + 1 + r, columns, rows[r]);
        if (rows.Count == 0)
            CellWriter.Text(sheet.Cell(top + 1, 1), whenEmpty);
        var last = top + Math.Max(1, rows.Count);
        var table = sheet.Range(top, 1, last, columns.Count).CreateTable(name);
        table.Theme = XLTableTheme.None;
        table.ShowAutoFilter = Filter;
        Style(sheet.Range(top, 1, top, columns.Count), columns);
        var lines = headers.Max(header => Math.Ceiling((SheetText.Room(header, bold: true) + 4.5) / HeaderWraps));
        sheet.Row(top).Height = 5 + (15 * Math.Clamp(lines, 1, 4));
        Frame(sheet.Range(top + 1, 1, last, columns.Count));
        return last + 1;
    }

    /// <summary>Cells of one row, numbers to the right as their column is.</summary>
    public void Row(int row, IReadOnlyList<SheetColumn> columns, IReadOnlyList<Cell> cells)
    {
        var lines = 1.0;
        for (var c = 0; c < cells.Count; c++)
        {
            var cell = sheet.Cell(row, c + 1);
            CellWriter.Write(cell, cells[c]);
            cell.Style.Alignment.Vertical = XLAlignmentVerticalValues.Top;
            if (columns[c].Right)
                cell.Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Right;
            else
                cell.Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Left;
            cell.Style.Alignment.Indent = 1;
            cell.Style.Alignment.ReadingOrder = XLAlignmentReadingOrderValues.ContextDependent;
            var room = SheetText.Room(CellWriter.Shown(cells[c])) + 2.5;
            Need(c, Math.Min(room, widest));
            if (room <= widest)
                continue;
            cell.Style.Alignment.WrapText = true;
            lines = Math.Max(lines, Math.Ceiling(room / widest));
        }

        if (lines > 1)
            sheet.Row(row).Height = Math.Min(13.2 * lines, 400);
    }

    /// <summary>Sets the widths that all tables of the sheet need.</summary>
    public void SetWidths()
    {
        foreach (var (column, room) in _room)
        {
            sheet.Column(column + 1).Width = Math.Round(Math.Clamp(room, Narrowest, widest + 2), 1);
            TotalWidth += sheet.Column(column + 1).Width;
        }
    }

    private void Need(int column, double room) => _room[column] = Math.Max(room, _room.GetValueOrDefault(column));

    /// <summary>A table's headers are unique whatever the case, not empty, at most 255 characters.</summary>
    private static List<string> Headers(IReadOnlyList<SheetColumn> columns)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var headers = new List<string>();
        foreach (var column in columns)
        {
            var clean = SheetText.Clean(column.Header).Trim();
            var wanted = clean.Length == 0 ? "Column" : clean.Length > 240 ? clean[..239] + "…" : clean;
            var header = wanted;
            for (var n = 2; !taken.Add(header); n++)
                header = wanted + " " + Print.Integer(n);
            headers.Add(header);
        }

        return headers;
    }

    private void Style(IXLRange header, IReadOnlyList<SheetColumn> columns)
    {
        header.Style.Font.Bold = true;
        header.Style.Font.FontColor = XLColor.White;
        header.Style.Fill.BackgroundColor = band;
        header.Style.Alignment.WrapText = true;
        header.Style.Alignment.Vertical = XLAlignmentVerticalValues.Center;
        for (var c = 0; c < columns.Count; c++)
        {
            header.Cell(1, c + 1).Style.Alignment.Horizontal = columns[c].Right ? XLAlignmentHorizontalValues.Right : XLAlignmentHorizontalValues.Left;
            header.Cell(1, c + 1).Style.Alignment.Indent = 1;
        }
    }

    private static void Frame(IXLRange rows)
    {
        rows.Style.Border.BottomBorder = XLBorderStyleValues.Thin;
        rows.Style.Border.BottomBorderColor = XLColor.FromHtml("#D5DAE1");
    }
}
