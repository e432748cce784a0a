using SmpInsights.Reporting.Documents;

namespace SmpInsights.Reporting.Finance;

/// <summary>Formulas over the workbook's own tables, by table and column name so that they follow when rows are added.</summary>
internal static class LedgerFormulas
{
    /// <summary>Half a ten-thousandth, the smallest amount stored, is what binary fractions may be off.</summary>
    private const string Decimals = "4";

    public static string Sum(string table, string column) => $"SUM({Column(table, column)})";

    /// <summary>How many of a column's cells hold a number.</summary>
    public static string Count(string table, string column) => $"COUNT({Column(table, column)})";

    /// <summary>The column's cells in rows where <paramref name="key"/> is that of this row of <paramref name="own"/>.</summary>
    public static string SumOfKey(string table, string column, string key, string own, bool escaped) => $"SUMIFS({Column(table, column)},{Criterion(table, key, own, escaped)})";

    /// <summary>The rows where <paramref name="key"/> is that of this row of <paramref name="own"/>.</summary>
    public static string CountOfKey(string table, string key, string own, bool escaped) => $"COUNTIFS({Criterion(table, key, own, escaped)})";

    /// <summary>The column's cells in rows of the same date as this row's.</summary>
    public static string SumOfDate(string table, string column, string key, string own) => $"SUMIFS({Column(table, column)},{Column(table, key)},{Here(own, key)})";

    /// <summary>The difference of two numbers without the noise of binary fractions.</summary>
    public static string Difference(string left, string right) => $"ROUND({left}-{right},{Decimals})";

    /// <summary>The cell of this row.</summary>
    public static string Here(string table, string column) => $"{TableBlock.NameInWorkbook(table)}[[#This Row],[{column}]]";

    private static string Column(string table, string column) => $"{TableBlock.NameInWorkbook(table)}[{column}]";

    /// <summary>The equals sign keeps a text that begins like a comparison from being one.</summary>
    private static string Criterion(string table, string key, string own, bool escaped)
    {
        var here = Here(own, key);
        return $"{Column(table, key)},\"=\"&{(escaped ? $"SUBSTITUTE(SUBSTITUTE(SUBSTITUTE({here},\"~\",\"~~\"),\"*\",\"~*\"),\"?\",\"~?\")" : here)}";
    }
}
