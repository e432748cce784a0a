using System.Globalization;
using SmpInsights.Outcomes.Forecast;
using SmpInsights.Statistics.Simulation;
using SmpInsights.Statistics.Survival;

namespace SmpInsights.Outcomes.Tests.Forecast;

/// <summary>
/// Independent clinics of known truth, a third each of which lose no client silently, one in ten and one in four, forecast once each: how often the randomised transform of what came lies in the middle 80 % and 95 %. All of them only with SMP_CALIBRATION=1
/// (SMP_CALIBRATION_CLINICS: how many, 2,000 unless given; SMP_CALIBRATION_SEED: the first clinic's seed).
/// </summary>
public sealed class CalibrationTests(ITestOutputHelper output)
{
    private static readonly int[] Sizes = [80, 150, 300, 600];
    private static readonly double[] NeverReturning = [0, 0.1, 0.25];

    [Fact]
    public void Intervals_of_clinics_of_all_sizes_hold_what_they_say()
    {
        Assert.SkipUnless(string.Equals(Environment.GetEnvironmentVariable("SMP_CALIBRATION"), "1", StringComparison.Ordinal), "long: set SMP_CALIBRATION=1");
        var judged = Judge(Setting("SMP_CALIBRATION_CLINICS", 2000), i => Sizes[i / 3 % Sizes.Length], Setting("SMP_CALIBRATION_SEED", 0));
        foreach (var months in ForecastHorizon.AllMonths)
        {
            foreach (var size in Sizes)
                Print($"{months,2} months, {size} treatments", Of(judged, months, c => c.Size == size));
            foreach (var kind in Enum.GetValues<FailureTimeDistribution>())
                Print($"{months,2} months, {kind}", Of(judged, months, c => c.Kind == kind));
            foreach (var never in NeverReturning)
                Print($"{months,2} months, {100 * never:0} % lost", Of(judged, months, c => c.Never.Equals(never)));
            var all = Of(judged, months, _ => true);
            Print($"{months,2} months, all", all);
            Assert.True(all.Forecasts >= 400);
            Assert.InRange(all.Transform80!.Value, 0.75, 0.85);
        }
    }

    // A share of 400 right transforms lies within 80 ± 5.2 % in 99 of 100 such sets; the seeds are fixed. Intervals that hold 70 % instead leave the band in 98 of 100, those of 72.5 % in 87.
    [Fact]
    public void Intervals_of_400_small_clinics_hold_what_they_say()
    {
        var judged = Judge(400, i => 100 + (20 * (i / 3 % 3)), draws: 250);
        foreach (var months in ForecastHorizon.AllMonths)
        {
            var all = Of(judged, months, _ => true);
            Print($"{months,2} months", all);
            Assert.InRange(all.Forecasts, 380, 400);
            Assert.InRange(all.Transform80!.Value, 0.75, 0.85);
            Assert.InRange(all.Transform95!.Value, 0.91, 0.98);
            Assert.InRange(all.Expected / all.Actual, 0.93, 1.07);
        }
    }

    private static int Setting(string name, int usual) => Environment.GetEnvironmentVariable(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : usual;

    private static BacktestHorizon Of(IReadOnlyList<(Simulated Clinic, JudgedForecast Judged)> judged, int months, Func<Simulated, bool> which) =>
        BacktestHorizon.Of(months, [.. judged.Where(j => which(j.Clinic) && j.Judged.Horizon.Months == months).Select(j => j.Judged)]);

    private void Print(FormattableString what, BacktestHorizon h) => output.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{what.ToString(CultureInfo.InvariantCulture),-26} n {h.Forecasts,5}  expected {h.Expected,9:0.0} actual {h.Actual,6}  PIT 80 % {h.Transform80:0.000}  95 % {h.Transform95:0.000}  plain {h.Held80:0.000} {h.Held95:0.000}  {string.Join(' ', h.Tenths.Select(t => (10.0 * t / h.Forecasts).ToString("0.00", CultureInfo.InvariantCulture)))}"));

    private static List<(Simulated Clinic, JudgedForecast Judged)> Judge(int clinics, Func<int, int> size, int seed = 0, int draws = ForecastDraws.UsualNumber)
    {
        var judged = new (Simulated, JudgedForecast)[clinics][];
        Parallel.For(0, clinics, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i =>
        {
            var clinic = new Simulated(size(i), (FailureTimeDistribution)(i % 3), NeverReturning[SplitMix.Of(seed + i, 7).Next() % 3]);
            var data = SimulatedClinic.Of(seed + i, clinic.Size, clinic.Kind, neverReturning: clinic.Never);
            var result = Backtest.Of(data, [SimulatedClinic.AsOf], SimulatedClinic.AsOf.AddYears(1), new ForecastDraws(seed + i, draws));
            judged[i] = [.. result.Judged.Select(j => (clinic, j))];
        });
        return [.. judged.SelectMany(j => j)];
    }

    private sealed record Simulated(int Size, FailureTimeDistribution Kind, double Never);
}
