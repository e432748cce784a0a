using Dapper;
using SmpInsights.Data.Runs;
using SmpInsights.Data.Schema;

namespace SmpInsights.Data.Tests.Schema;

/// <summary>The embedded database as a file of its data folder.</summary>
public sealed class SqliteFileTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Eight_that_open_a_new_folder_at_once_all_succeed()
    {
        var opened = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => SmpDatabase.Open(folder["shared"]))));

        Assert.All(opened, database => Assert.Empty(new RunLedger(database, new StoppedClock()).List()));
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
    public void A_database_that_was_taken_away_is_an_error_and_not_made_anew()
    {
        var database = SmpDatabase.Open(folder.Path);
        File.Delete(folder[SmpDatabase.FileName]);

        Assert.ThrowsAny<System.Data.Common.DbException>(database.Connect);
        Assert.False(File.Exists(folder[SmpDatabase.FileName]));
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
    public void Both_dialects_have_the_same_tables_and_columns_but_for_what_SQL_Server_imports_through()
    {
        var sqlite = Migration.Embedded("sqlite");
        var sqlServer = Migration.Embedded("sqlserver");

        Assert.Equal(["0020_import_staging", "0060_staged_dates"], sqlServer.Select(m => m.Name).Except(sqlite.Select(m => m.Name), StringComparer.Ordinal));
        Assert.Equal(sqlite.SelectMany(Columns).ToList(), sqlServer.Where(m => sqlite.Any(s => string.Equals(s.Name, m.Name, StringComparison.Ordinal))).SelectMany(Columns).ToList());
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
}
