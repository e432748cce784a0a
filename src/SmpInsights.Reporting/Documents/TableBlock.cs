namespace SmpInsights.Reporting.Documents;

/// <summary>
/// A table: rows of one cell a column. The first column names the row. An <see cref="EstimateCell"/> stands only in a column
/// <see cref="Column.WithInterval"/>. The total row is given, never computed by a writer.
/// </summary>
public sealed record TableBlock : Block
{
    public TableBlock(
        string id,
        string title,
        IReadOnlyList<Column> columns,
        IReadOnlyList<IReadOnlyList<Cell>> rows,
        IReadOnlyList<Cell>? total = null,
        string? note = null,
        bool workbookOnly = false)
    {
        if (columns.Count == 0)
            throw new ArgumentException("A table has at least one column.", nameof(columns));
        foreach (var row in total is null ? rows : [.. rows, total])
            Check(columns, row);
        Id = Require.Id(id, nameof(id));
        (Title, Columns, Rows, Total, Note, IsWorkbookOnly) = (title, columns, rows, total, note, workbookOnly);
    }

    public string Id { get; }

    public string Title { get; }

    public IReadOnlyList<Column> Columns { get; }

    public IReadOnlyList<IReadOnlyList<Cell>> Rows { get; }

    public IReadOnlyList<Cell>? Total { get; }

    public string? Note { get; }

    /// <summary>Whether a column names the currency, so that amounts in a workbook stand without it.</summary>
    public bool NamesCurrency { get; init; }

    /// <summary>Whether a page only says that the workbook holds the table.</summary>
    public bool IsWorkbookOnly { get; }

    /// <summary>The name in the workbook of the table with this id, for formulas that read it.</summary>
    public static string NameInWorkbook(string id) => "Table_" + id.Replace('-', '_');

    private static void Check(IReadOnlyList<Column> columns, IReadOnlyList<Cell> row)
    {
        if (row.Count != columns.Count)
            throw new ArgumentException($"A row has {row.Count} cells for {columns.Count} columns.", nameof(row));
        for (var i = 0; i < row.Count; i++)
        {
            if (row[i] is EstimateCell && !columns[i].WithInterval)
                throw new ArgumentException($"Column '{columns[i].Header}' holds an estimate but is not made with Column.Estimate.", nameof(row));
        }
    }
}
