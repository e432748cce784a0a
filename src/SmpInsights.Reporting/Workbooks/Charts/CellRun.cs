using System.Globalization;
using ClosedXML.Excel;

namespace SmpInsights.Reporting.Workbooks.Charts;

/// <summary>Cells under each other, with the format in which they show numbers.</summary>
internal sealed record CellRun(string Sheet, int Column, int First, int Last, string Format = "General")
{
    public int Count => Last - First + 1;

    /// <summary>"'Sheet'!$B$5:$B$9", as charts and defined names refer to cells.</summary>
    public string Reference => First == Last ? $"{SheetName}!${Letter}${Row(First)}" : $"{SheetName}!${Letter}${Row(First)}:${Letter}${Row(Last)}";

    private string SheetName => Quoted(Sheet);

    private string Letter => XLHelper.GetColumnLetterFromNumber(Column);

    /// <summary>The address of one of the cells, from 0, within their sheet.</summary>
    public string Address(int index) => Letter + Row(First + index);

    public static string Quoted(string sheet) => "'" + sheet.Replace("'", "''", StringComparison.Ordinal) + "'";

    private static string Row(int row) => row.ToString(CultureInfo.InvariantCulture);
}
