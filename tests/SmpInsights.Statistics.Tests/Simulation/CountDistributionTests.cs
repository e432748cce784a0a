using SmpInsights.Statistics.Simulation;

namespace SmpInsights.Statistics.Tests.Simulation;

public sealed class CountDistributionTests
{
    private static readonly CountDistribution Ten = new([3, 0, 1, 1, 2, 2, 2, 3, 5, 9]);

    [Theory]
    [InlineData(0.1, 0)]
    [InlineData(0.1000001, 1)]
    [InlineData(0.3, 1)]
    [InlineData(0.5, 2)]
    [InlineData(0.9, 5)]
    [InlineData(0.91, 9)]
    [InlineData(1, 9)]
    [InlineData(1e-9, 0)]
    public void Quantiles_by_hand(double p, int expected) => Assert.Equal(expected, Ten.Quantile(p));

    [Theory]
    [InlineData(-1, 0, 0)]
    [InlineData(0, 0, 0.1)]
    [InlineData(2, 0.3, 0.6)]
    [InlineData(4, 0.8, 0.8)]
    [InlineData(int.MaxValue, 1, 1)]
    public void The_transform_runs_from_below_a_count_to_it(int count, double below, double upTo)
    {
        Near.Equal(upTo, Ten.AtMost(count));
        Near.Equal(below, Ten.Transform(count, 0));
        Near.Equal(upTo, Ten.Transform(count, 1));
        Near.Equal((below + upTo) / 2, Ten.Transform(count, 0.5));
    }

    [Fact]
    public void The_mean_and_a_single_draw()
    {
        Near.Equal(2.8, Ten.Mean);
        var one = new CountDistribution([7]);
        Assert.Equal((7, 7, 7.0), (one.Quantile(0.025), one.Quantile(0.975), one.Mean));
    }

    [Fact]
    public void Impossible_values_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new CountDistribution([]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Ten.Quantile(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Ten.Quantile(double.NaN));
    }

    [Fact]
    public void A_quantile_is_the_smallest_count_that_reaches_its_share() => Properties.Hold<byte[], byte>((draws, at) =>
    {
        if (draws is not { Length: > 0 })
            return true;
        var counts = new CountDistribution([.. draws.Select(d => (int)d)]);
        double p = (at + 1) / 256.0;
        int quantile = counts.Quantile(p);
        return counts.AtMost(quantile) >= p - 1e-9 && counts.AtMost(quantile - 1) < p;
    });
}
