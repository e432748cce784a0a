using SmpInsights.Statistics.Intervals;

namespace SmpInsights.Statistics.Tests.Published;

public class IntervalExamplesTests
{
    // No vegetarian among 25 students: Agresti and Coull 1998, Am Stat 52:119: (0, 0.133). R: prop.test(0, 25, correct = FALSE)
    [Fact]
    public void Vegetarians()
    {
        Interval interval = WilsonInterval.Of(0, 25)!.Value;
        Assert.Equal(0.133, interval.Upper, 0.0005);
        Near.Equal(0.13319225093905, interval.Upper);
        Assert.Equal(0, interval.Lower);
    }

    // Adverse events under two treatments of a trial, the example of R's poisson.test: poisson.test(137, 24.19893) and poisson.test(11, 6 + 8 + 7)
    [Theory]
    [InlineData(137, 24.19893, 4.7531248048487, 6.6927093341761)]
    [InlineData(11, 21, 0.26148382701128, 0.93723992920485)]
    public void Rates(long count, double exposure, double lower, double upper)
    {
        Interval interval = PoissonInterval.Of(count, exposure)!.Value;
        Near.Equal(lower, interval.Lower, 1e-12);
        Near.Equal(upper, interval.Upper, 1e-12);
    }
}
