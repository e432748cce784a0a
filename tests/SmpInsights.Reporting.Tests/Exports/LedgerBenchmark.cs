using System.Diagnostics;
using System.Globalization;
using SmpInsights.Outcomes.Finance;
using SmpInsights.Outcomes.Input;
using SmpInsights.Reporting.Exports;

namespace SmpInsights.Reporting.Tests.Exports;

/// <summary>Prints what an export of 1,000,000 payments costs in time and memory; runs only with SMP_BENCH=1, in Release. SMP_BENCH_ROWS: payments, 1,000,000 unless given.</summary>
public sealed class LedgerBenchmark
{
    private static readonly LedgerNames Names = new(
        new Dictionary<string, string>(StringComparer.Ordinal) { ["d"] = "Density fill", ["h"] = "Hairline" }, new Dictionary<string, string>(StringComparer.Ordinal) { ["p"] = "Practitioner 1", ["q"] = "Practitioner 2" });

    [Theory]
    [InlineData("xlsx")]
    [InlineData("csv")]
    public void A_million_payments(string format)
    {
        Assert.SkipUnless(string.Equals(Environment.GetEnvironmentVariable("SMP_BENCH"), "1", StringComparison.Ordinal), "a benchmark: set SMP_BENCH=1");
        var rows = int.Parse(Environment.GetEnvironmentVariable("SMP_BENCH_ROWS") ?? "1000000", CultureInfo.InvariantCulture);
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            GC.Collect();
            var (before, watch, peak, sum) = (GC.GetTotalAllocatedBytes(precise: true), Stopwatch.StartNew(), 0L, default(Takings));
            using (var stream = File.Create(path))
            {
                LedgerFile file = format is "csv" ? new LedgerCsv(stream, Names) : new LedgerWorkbook(stream, Names, "Payments.");
                for (var i = 0; i < rows; i++)
                {
                    var payment = Payment(i);
                    file.Add(payment);
                    sum += payment.Takings;
                    if (i % 10_000 == 0)
                        peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false));
                }

                file.Complete([new ExportedCurrency("GBP", 0, sum.Received, sum)]);
                Assert.Equal(rows, format is "csv" ? rows : file.Sheets.Sum(sheet => sheet.Payments));
            }

            watch.Stop();
            using var process = Process.GetCurrentProcess();
            TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{rows:N0} payments as {format}: {watch.Elapsed.TotalSeconds:F1} s, {new FileInfo(path).Length / 1e6:F0} MB on disk; peak of the heap {peak / 1e6:F0} MB, of the process {process.PeakWorkingSet64 / 1e6:F0} MB; {(GC.GetTotalAllocatedBytes(precise: true) - before) / (double)rows:F0} bytes allocated a payment"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static LedgerEntry Payment(int i)
    {
        var isRefund = i % 50 == 7;
        var amount = (isRefund ? -1 : 1) * (1000 + (i * 7919L % 90_000)) / 100m;
        var kind = isRefund ? PaymentKind.Refund : PaymentKind.Session;
        var id = i.ToString("D8", CultureInfo.InvariantCulture);
        return new LedgerEntry("Y" + id, new DateOnly(2020, 1, 1).AddDays(i % 2300), "C0001", "K" + id[^5..], "T" + id[^6..], null, kind, "card", i % 2 == 0 ? "d" : "h", i % 3 == 0 ? "p" : "q", "GBP", Takings.Of(kind, amount, decimal.Round(amount / 6, 2)));
    }
}
