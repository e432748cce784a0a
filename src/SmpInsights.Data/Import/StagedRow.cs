namespace SmpInsights.Data.Import;

/// <summary>One parsed row: a cell a contract column, as it will be stored.</summary>
internal sealed class StagedRow(ContractTable table)
{
    public ContractTable Table { get; } = table;

    public object?[] Cells { get; } = new object?[table.Columns.Count];

    /// <summary>The file's text of a column that <see cref="ContractColumn.IsRewritten"/>; null where it is empty.</summary>
    public string?[] Written { get; } = new string?[table.Columns.Count];

    public object? this[string column] => Cells[Table.IndexOf(column)];
}
