using System.Diagnostics;
using System.Globalization;
using SmpInsights.Data.Reading;

namespace SmpInsights.Data.Tests.Import;

/// <summary>Prints how long an import takes and the memory it peaks at; runs only with SMP_BENCH=1, in Release. SMP_BENCH_ROWS: assessments, 1,000,000 unless given.</summary>
public sealed class ImportBenchmark(ITestOutputHelper output)
{
    [Fact]
    public void Assessments_imported_read_and_imported_again()
    {
        Assert.SkipUnless(string.Equals(Environment.GetEnvironmentVariable("SMP_BENCH"), "1", StringComparison.Ordinal), "a benchmark: set SMP_BENCH=1");
        var rows = int.Parse(Environment.GetEnvironmentVariable("SMP_BENCH_ROWS") ?? "1000000", CultureInfo.InvariantCulture);
        using var bench = new ImportBench();
        bench.WithClinic();
        var treatments = rows / 10;
        bench.WriteLines("clients", Lines(treatments, i => $"K{i:0000000},C1").Prepend("client_id,clinic_id"));
        bench.WriteLines("treatments", Lines(treatments, i => $"T{i:0000000},K{i:0000000},P1,hair,2022-01-10,2022-03-01").Prepend("treatment_id,client_id,practitioner_id,technique_id,started_on,completed_on"));
        Time("clients and treatments", () => Assert.Empty(bench.Import().Rejects));
        File.Delete(Path.Combine(bench.Csv, "clients.csv"));
        File.Delete(Path.Combine(bench.Csv, "treatments.csv"));
        var start = new DateOnly(2022, 4, 1);
        bench.WriteLines("assessments", Lines(rows, i => $"A{i:00000000},T{i * 7L % treatments:0000000},{start.AddDays(i % 1500):yyyy-MM-dd},colorimetry,{10 + (i % 977 / 1000.0)}").Prepend("assessment_id,treatment_id,assessed_on,method,contrast"));

        Time("assessments", () => Assert.Equal(rows, bench.Import().Inserted));
        output.WriteLine($"peak working set {(Process.GetCurrentProcess().PeakWorkingSet64 >> 20).ToString(CultureInfo.InvariantCulture)} MB");
        Time("assessments again", () => Assert.Equal(rows, bench.Import().Unchanged));
        Time("read", () => Assert.Equal(rows, new OutcomeReader(bench.Database).Read(clinicId: null).Assessments.Count));
        Time("read one clinic", () => Assert.Equal(rows, new OutcomeReader(bench.Database).Read("C1").Assessments.Count));
        File.Delete(Path.Combine(bench.Csv, "assessments.csv"));
        bench.WriteLines("treatments", Lines(treatments, i => $"T{i:0000000},K{i:0000000},P1,hair,2022-01-20,2022-03-10").Prepend("treatment_id,client_id,practitioner_id,technique_id,started_on,completed_on"));
        Time("treatments moved, over their assessments", () => Assert.Equal(treatments, bench.Import().Updated));
    }

    private static IEnumerable<string> Lines(int count, Func<int, FormattableString> line) =>
        Enumerable.Range(1, count).Select(i => FormattableString.Invariant(line(i - 1)));

    private void Time(string what, Action action)
    {
        var watch = Stopwatch.StartNew();
        action();
        output.WriteLine($"{what}: {watch.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s");
    }
}
