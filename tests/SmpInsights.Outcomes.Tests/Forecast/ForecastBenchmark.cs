using System.Diagnostics;
using System.Globalization;
using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Forecast;
using SmpInsights.Statistics.Survival;

namespace SmpInsights.Outcomes.Tests.Forecast;

/// <summary>Prints how long a forecast of about 10,000 open treatments takes; runs only with SMP_BENCH=1, in Release.</summary>
public sealed class ForecastBenchmark(ITestOutputHelper output)
{
    [Theory]
    [InlineData(FailureTimeDistribution.Weibull)]
    [InlineData(FailureTimeDistribution.Lognormal)]
    [InlineData(FailureTimeDistribution.Loglogistic)]
    public void Ten_thousand_open_treatments(FailureTimeDistribution distribution)
    {
        Assert.SkipUnless(string.Equals(Environment.GetEnvironmentVariable("SMP_BENCH"), "1", StringComparison.Ordinal), "a benchmark: set SMP_BENCH=1");
        var courses = TreatmentCourses.Of(SimulatedClinic.Of(1, 24_000, distribution), SimulatedClinic.AsOf);
        var clock = Stopwatch.StartNew();
        var cpu = Environment.CpuUsage.TotalTime;
        var forecast = TouchUpForecast.Of(courses);
        var (forecastTime, forecastCpu) = (clock.Elapsed, Environment.CpuUsage.TotalTime - cpu);
        clock.Restart();
        var recall = RecallList.Of(forecast);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{distribution}: {recall.Count} at risk, forecast {forecastTime.TotalSeconds:0.00} s (processor {forecastCpu.TotalSeconds:0.00} s), recall list {clock.Elapsed.TotalSeconds:0.00} s"));
        Assert.True(recall.Count > 7000);
    }
}
