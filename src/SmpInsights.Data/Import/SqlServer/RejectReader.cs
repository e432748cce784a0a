namespace SmpInsights.Data.Import.SqlServer;

/// <summary>Rows that were rejected as they were read.</summary>
internal sealed class RejectReader(int import) : BlockReader("import_rejected", ["line", "column_name", "value", "reason", "row_id"], import)
{
    public void Add(long line, string column, string value, string reason, string? id) => Add([line, column, value, reason, id]);
}
