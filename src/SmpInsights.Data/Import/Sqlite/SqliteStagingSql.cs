namespace SmpInsights.Data.Import.Sqlite;

/// <summary>Staging in temporary tables, which are the connection's own: <c>staged</c> is made anew for each file.</summary>
internal sealed class SqliteStagingSql(SmpDatabase db, ContractTable table) : StagingSql(db, table)
{
    public const string CreateShared = """
        -- import: tables of this connection
        CREATE TEMP TABLE rejected (line INTEGER PRIMARY KEY, column_name TEXT NOT NULL, value TEXT NOT NULL, reason TEXT NOT NULL, row_id TEXT NULL);
        CREATE TEMP TABLE touched (treatment_id TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID;
        """;

    public const string Reject = "INSERT OR IGNORE INTO temp.rejected (line, column_name, value, reason, row_id) VALUES (@line, @column, @value, @reason, @id)";

    private readonly IReadOnlyList<ContractColumn> columns = table.Columns;

    public string Create => $"""
        DROP TABLE IF EXISTS temp.staged;
        DELETE FROM temp.rejected;
        CREATE TEMP TABLE staged (line INTEGER PRIMARY KEY, {string.Join(", ", columns.Select(c => $"{c.Name} {Affinity(c.Kind)}").Concat(Rewritten.Select(c => Written(c) + " TEXT")))});
        """;

    public string Stage
    {
        get
        {
            List<string> names = ["line", .. columns.Select(c => c.Name), .. Rewritten.Select(Written)];
            return $"INSERT INTO temp.staged ({string.Join(", ", names)}) VALUES ({string.Join(", ", names.Select(name => "@" + name))})";
        }
    }

    public override string ListRejected => "SELECT line, column_name, value, reason, row_id FROM temp.rejected ORDER BY line";

    public override string HasRejected => "SELECT EXISTS (SELECT 1 FROM temp.rejected AS r JOIN temp.staged AS s ON s.line = r.line)";

    public override string NameRejected => $"""
        UPDATE temp.rejected
        SET row_id = s.{Id}
        FROM temp.staged AS s
        WHERE rejected.row_id IS NULL AND s.line = rejected.line
        """;

    public override string DropRejected => "DELETE FROM temp.staged WHERE line IN (SELECT line FROM temp.rejected)";

    public override IEnumerable<string> Prepare => [$"CREATE INDEX temp.ix_staged ON staged ({Id})"];

    public override string Touch => "INSERT OR IGNORE INTO temp.touched (treatment_id) SELECT treatment_id FROM temp.staged";

    public override string CountStaged => "SELECT COUNT(*) FROM temp.staged";

    public override IEnumerable<string> ShowWritten => Rewritten.Select(c => $"""
        UPDATE temp.rejected
        SET value = s.{Written(c)}
        FROM temp.staged AS s
        WHERE rejected.column_name = '{c.Name}' AND s.line = rejected.line AND s.{Written(c)} IS NOT NULL
        """);

    public override string Update => $"""
        UPDATE {Table}
        SET {string.Join(", ", Others.Select(c => $"{c} = s.{c}"))}
        FROM temp.staged AS s
        WHERE {Table}.{Id} = s.{Id}
            AND ({Differs(Table)})
        """;

    public override string Insert => $"""
        INSERT INTO {Table} ({Columns})
        SELECT {Columns}
        FROM temp.staged AS s
        WHERE NOT EXISTS (SELECT 1 FROM {Table} AS t WHERE t.{Id} = s.{Id})
        ORDER BY {Id}
        """;

    public override string Over(string statement) => statement;

    protected override string Differs(string stored) => string.Join(" OR ", Others.Select(c => $"{stored}.{c} IS NOT s.{c}"));

    protected override string RejectWhere(string select) => $"INSERT OR IGNORE INTO temp.rejected (line, column_name, value, reason)\n{select}";

    private static string Affinity(CellKind kind) => kind switch
    {
        CellKind.Flag or CellKind.Whole or CellKind.Money => "INTEGER",
        CellKind.Real or CellKind.PositiveReal => "REAL",
        _ => "TEXT",
    };
}
