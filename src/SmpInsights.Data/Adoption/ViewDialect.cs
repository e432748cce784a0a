namespace SmpInsights.Data.Adoption;

/// <summary>How views are named and written in a kind of database. Names of the clinic's own are always quoted.</summary>
internal abstract class ViewDialect
{
    public static readonly ViewDialect SqlServer = new TransactSql();

    public static readonly ViewDialect Sqlite = new SqliteSql();

    /// <summary>The view of a table of the contract, as people write it.</summary>
    public abstract string View(string table);

    public abstract string Quote(string name);

    /// <summary>What goes before the first view of a script.</summary>
    public abstract IReadOnlyList<string> Opening { get; }

    /// <summary>What goes before CREATE VIEW and after it.</summary>
    public abstract IReadOnlyList<string> Before(string table);

    public abstract string After { get; }

    public string Quote(SourceTable table) => table.Schema.Length == 0 ? Quote(table.Name) : $"{Quote(table.Schema)}.{Quote(table.Name)}";

    private sealed class TransactSql : ViewDialect
    {
        public override IReadOnlyList<string> Opening { get; } =
        [
            $"IF SCHEMA_ID(N'{ClinicSource.Schema}') IS NULL EXEC (N'CREATE SCHEMA {ClinicSource.Schema}');",
            "GO",
            "-- The login that reads the views needs no right on the tables behind them:",
            $"-- GRANT SELECT ON SCHEMA::{ClinicSource.Schema} TO smp;",
        ];

        public override string After => "GO";

        public override string View(string table) => $"{ClinicSource.Schema}.{table}";

        public override string Quote(string name) => $"[{name.Replace("]", "]]", StringComparison.Ordinal)}]";

        public override IReadOnlyList<string> Before(string table) => [$"IF OBJECT_ID(N'{View(table)}', N'V') IS NOT NULL DROP VIEW {View(table)};", "GO"];
    }

    private sealed class SqliteSql : ViewDialect
    {
        public override IReadOnlyList<string> Opening => [];

        public override string After => "";

        public override string View(string table) => $"{ClinicSource.Schema}_{table}";

        public override string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

        public override IReadOnlyList<string> Before(string table) => [$"DROP VIEW IF EXISTS {View(table)};"];
    }
}
