using Dapper;
using SmpInsights.Data.Schema;
using SmpInsights.Data.Tests.Stores;

namespace SmpInsights.Data.Tests.Schema;

/// <summary>What is true of migrations on either database.</summary>
public abstract class MigrationTests(TestStore store) : IDisposable
{
    public sealed class OnSqlite() : MigrationTests(new SqliteStore());

    [Collection(ServerStore.Collection)]
    public sealed class OnSqlServer(ServerStore store) : MigrationTests(store);

    private static readonly Migration First = new("0001_first", "CREATE TABLE first (a INTEGER);\n");
    private static readonly Migration Second = new("0002_second", "CREATE TABLE second (b INTEGER);\n");

    private readonly TestStore.BareDatabase bare = store.Bare();

    public void Dispose() => TestStore.End(store);

    [Fact]
    public void A_new_database_gets_every_table_of_the_contract_and_the_ledger()
    {
        bare.Migrate();

        Assert.Equal(
            ["adopted_views", "adoption", "adverse_events", "aftercare_checks", "assessments", "clients", "clinic_changes", "clinics", "forgettings", "inferred_cells", "payments", "pigments", "practitioners", "report_deliveries", "report_runs", "revisions_to_remove", "schema_migrations", "sessions", "surveys", "techniques", "touch_ups", "treatments", "workers"],
            bare.Tables().Where(table => !table.StartsWith("import", StringComparison.Ordinal) && !table.StartsWith("staged_", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_a_database_has_not_had_is_named_without_applying_it()
    {
        var database = bare.Migrate();
        Assert.Empty(database.PendingMigrations());
        List<string> last;
        using (var connection = database.Connect())
        {
            last = [.. connection.Query<string>("SELECT name FROM schema_migrations ORDER BY name").TakeLast(2)];
            connection.Execute("DELETE FROM schema_migrations WHERE name >= @first", new { first = last[0] });
        }

        Assert.Equal(last, database.PendingMigrations());
        Assert.Equal(last, database.PendingMigrations());
    }

    [Fact]
    public void Migrating_again_applies_nothing_twice()
    {
        bare.Migrate([First]);
        bare.Migrate([First, Second]);

        Assert.Equal(["first", "schema_migrations", "second"], bare.Tables());
    }

    [Fact]
    public void A_changed_migration_is_refused_by_name()
    {
        bare.Migrate([First, Second]);
        var changed = new Migration(Second.Name, Second.Sql + "CREATE TABLE third (c INTEGER);\n");

        var refusal = Assert.Throws<SmpDataException>(() => bare.Migrate([First, changed]));

        Assert.Contains("'0002_second' was changed", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_line_ends_are_not_a_change()
    {
        bare.Migrate([First]);

        bare.Migrate([new Migration(First.Name, First.Sql.ReplaceLineEndings("\r\n"))]);

        Assert.Equal(["first", "schema_migrations"], bare.Tables());
    }

    [Fact]
    public void A_database_newer_than_the_program_is_refused_by_the_unknown_migration()
    {
        bare.Migrate([First, Second]);

        var refusal = Assert.Throws<SmpDataException>(() => bare.Migrate([First]));

        Assert.Contains("newer than this program", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("'0002_second'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_migration_that_fails_leaves_nothing_of_itself()
    {
        var broken = new Migration("0002_broken", "CREATE TABLE half (a INTEGER);\nINSERT INTO nowhere VALUES (1);\n");

        Assert.Throws<SmpDataException>(() => bare.Migrate([First, broken]));

        bare.Migrate([First]);
        Assert.Equal(["first", "schema_migrations"], bare.Tables());
    }

    [Fact]
    public async Task Eight_that_migrate_an_empty_database_at_once_all_succeed()
    {
        bare.Migrate([]);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => bare.Migrate())));

        Assert.Contains("report_runs", bare.Tables(), StringComparer.Ordinal);
    }

    [Fact]
    public void Many_that_bring_a_database_up_to_date_at_once_all_succeed()
    {
        bare.Migrate([First]);
        List<Migration> all = [First, .. Enumerable.Range(2, 30).Select(i => new Migration(FormattableString.Invariant($"{i:0000}_next"), FormattableString.Invariant($"CREATE TABLE t{i} (a INTEGER);")))];
        using var start = new Barrier(4);

        Parallel.For(0, 4, new ParallelOptions { MaxDegreeOfParallelism = 4 }, _ =>
        {
            start.SignalAndWait(TimeSpan.FromSeconds(5));
            bare.Migrate(all);
        });

        bare.Migrate(all);
        Assert.Equal(32, bare.Tables().Count);
    }
}
