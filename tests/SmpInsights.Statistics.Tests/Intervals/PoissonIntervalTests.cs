using SmpInsights.Statistics.Intervals;

namespace SmpInsights.Statistics.Tests.Intervals;

public class PoissonIntervalTests
{
    // Garwood 1936, Biometrika 28:437, as tabulated in Pearson and Hartley, Biometrika Tables for Statisticians I, table 40; digits of R's poisson.test(k).
    [Theory]
    [InlineData(0, 0, 3.68887945411394)]
    [InlineData(1, 0.0253178079842899, 5.5716433909388989)]
    [InlineData(5, 1.62348639011842, 11.66833207932267)]
    [InlineData(10, 4.79538869613243, 18.39035604201778)]
    [InlineData(100, 81.3639912509232, 121.6267937924264)]
    public void Garwoods_table(long count, double lower, double upper)
    {
        Interval interval = PoissonInterval.Of(count, 1)!.Value;
        Near.Equal(lower, interval.Lower, 1e-12);
        Near.Equal(upper, interval.Upper, 1e-12);
    }

    // R 4.2: qgamma(.025, 1e6), qgamma(.975, 1e6) for the neighbouring counts
    [Fact]
    public void A_million_events()
    {
        Near.Equal(998040.98334029387, PoissonInterval.Of(1_000_000, 1)!.Value.Lower, 1e-11);
        Near.Equal(1001960.9109654503, PoissonInterval.Of(999_999, 1)!.Value.Upper, 1e-11);
    }

    // R 4.2: qgamma(.025, n), qgamma(.975, n + 1); far more events than anyone counts, in no more time
    [Theory]
    [InlineData(99_999, 99380.155762730355, 100620.74164077373)]
    [InlineData(100_000, 99381.152663744724, 100621.74473974388)]
    [InlineData(1_000_000_000, 999938021.44392788, 1000061981.4504089)]
    [InlineData(1_000_000_000_000, 999998040036.96265, 1000001959965.9316)]
    public void Very_many_events(long count, double lower, double upper)
    {
        Interval interval = PoissonInterval.Of(count, 1)!.Value;
        Near.Equal(lower, interval.Lower, 1e-12);
        Near.Equal(upper, interval.Upper, 1e-12);
    }

    // R 4.2: qgamma(5e-13, 1e5), qgamma(5e-13, 1e5 + 1, lower = FALSE)
    [Fact]
    public void Very_many_events_at_an_extreme_level()
    {
        Interval interval = PoissonInterval.Of(100_000, 1, 1 - 1e-12)!.Value;
        Near.Equal(97761.721947781683, interval.Lower, 1e-9);
        Near.Equal(102272.51857407074, interval.Upper, 1e-9);
    }

    // R 4.2: poisson.test(7, 3.5, conf.level = 0.9)
    [Fact]
    public void A_rate_is_per_unit_of_exposure()
    {
        Interval interval = PoissonInterval.Of(7, 3.5, 0.9)!.Value;
        Near.Equal(0.938661626255621, interval.Lower, 1e-12);
        Near.Equal(3.756603943552034, interval.Upper, 1e-12);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void No_exposure_has_no_rate(double exposure) => Assert.Null(PoissonInterval.Of(0, exposure));

    [Theory]
    [InlineData(-1, 1, 0.95)]
    [InlineData(1, double.NaN, 0.95)]
    [InlineData(1, 1, 1.0)]
    public void Nonsense_is_refused(long count, double exposure, double level) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PoissonInterval.Of(count, exposure, level));

    [Fact]
    public void Limits_enclose_the_rate_and_rise_with_the_count() => Properties.Hold<ushort>(count =>
    {
        Interval interval = PoissonInterval.Of(count, 2)!.Value;
        Interval next = PoissonInterval.Of(count + 1, 2)!.Value;
        return interval.Lower <= count / 2.0 && count / 2.0 < interval.Upper && next.Lower > interval.Lower && next.Upper > interval.Upper;
    });

    // On both sides of where the expansion takes over.
    [Fact]
    public void A_higher_level_never_narrows_the_interval_and_no_count_breaks_the_order() => Properties.Hold<byte, byte>((level, near) =>
    {
        long count = 99_900 + near;
        Interval narrow = PoissonInterval.Of(count, 2, (level + 1) / 300.0)!.Value;
        Interval wide = PoissonInterval.Of(count, 2, (level + 2) / 300.0)!.Value;
        Interval next = PoissonInterval.Of(count + 1, 2, (level + 1) / 300.0)!.Value;
        return wide.Lower < narrow.Lower && narrow.Lower <= count / 2.0 && count / 2.0 <= narrow.Upper && narrow.Upper < wide.Upper && next.Lower > narrow.Lower && next.Upper > narrow.Upper;
    });

    [Fact]
    public void Another_unit_of_exposure_scales_the_limits() => Properties.Hold<ushort>(count =>
    {
        Interval years = PoissonInterval.Of(count, 2)!.Value;
        Interval quarters = PoissonInterval.Of(count, 8)!.Value;
        return years.Lower == 4 * quarters.Lower && years.Upper == 4 * quarters.Upper;
    });
}
