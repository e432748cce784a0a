using System.Diagnostics;
using System.Globalization;
using Dapper;
using SmpInsights.Data.Adoption;
using SmpInsights.Data.Import;
using SmpInsights.Data.Tests.Import;
using SmpInsights.Data.Tests.Stores;

namespace SmpInsights.Data.Tests.Adoption;

/// <summary>
/// Prints how long a chain's database takes to be read through views, first and again, and the memory it peaks at, beside an import of the same rows; runs only with SMP_BENCH=1, in Release.
/// SMP_BENCH_TREATMENTS: how many, 1,000,000 unless given.
/// </summary>
public sealed class AdoptionBenchmark(ITestOutputHelper output) : IDisposable
{
    private readonly SqliteStore store = new();
    private readonly TempFolder folder = new();

    public void Dispose()
    {
        store.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Many_treatments_with_all_their_rows()
    {
        Assert.SkipUnless(string.Equals(Environment.GetEnvironmentVariable("SMP_BENCH"), "1", StringComparison.Ordinal), "a benchmark: set SMP_BENCH=1");
        var treatments = int.Parse(Environment.GetEnvironmentVariable("SMP_BENCH_TREATMENTS") ?? "1000000", CultureInfo.InvariantCulture);
        using var bench = new ImportBench(store);
        var rows = ManyTreatments.Write(bench, treatments);
        Time("import of the files", () => Assert.Equal(rows, bench.Import().Inserted));
        using var connection = bench.Database.Connect();
        foreach (var table in Contract.Tables)
        {
            var columns = table.Columns.Select(c => c.Kind == CellKind.Money ? $"{c.Name} / 10000.0 AS {c.Name}" : c.Name);
            connection.Execute($"CREATE VIEW {ViewDialect.Sqlite.View(table.Name)} AS SELECT {string.Join(", ", columns)} FROM {table.Name}");
        }

        using var own = new SqliteStore();
        var pull = new AdoptionPull(own.Empty(), ClinicSource.Of(connection.DataSource), bench.Clock, folder["source.lock"]);
        PullResult Pull() => pull.Run((folder["rejects.csv"], folder["warnings.csv"]), whole: false, remove: false, progress: null, TestContext.Current.CancellationToken);
        Time("first reading", () => Assert.Equal((rows, 0), (Pull().Changed, 0)));
        Time("again, nothing changed", () => Assert.Equal(0, Pull().Changed));
        connection.Execute("UPDATE assessments SET contrast = contrast + 0.5 WHERE assessment_id IN ('A00000007', 'A00000077', 'A00000777')");
        Time("again, three readings changed", () => Assert.Equal(3, Pull().Changed));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows} rows; peak working set {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB"));
    }

    private void Time(string what, Action action)
    {
        var watch = Stopwatch.StartNew();
        action();
        output.WriteLine($"{what}: {watch.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s");
    }
}
