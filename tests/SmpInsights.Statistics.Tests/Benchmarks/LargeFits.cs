using System.Diagnostics;
using System.Globalization;
using SmpInsights.Statistics.MixedModels;
using SmpInsights.Statistics.Survival;
using SmpInsights.Statistics.Tests.MixedModels;

namespace SmpInsights.Statistics.Tests.Benchmarks;

/// <summary>Prints how long the largest fits take; runs only with SMP_BENCH=1, in Release.</summary>
public class LargeFits(ITestOutputHelper output)
{
    [Fact]
    public void Cox_of_100_000_subjects_and_six_covariates()
    {
        Require();
        var random = new Random(1);
        const int size = 100_000;
        var (times, events, x, strata) = (new double[size], new bool[size], new double[size, 6], new int[size]);
        for (int i = 0; i < size; i++)
        {
            double risk = 0;
            for (int j = 0; j < 6; j++)
            {
                x[i, j] = j < 3 ? random.Next(2) : random.NextDouble();
                risk += 0.2 * (j - 2) * x[i, j];
            }
            // Whole days, so that many are tied.
            double time = Math.Ceiling(-Math.Log(1 - random.NextDouble()) * 1500 / Math.Exp(risk));
            double end = Math.Ceiling(2000 * random.NextDouble());
            (times[i], events[i], strata[i]) = (Math.Min(time, end), time <= end, random.Next(3));
        }
        CoxFit fit = Time("Cox, 100,000 × 6, three strata", () => CoxModel.Fit(times, events, x, strata)!);
        Assert.True(fit.Converged);
        Assert.All(Enumerable.Range(0, 6), j => Assert.InRange((fit.Coefficients[j]!.Value - 0.2 * (j - 2)) / fit.StandardError(j)!.Value, -5, 5));
        Time("proportional hazards of it", () => ProportionalHazards.Test(fit, times, events, x, [0, 1, 2, 3, 4, 5], strata));
        Time("Weibull of it", () => AcceleratedFailureTime.Fit(FailureTimeDistribution.Weibull, times, events, x));
    }

    [Fact]
    public void Bend_of_100_000_units()
    {
        Require();
        var data = new SimulatedUnits(1, 100_000, 0.2, 0.06);
        UnitSums[] units = data.Sums();
        CurvatureSums[] curvature = [.. data.Times.Zip(data.Responses, (t, y) => CurvatureSums.Of(t, y))];
        RandomSlopeFit fit = Time("random slopes, 100,000 units", () => RandomSlopeModel.Fit(units, data.Level, SimulatedUnits.Patterns)!);
        CurvatureResult bend = Time("bend of them", () => CurvatureTest.Of(fit, units, curvature, data.Level, SimulatedUnits.Patterns)!);
        Assert.InRange(bend.Coefficient / bend.StandardError, -5, 5);
    }

    private static void Require() =>
        Assert.SkipUnless(string.Equals(Environment.GetEnvironmentVariable("SMP_BENCH"), "1", StringComparison.Ordinal), "a benchmark: set SMP_BENCH=1");

    private T Time<T>(string what, Func<T> run)
    {
        run();
        var clock = Stopwatch.StartNew();
        T result = run();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {clock.Elapsed.TotalSeconds:F2} s"));
        return result;
    }
}
