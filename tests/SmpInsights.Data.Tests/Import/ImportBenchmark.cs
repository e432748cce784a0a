using System.Diagnostics;
using System.Globalization;
using SmpInsights.Data.Reading;
using SmpInsights.Data.Tests.Stores;

namespace SmpInsights.Data.Tests.Import;

/// <summary>
/// Prints how long an import of many treatments with all their rows takes, and the memory it peaks at; runs only with SMP_BENCH=1, in Release.
/// SMP_BENCH_TREATMENTS: how many, 1,000,000 unless given.
/// </summary>
public abstract class ImportBenchmark(TestStore store, ITestOutputHelper output) : IDisposable
{
    public sealed class OnSqlite(ITestOutputHelper output) : ImportBenchmark(new SqliteStore(), output);

    [Collection(ServerStore.Collection)]
    public sealed class OnSqlServer(ServerStore store, ITestOutputHelper output) : ImportBenchmark(store, output);

    public void Dispose() => TestStore.End(store);

    [Fact]
    public void Many_treatments_with_all_their_rows()
    {
        Assert.SkipUnless(string.Equals(Environment.GetEnvironmentVariable("SMP_BENCH"), "1", StringComparison.Ordinal), "a benchmark: set SMP_BENCH=1");
        var treatments = int.Parse(Environment.GetEnvironmentVariable("SMP_BENCH_TREATMENTS") ?? "1000000", CultureInfo.InvariantCulture);
        using var bench = new ImportBench(store);
        var rows = ManyTreatments.Write(bench, treatments);
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;

        Time("import", () =>
        {
            var result = bench.Import();
            Assert.Equal((rows, 0), (result.Inserted, result.Rejected));
        });
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows} rows, {(Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds:0} s of processor time here, peak working set {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB"));
        Time("import again", () => Assert.Equal(rows, bench.Import().Unchanged));
        var reader = new OutcomeReader(bench.Database);
        Time("read one clinic of a hundred", () => Assert.Equal(treatments / ManyTreatments.Clinics, reader.Read("C007").Treatments.Count));
        Time("who treats whom", () => Assert.Equal(ManyTreatments.Clinics, reader.Treating().Count));
        Time("read all", () => Assert.Equal(treatments, reader.Read(clinicId: null).Treatments.Count));
    }

    private void Time(string what, Action action)
    {
        var watch = Stopwatch.StartNew();
        action();
        output.WriteLine($"{what}: {watch.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s");
    }
}
