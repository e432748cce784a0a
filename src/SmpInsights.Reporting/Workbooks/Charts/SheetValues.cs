using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SmpInsights.Reporting.Workbooks.Charts;

/// <summary>The values of a sheet's cells as they are stored: what a chart keeps beside its references can't differ from them.</summary>
internal sealed class SheetValues
{
    private readonly Dictionary<string, Cell> _cells;
    private readonly IReadOnlyList<string> _strings;

    public SheetValues(WorksheetPart sheet, IReadOnlyList<string> strings)
    {
        _cells = sheet.Worksheet.Descendants<Cell>().ToDictionary(cell => cell.CellReference!.Value!, StringComparer.Ordinal);
        _strings = strings;
    }

    public static IReadOnlyList<string> Strings(WorkbookPart book) =>
        [.. book.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>().Select(item => item.InnerText) ?? []];

    /// <summary>The text of a cell, "" where it is empty.</summary>
    public string Text(string address) => Stored(address) is not { } cell ? ""
        : cell.DataType?.Value == CellValues.SharedString ? _strings[int.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture)]
        : cell.CellValue!.Text;

    /// <summary>The number of a cell as it is written, null where it is empty or text.</summary>
    public string? Number(string address) => Stored(address) is { } cell && (cell.DataType is null || cell.DataType.Value == CellValues.Number) ? cell.CellValue!.Text : null;

    private Cell? Stored(string address) => _cells.GetValueOrDefault(address) is { CellValue: not null } cell ? cell : null;
}
