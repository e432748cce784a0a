using SmpInsights.Statistics.Distributions;

namespace SmpInsights.Statistics.Tests.Distributions;

public class BinomialTests
{
    // R 4.2: pbinom(0, 5, 0.1), pbinom(30, 100, 0.3), pbinom(250, 1000, 0.25), pbinom(869500, 1e6, 0.87), pbinom(1073745000, 2^31 - 1, 0.5)
    [Theory]
    [InlineData(0, 5, 0.1, 0.5904900000000002, 1e-13)]
    [InlineData(30, 100, 0.3, 0.5491236007687905, 1e-12)]
    [InlineData(250, 1000, 0.25, 0.5169865459091717, 1e-11)]
    [InlineData(869_500, 1_000_000, 0.87, 0.06879514735855262, 1e-7)]
    [InlineData(1_073_745_000, 2_147_483_647, 0.5, 0.554529716245852, 2e-5)]
    public void The_same_tails_as_R(long successes, long trials, double p, double expected, double relative) =>
        Near.Ratio(expected, Binomial.LowerTail(successes, trials, p), relative);

    // R 4.2: qbinom(0.025, 1e6, 0.3)
    [Fact]
    public void A_quantile_of_a_million() => Assert.Equal(299_102, Binomial.Quantile(0.025, 1_000_000, 0.3));

    [Fact]
    public void Three_coins_by_hand()
    {
        Assert.Equal(0, Binomial.LowerTail(-1, 3, 0.5));
        Near.Equal(0.125, Binomial.LowerTail(0, 3, 0.5));
        Near.Equal(0.5, Binomial.LowerTail(1, 3, 0.5));
        Assert.Equal(1, Binomial.LowerTail(3, 3, 0.5));
        Assert.Equal(1, Binomial.LowerTail(0, 0, 0.5));
        Assert.Equal([0, 1, 2, 3], new[] { 0.1, 0.3, 0.8, 0.9 }.Select(p => Binomial.Quantile(p, 3, 0.5)));
    }

    [Theory]
    [InlineData(-1, 0.5)]
    [InlineData(3, 0.0)]
    [InlineData(3, 1.0)]
    [InlineData(3, double.NaN)]
    public void Nonsense_is_refused(long trials, double p) => Assert.Throws<ArgumentOutOfRangeException>(() => Binomial.LowerTail(1, trials, p));

    [Fact]
    public void A_quantile_is_the_first_to_reach_its_probability() => Properties.Hold((byte trials, byte a, byte b) =>
    {
        var (p, probability) = ((a + 1) / 257.0, (b + 1) / 257.0);
        long r = Binomial.Quantile(probability, trials, p);
        return Binomial.LowerTail(r, trials, p) >= probability && Binomial.LowerTail(r - 1, trials, p) < probability;
    });
}
