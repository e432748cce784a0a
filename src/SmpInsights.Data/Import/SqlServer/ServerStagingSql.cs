namespace SmpInsights.Data.Import.SqlServer;

/// <summary>Staging in tables that imports share, each row under its import's number: no bulk copy goes into a temporary table everywhere.</summary>
internal sealed class ServerStagingSql(SmpDatabase db, ContractTable table) : StagingSql(db, table)
{
    private readonly string staged = Name(table);

    /// <summary>Dates are staged as text, which some servers take in faster than dates, and read as what they are.</summary>
    private readonly string cells = string.Join(
        ", ",
        table.Columns.Select(c => c.Kind is CellKind.Date ? $"CAST({c.Name} AS date) AS {c.Name}" : c.Name).Concat(table.Columns.Where(c => c.IsRewritten).Select(Written)));

    public static string Name(ContractTable table) => "staged_" + table.Name;

    public override string ListRejected => "SELECT line, column_name, value, reason, row_id FROM import_rejected WHERE import_id = @import ORDER BY line";

    public override string HasRejected => $"""
        SELECT CASE WHEN EXISTS (
            SELECT 1
            FROM import_rejected AS r
            JOIN {staged} AS s ON s.import_id = r.import_id AND s.line = r.line
            WHERE r.import_id = @import)
            THEN 1 ELSE 0 END
        """;

    public override string NameRejected => $"""
        UPDATE r
        SET row_id = s.{Id}
        FROM import_rejected AS r
        JOIN {staged} AS s ON s.import_id = r.import_id AND s.line = r.line
        WHERE r.import_id = @import AND r.row_id IS NULL
        """;

    public override string DropRejected => $"""
        DELETE FROM {staged}
        WHERE import_id = @import AND line IN (SELECT r.line FROM import_rejected AS r WHERE r.import_id = @import)
        """;

    public override IEnumerable<string> Prepare => [];

    public override string Touch => $"""
        INSERT INTO import_touched (import_id, treatment_id)
        SELECT @import, n.treatment_id
        FROM (
            SELECT s.treatment_id FROM {staged} AS s WHERE s.import_id = @import
            EXCEPT
            SELECT k.treatment_id FROM import_touched AS k WHERE k.import_id = @import
        ) AS n
        """;

    public override string CountStaged => $"SELECT COUNT(*) FROM {staged} WHERE import_id = @import";

    public override IEnumerable<string> ShowWritten => Rewritten.Select(c => $"""
        UPDATE r
        SET value = s.{Written(c)}
        FROM import_rejected AS r
        JOIN {staged} AS s ON s.import_id = r.import_id AND s.line = r.line
        WHERE r.import_id = @import AND r.column_name = '{c.Name}' AND s.{Written(c)} IS NOT NULL
        """);

    public override string Update => Over($"""
        UPDATE t
        SET {string.Join(", ", Others.Select(c => $"{c} = s.{c}"))}
        FROM {Table} AS t
        JOIN staged AS s ON s.{Id} = t.{Id}
        WHERE {Differs("t")}
        """);

    public override string Insert => Over($"""
        INSERT INTO {Table} ({Columns})
        SELECT {Columns}
        FROM staged AS s
        WHERE NOT EXISTS (SELECT 1 FROM {Table} AS t WHERE t.{Id} = s.{Id})
        ORDER BY {Id}
        """);

    /// <summary>The names stand for this import's rows alone; a statement's own common table expressions come after them.</summary>
    public override string Over(string statement)
    {
        var own = statement.StartsWith("WITH ", StringComparison.Ordinal) ? 0 : statement.IndexOf("\nWITH ", StringComparison.Ordinal) + 1;
        var shared = $"""
            WITH staged AS (SELECT line, {cells} FROM {staged} WHERE import_id = @import),
            touched AS (SELECT treatment_id FROM import_touched WHERE import_id = @import)
            """;
        return own == 0 && !statement.StartsWith("WITH ", StringComparison.Ordinal)
            ? $"{shared}\n{statement}"
            : $"{statement[..own]}{shared},\n{statement[(own + "WITH ".Length)..]}";
    }

    /// <summary>Rows just staged have no statistics on every server, and one without them may look up each row; here each side is read once.</summary>
    protected override string IfAnyIsMissing(string column, string references, string statement) => $"""
        IF EXISTS (
            SELECT n.{column} FROM {staged} AS n WHERE n.import_id = @import AND n.{column} IS NOT NULL
            EXCEPT
            SELECT r.{column} FROM {references} AS r)
        BEGIN
        {statement}
        END
        """;

    protected override string Differs(string stored) =>
        $"EXISTS (SELECT {string.Join(", ", Others.Select(c => "s." + c))} EXCEPT SELECT {string.Join(", ", Others.Select(c => stored + "." + c))})";

    protected override string RejectWhere(string select) => Over($"""
        INSERT INTO import_rejected (import_id, line, column_name, value, reason)
        SELECT @import, bad.line, bad.column_name, bad.value, bad.reason
        FROM (
        {select}
        ) AS bad
        WHERE NOT EXISTS (SELECT 1 FROM import_rejected AS r WHERE r.import_id = @import AND r.line = bad.line)
        """);
}
