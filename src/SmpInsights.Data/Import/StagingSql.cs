namespace SmpInsights.Data.Import;

/// <summary>
/// The statements that take one table's rows from the staging table into their own. Every name in them comes from <see cref="Contract"/>,
/// every value from a parameter. Rows in table <c>rejected</c> are left out; a row's first reason is kept.
/// </summary>
internal sealed class StagingSql(ContractTable table)
{
    public const string Prepare = """
        -- import: tables of this connection
        CREATE TEMP TABLE rejected (line INTEGER PRIMARY KEY, column_name TEXT NOT NULL, value TEXT NOT NULL, reason TEXT NOT NULL);
        CREATE TEMP TABLE touched (treatment_id TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID;
        """;

    public const string Reject = "INSERT OR IGNORE INTO temp.rejected (line, column_name, value, reason) VALUES (@line, @column, @value, @reason)";

    public const string ListRejected = "SELECT line, column_name, value, reason FROM temp.rejected ORDER BY line";

    public const string DropRejected = "DELETE FROM temp.staged WHERE line IN (SELECT line FROM temp.rejected)";

    public const string Touch = "INSERT OR IGNORE INTO temp.touched (treatment_id) SELECT treatment_id FROM temp.staged";

    private readonly string columns = string.Join(", ", table.Columns.Select(c => c.Name));
    private readonly string id = table.Id.Name;

    /// <summary>The staging table's column that holds a cell as the file has it; NULL where that is what is stored.</summary>
    public static string Written(ContractColumn column) => column.Name + "_written";

    public string Create => $"""
        DROP TABLE IF EXISTS temp.staged;
        DELETE FROM temp.rejected;
        CREATE TEMP TABLE staged (line INTEGER PRIMARY KEY, {string.Join(", ", table.Columns.Select(c => $"{c.Name} {Affinity(c.Kind)}").Concat(Rewritten.Select(c => Written(c) + " TEXT")))});
        """;

    public string Stage
    {
        get
        {
            List<string> names = ["line", .. table.Columns.Select(c => c.Name), .. Rewritten.Select(Written)];
            return $"INSERT INTO temp.staged ({string.Join(", ", names)}) VALUES ({string.Join(", ", names.Select(name => "@" + name))})";
        }
    }

    public string Index => $"CREATE INDEX temp.ix_staged ON staged ({id})";

    /// <summary>One statement a reference: rows that name what is not there.</summary>
    public IEnumerable<string> RejectReferences => table.Columns.Where(c => c.References is not null).Select(c => RejectWhere($"""
        SELECT s.line, '{c.Name}' AS column_name, s.{c.Name} AS value, '{RowParser.NoSuch(c)}' AS reason
        FROM temp.staged AS s
        WHERE s.{c.Name} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM {c.References} AS r WHERE r.{c.Name} = s.{c.Name})
        """));

    /// <summary>One statement a rule that needs other tables.</summary>
    public IEnumerable<string> RejectRules => table.TableRules.Select(rule => RejectWhere(SqlFile.Statement($"import/rules/{rule}")));

    /// <summary>One statement a column: rules see what would be stored, the reject shows what is in the file.</summary>
    public IEnumerable<string> ShowWritten => Rewritten.Select(c => $"""
        UPDATE temp.rejected
        SET value = s.{Written(c)}
        FROM temp.staged AS s
        WHERE rejected.column_name = '{c.Name}' AND s.line = rejected.line AND s.{Written(c)} IS NOT NULL
        """);

    /// <summary>Of several good rows of one id the first is kept.</summary>
    public string RejectRepeated => RejectWhere($"""
        SELECT line, '{id}' AS column_name, {id} AS value, 'the id comes again in this file, its first row is kept' AS reason
        FROM (SELECT line, {id}, ROW_NUMBER() OVER (PARTITION BY {id} ORDER BY line) AS occurrence FROM temp.staged) AS s
        WHERE occurrence > 1
        """);

    public string Update => $"""
        UPDATE {table.Name}
        SET {string.Join(", ", Others.Select(c => $"{c} = s.{c}"))}
        FROM temp.staged AS s
        WHERE {table.Name}.{id} = s.{id}
            AND ({Differs})
        """;

    public string FindChanged => ChangedClinics.Find(table, Differs);

    public string Insert => $"""
        INSERT INTO {table.Name} ({columns})
        SELECT {columns}
        FROM temp.staged AS s
        WHERE NOT EXISTS (SELECT 1 FROM {table.Name} AS t WHERE t.{id} = s.{id})
        ORDER BY {id}
        """;

    public string HasRows => $"SELECT EXISTS (SELECT 1 FROM {table.Name})";

    private string Differs => string.Join(" OR ", Others.Select(c => $"{table.Name}.{c} IS NOT s.{c}"));

    private IEnumerable<string> Others => table.Columns.Skip(1).Select(c => c.Name);

    private IEnumerable<ContractColumn> Rewritten => table.Columns.Where(c => c.IsRewritten);

    private static string RejectWhere(string select) => $"INSERT OR IGNORE INTO temp.rejected (line, column_name, value, reason)\n{select}";

    private static string Affinity(CellKind kind) => kind switch
    {
        CellKind.Flag or CellKind.Whole or CellKind.Money => "INTEGER",
        CellKind.Real or CellKind.PositiveReal => "REAL",
        _ => "TEXT",
    };
}
