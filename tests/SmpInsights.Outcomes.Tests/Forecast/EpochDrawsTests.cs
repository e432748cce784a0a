using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Forecast;
using SmpInsights.Outcomes.TouchUps;
using SmpInsights.Statistics.Simulation;
using SmpInsights.Statistics.Survival;

namespace SmpInsights.Outcomes.Tests.Forecast;

/// <summary>With parameters known for certain, a count is Poisson-binomial; its distribution is enumerated.</summary>
public sealed class EpochDrawsTests
{
    private static readonly string[] CompletedOn = ["2023-12-31", "2023-07-01", "2022-07-01", "2021-07-01", "2019-07-01"];

    [Fact]
    public void Counts_of_five_clients_follow_the_enumerated_distribution()
    {
        var rows = new ClinicRows();
        foreach (var (i, day) in CompletedOn.Index())
            rows.Treatment("T" + (char)('0' + i), day, day);
        var courses = TreatmentCourses.Of(rows.Data(), ClinicRows.Day("2023-12-31"));
        var open = TouchUpTimes.First(courses);
        var model = new EpochModel(Known(1.1, 0.4), ForecastDesign.Of(courses, []), Known(2.2, 1));
        double[] horizons = [0.25, 0.5, 1];
        var draws = new EpochDraws(model, open, horizons);
        const int Count = 40_000;
        int[][] counts = [new int[Count], new int[Count], new int[Count]];
        for (var d = 0; d < Count; d++)
        {
            var random = SplitMix.Of(3, d);
            Span<int> one = [0, 0, 0];
            draws.Add(ref random, one);
            for (var h = 0; h < 3; h++)
                counts[h][d] = one[h];
        }

        for (var h = 0; h < 3; h++)
        {
            var exact = Enumerated([.. open.Select(s => model.Chance(s.Course, s.Years, s.Years + horizons[h]))]);
            var simulated = new CountDistribution(counts[h]);
            for (var k = 0; k <= 5; k++)
                Assert.Equal(exact[k], simulated.AtMost(k), (4.5 * Math.Sqrt(Math.Max(exact[k] * (1 - exact[k]), 0) / Count)) + 1e-9);
            foreach (var p in new[] { 0.1, 0.9, 0.975 })
                Assert.Equal(Array.FindIndex(exact, f => f >= p), simulated.Quantile(p));
        }
    }

    // R: p <- c(.1, .25, .4, .5, .7); f <- 1; for (q in p) f <- c(f*(1-q), 0) + c(0, f*q); cumsum(f)
    [Fact]
    public void The_enumeration_agrees_with_R()
    {
        double[] expected = [0.06075, 0.33075, 0.71775, 0.94425, 0.99650, 1];
        Assert.All(Enumerated([0.1, 0.25, 0.4, 0.5, 0.7]).Zip(expected), p => Assert.Equal(p.Second, p.First, 1e-12));
    }

    private static double[] Enumerated(double[] chances)
    {
        var mass = new double[chances.Length + 1];
        for (var outcome = 0; outcome < 1 << chances.Length; outcome++)
            mass[int.PopCount(outcome)] += chances.Index().Aggregate(1.0, (product, c) => product * ((outcome >> c.Index & 1) == 1 ? c.Item : 1 - c.Item));
        for (var k = 1; k < mass.Length; k++)
            mass[k] += mass[k - 1];
        return mass;
    }

    private static FailureTimeFit Known(double location, double scale) =>
        new() { Distribution = FailureTimeDistribution.Weibull, Intercept = location, Coefficients = [], Scale = scale, LogLikelihood = 0, Covariance = new double[2, 2] };
}
