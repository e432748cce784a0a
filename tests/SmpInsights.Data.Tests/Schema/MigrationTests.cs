using Dapper;
using SmpInsights.Data.Runs;
using SmpInsights.Data.Schema;

namespace SmpInsights.Data.Tests.Schema;

public sealed class MigrationTests : IDisposable
{
    private static readonly Migration First = new("0001_first", "CREATE TABLE first (a INTEGER);\n");
    private static readonly Migration Second = new("0002_second", "CREATE TABLE second (b INTEGER);\n");

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_new_folder_gets_every_table_of_the_contract_and_the_ledger()
    {
        var tables = Tables(SmpDatabase.Open(folder["new"]));

        Assert.Equal(
            ["adverse_events", "aftercare_checks", "assessments", "clients", "clinics", "forgettings", "inferred_cells", "payments", "pigments", "practitioners", "report_runs", "revisions_to_remove", "schema_migrations", "sessions", "surveys", "techniques", "touch_ups", "treatments"],
            tables);
    }

    [Fact]
    public void Opening_again_applies_nothing_twice()
    {
        SmpDatabase.Open(folder.Path, [First]);
        var again = SmpDatabase.Open(folder.Path, [First, Second]);

        Assert.Equal(["first", "schema_migrations", "second"], Tables(again));
    }

    [Fact]
    public void A_changed_migration_is_refused_by_name()
    {
        SmpDatabase.Open(folder.Path, [First, Second]);
        var changed = new Migration(Second.Name, Second.Sql + "CREATE TABLE third (c INTEGER);\n");

        var refusal = Assert.Throws<SmpDataException>(() => SmpDatabase.Open(folder.Path, [First, changed]));

        Assert.Contains("'0002_second' was changed", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_line_ends_are_not_a_change()
    {
        SmpDatabase.Open(folder.Path, [First]);

        var again = SmpDatabase.Open(folder.Path, [new Migration(First.Name, First.Sql.ReplaceLineEndings("\r\n"))]);

        Assert.Equal(["first", "schema_migrations"], Tables(again));
    }

    [Fact]
    public void A_database_newer_than_the_program_is_refused_by_the_unknown_migration()
    {
        SmpDatabase.Open(folder.Path, [First, Second]);

        var refusal = Assert.Throws<SmpDataException>(() => SmpDatabase.Open(folder.Path, [First]));

        Assert.Contains("newer than this program", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("'0002_second'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_migration_that_fails_leaves_nothing_of_itself()
    {
        var broken = new Migration("0002_broken", "CREATE TABLE half (a INTEGER);\nINSERT INTO nowhere VALUES (1);\n");

        Assert.Throws<SmpDataException>(() => SmpDatabase.Open(folder.Path, [First, broken]));

        Assert.Equal(["first", "schema_migrations"], Tables(SmpDatabase.Open(folder.Path, [First])));
    }

    [Fact]
    public async Task Eight_that_open_a_new_folder_at_once_all_succeed()
    {
        var opened = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => SmpDatabase.Open(folder["shared"]))));

        Assert.All(opened, database => Assert.Contains("report_runs", Tables(database), StringComparer.Ordinal));
    }

    [Fact]
    public void Many_that_bring_a_database_up_to_date_at_once_all_succeed()
    {
        SmpDatabase.Open(folder.Path, [First]);
        List<Migration> all = [First, .. Enumerable.Range(2, 30).Select(i => new Migration(FormattableString.Invariant($"{i:0000}_next"), FormattableString.Invariant($"CREATE TABLE t{i} (a INTEGER);")))];
        using var start = new Barrier(4);

        Parallel.For(0, 4, new ParallelOptions { MaxDegreeOfParallelism = 4 }, _ =>
        {
            start.SignalAndWait(TimeSpan.FromSeconds(5));
            SmpDatabase.Open(folder.Path, all);
        });

        Assert.Equal(32, Tables(SmpDatabase.Open(folder.Path, all)).Count);
    }

    [Fact]
    public void A_file_that_is_no_database_is_said_so()
    {
        File.WriteAllText(folder[SmpDatabase.FileName], new string('x', 5000));

        var refusal = Assert.Throws<SmpDataException>(() => SmpDatabase.Open(folder.Path));

        Assert.Contains("is not a database", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_data_folder_that_is_a_file_is_said_so()
    {
        File.WriteAllText(folder["taken"], "");

        var refusal = Assert.Throws<SmpDataException>(() => SmpDatabase.Open(folder["taken"]));

        Assert.Contains("cannot be used", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_database_file_that_cannot_be_opened_is_said_so()
    {
        Directory.CreateDirectory(folder[SmpDatabase.FileName]);

        var refusal = Assert.Throws<SmpDataException>(() => SmpDatabase.Open(folder.Path));

        Assert.Contains("cannot be written", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_connection_keeps_foreign_keys_and_the_write_ahead_log()
    {
        using var connection = SmpDatabase.Open(folder.Path).Connect();

        Assert.Equal(1, connection.ExecuteScalar<int>("PRAGMA foreign_keys"));
        Assert.Equal("wal", connection.ExecuteScalar<string>("PRAGMA journal_mode"));
        Assert.True(connection.ExecuteScalar<int>("PRAGMA busy_timeout") >= 5000);
    }

    [Fact]
    public void Both_dialects_have_the_same_migrations_tables_and_columns()
    {
        var sqlite = Migration.Embedded("sqlite");
        var sqlServer = Migration.Embedded("sqlserver");

        Assert.Equal(sqlite.Select(m => m.Name).ToList(), sqlServer.Select(m => m.Name).ToList());
        Assert.Equal(sqlite.SelectMany(Columns).ToList(), sqlServer.SelectMany(Columns).ToList());
    }

    [Fact]
    public void Runs_are_read_with_every_column_of_their_table()
    {
        using var connection = SmpDatabase.Open(folder.Path).Connect();

        var stored = connection.Query<string>("SELECT replace(name, '_', '') FROM pragma_table_info('report_runs')");
        var read = connection.Query<string>("SELECT name FROM pragma_table_info('report_run_rows')").ToList();

        Assert.Equal(stored, read, StringComparer.OrdinalIgnoreCase);
        Assert.All(read, column => Assert.NotNull(typeof(StoredRun).GetProperty(column)));
    }

    private static IEnumerable<string> Columns(Migration migration) => migration.Sql.Split('\n')
        .Where(line => line.StartsWith("CREATE", StringComparison.Ordinal) || (line.StartsWith("    ", StringComparison.Ordinal) && char.IsAsciiLetterLower(line[4])))
        .Select(line => line.StartsWith("CREATE", StringComparison.Ordinal) ? line : line.Trim().Split(' ')[0]);

    private static List<string> Tables(SmpDatabase database)
    {
        using var connection = database.Connect();
        return [.. connection.Query<string>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name")];
    }
}
