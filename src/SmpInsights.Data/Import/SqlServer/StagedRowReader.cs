namespace SmpInsights.Data.Import.SqlServer;

/// <summary>Good rows for a staging table, in its columns' types; a date is the text it is stored as elsewhere.</summary>
internal sealed class StagedRowReader(ContractTable table, int import) : BlockReader(ServerStagingSql.Name(table), Names(table), import)
{
    private readonly int[] rewritten = [.. table.Columns.Index().Where(c => c.Item.IsRewritten).Select(c => c.Index)];

    public void Add(long line, StagedRow row)
    {
        var columns = table.Columns.Count;
        var cells = new object?[1 + columns + rewritten.Length];
        cells[0] = line;
        for (var i = 0; i < columns; i++)
        {
            cells[1 + i] = row.Cells[i] is { } cell ? Stored(table.Columns[i].Kind, cell) : null;
        }

        for (var i = 0; i < rewritten.Length; i++)
        {
            var written = row.Written[rewritten[i]];
            cells[1 + columns + i] = string.Equals(written, row.Cells[rewritten[i]] as string, StringComparison.Ordinal) ? null : written;
        }

        Add(cells);
    }

    private static List<string> Names(ContractTable table) =>
        ["line", .. table.Columns.Select(c => c.Name), .. table.Columns.Where(c => c.IsRewritten).Select(StagingSql.Written)];

    private static object Stored(CellKind kind, object cell) => kind switch
    {
        CellKind.Flag => (long)cell != 0,
        CellKind.Whole or CellKind.BirthYear => (int)(long)cell,
        CellKind.Money => StoredMoney.Read((long)cell),
        _ => cell,
    };
}
