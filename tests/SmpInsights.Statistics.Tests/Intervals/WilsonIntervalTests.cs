using SmpInsights.Statistics.Intervals;

namespace SmpInsights.Statistics.Tests.Intervals;

public class WilsonIntervalTests
{
    // Newcombe 1998, Stat Med 17:857, table I, method 3.
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Newcombes_examples(long successes, long trials, double lower, double upper)
    {
        Interval interval = WilsonInterval.Of(successes, trials)!.Value;
        Assert.Equal(lower, interval.Lower, 0.00005);
        Assert.Equal(upper, interval.Upper, 0.00005);
    }

    // R 4.2: prop.test(x, n, correct = FALSE)$conf.int
    [Theory]
    [InlineData(81, 263, 0.255288519878274, 0.366209576982800)]
    [InlineData(15, 148, 0.0623863995307363, 0.1604872417233080)]
    [InlineData(0, 20, 0, 0.161125158052819)]
    [InlineData(1, 29, 0.00611321429276266, 0.17175521879320282)]
    [InlineData(29, 29, 0.883030201500259, 1)]
    public void The_same_digits_as_R(long successes, long trials, double lower, double upper)
    {
        Interval interval = WilsonInterval.Of(successes, trials)!.Value;
        Near.Equal(lower, interval.Lower, 1e-12);
        Near.Equal(upper, interval.Upper, 1e-12);
    }

    [Fact]
    public void The_ends_are_exact()
    {
        for (int trials = 1; trials <= 300; trials++)
        {
            Assert.Equal(0.0, WilsonInterval.Of(0, trials)!.Value.Lower);
            Assert.Equal(1.0, WilsonInterval.Of(trials, trials)!.Value.Upper);
        }
    }

    [Fact]
    public void No_trial_has_no_interval() => Assert.Null(WilsonInterval.Of(0, 0));

    [Theory]
    [InlineData(-1, 5, 0.95)]
    [InlineData(6, 5, 0.95)]
    [InlineData(0, -1, 0.95)]
    [InlineData(1, 5, 1.0)]
    [InlineData(1, 5, 0.0)]
    public void Nonsense_is_refused(long successes, long trials, double level) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => WilsonInterval.Of(successes, trials, level));

    [Fact]
    public void Limits_enclose_the_proportion_and_rise_with_the_successes() => Properties.Hold<ushort, ushort>((a, b) =>
    {
        long trials = Math.Max(a, b) + 1L;
        long successes = Math.Min(a, b);
        Interval interval = WilsonInterval.Of(successes, trials)!.Value;
        Interval next = WilsonInterval.Of(successes + 1, trials)!.Value;
        double p = (double)successes / trials;
        return interval.Lower >= 0 && interval.Lower <= p && p < interval.Upper && interval.Upper <= 1
            && next.Lower > interval.Lower && next.Upper > interval.Upper;
    });

    [Fact]
    public void A_higher_level_never_narrows_the_interval() => Properties.Hold<ushort, ushort, byte>((a, b, level) =>
    {
        long trials = Math.Max(a, b) + 1L;
        Interval narrow = WilsonInterval.Of(Math.Min(a, b), trials, (level + 1) / 300.0)!.Value;
        Interval wide = WilsonInterval.Of(Math.Min(a, b), trials, (level + 2) / 300.0)!.Value;
        return wide.Lower <= narrow.Lower && narrow.Upper <= wide.Upper && narrow.Lower >= 0 && wide.Upper <= 1;
    });

    // 1 less the level is 1.1e-16; half of it from 1 would round to 1, which has no quantile. R: qnorm((1 - level) / 2) in Wilson's formula.
    [Fact]
    public void The_level_next_to_1_has_an_interval()
    {
        Interval interval = WilsonInterval.Of(10, 20, Math.BitDecrement(1.0))!.Value;
        Near.Equal(0.5 - 0.5 * Math.Sqrt(Z2 / (20 + Z2)), interval.Lower);
        Near.Equal(0.5 + 0.5 * Math.Sqrt(Z2 / (20 + Z2)), interval.Upper);
    }

    /// <summary>R: qnorm(2^-54)^2.</summary>
    private const double Z2 = 68.7632522116684;

    [Fact]
    public void Failures_mirror_successes() => Properties.Hold<ushort, ushort>((a, b) =>
    {
        long trials = Math.Max(a, b) + 1L;
        long successes = Math.Min(a, b);
        Interval interval = WilsonInterval.Of(successes, trials)!.Value;
        Interval mirror = WilsonInterval.Of(trials - successes, trials)!.Value;
        return Math.Abs(interval.Lower + mirror.Upper - 1) < 1e-14 && Math.Abs(interval.Upper + mirror.Lower - 1) < 1e-14;
    });
}
