using SmpInsights.Data.Import;

namespace SmpInsights.Data.Adoption;

/// <summary>Whether a column of some type can ever hold what the contract wants. Text may hold anything: its rows say.</summary>
internal static class ColumnType
{
    private static readonly string[] Times = ["date", "datetime", "datetime2", "smalldatetime", "datetimeoffset"];
    private static readonly string[] Texts = ["char", "nchar", "varchar", "nvarchar", "text", "ntext", "clob", ""];
    private static readonly string[] Wholes = ["tinyint", "smallint", "int", "bigint", "integer"];
    private static readonly string[] Numbers = ["decimal", "numeric", "money", "smallmoney", "float", "real", "double"];
    private static readonly string[] Binary = ["binary", "varbinary", "image", "blob", "timestamp", "rowversion", "xml", "geography", "geometry", "hierarchyid", "sql_variant"];

    public static bool IsTime(string type) => Times.Contains(Plain(type));

    /// <summary>An expression of an SQLite view has no type; it is text or it is not.</summary>
    public static bool IsText(string type) => Texts.Contains(Plain(type));

    /// <returns>What was expected; null where the type may do.</returns>
    public static string? Wrong(ContractColumn column, string type)
    {
        var plain = Plain(type);
        var (time, whole, number, flag, binary) = (Times.Contains(plain), Wholes.Contains(plain), Numbers.Contains(plain), plain is "bit" or "boolean", Binary.Contains(plain));
        return column.Kind switch
        {
            CellKind.Id => time || flag || binary ? "text or a whole number" : null,
            CellKind.Date => whole || number || flag || binary || plain is "time" or "uniqueidentifier" ? "a date" : null,
            CellKind.Flag => time || number || binary || plain is "uniqueidentifier" ? "true or false" : null,
            CellKind.Whole or CellKind.BirthYear => time || flag || binary || plain is "uniqueidentifier" ? "a whole number" : null,
            CellKind.Real or CellKind.PositiveReal or CellKind.Money => time || flag || binary || plain is "uniqueidentifier" ? "a number" : null,
            _ => time || whole || number || flag || binary || plain is "uniqueidentifier" ? "text" : null,
        };
    }

    private static string Plain(string type) => type.Split('(')[0].Trim().ToLowerInvariant();
}
