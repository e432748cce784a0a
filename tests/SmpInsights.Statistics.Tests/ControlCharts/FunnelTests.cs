using SmpInsights.Statistics.ControlCharts;

namespace SmpInsights.Statistics.Tests.ControlCharts;

public class FunnelTests
{
    // Spiegelhalter 2005, appendix A.1.1, computed apart in R 4.2: lim <- function(p, n, th) { r <- qbinom(p, n, th); (r - (pbinom(r, n, th) - p) / dbinom(r, n, th)) / n },
    // at p = 0.001, 0.025, 0.975, 0.999, cut to [0, 1]
    [Theory]
    [InlineData(100, 0.2, 0.08097825256459952, 0.11974223271506887, 0.27647608503359189, 0.32676585151664189, 1e-12)]
    [InlineData(1000, 0.2, 0.1612831550577277, 0.1750027941863218, 0.2245843325398579, 0.2394316424944667, 1e-12)]
    [InlineData(50_000, 0.87, 0.8653213299707126, 0.8670352054720175, 0.8729307942577661, 0.8746165245794173, 1e-11)]
    [InlineData(1_000_000, 0.3, 0.2985839486419907, 0.2991015208331751, 0.3008978577553971, 0.3014161916549740, 1e-10)]
    [InlineData(7, 0.5, 0, 0.04489795918367347, 0.81224489795918353, 0.98171428571428565, 1e-12)]
    [InlineData(3, 0.9, 0, 0.2962962962962964, 0.9885688157293094, 0.9995427526291724, 1e-12)]
    public void The_same_limits_as_R(int trials, double target, double lower998, double lower95, double upper95, double upper998, double relative)
    {
        var band = new FunnelLimits(target, 1).At(trials);
        Near.Equal(lower998, band.Limits998.Lower, relative);
        Near.Equal(lower95, band.Limits95.Lower, relative);
        Near.Equal(upper95, band.Limits95.Upper, relative);
        Near.Equal(upper998, band.Limits998.Upper, relative);
    }

    [Theory]
    [InlineData(1, 0.5, 0, 0.95)] // r = 1, (1 - 0.975) / 0.5 = 0.05 back from 1
    [InlineData(2, 0.5, 0, 0.95)] // r = 2, 0.025 / 0.25 = 0.1 back from 2
    [InlineData(3, 0.5, 0, 2.8 / 3)] // r = 3, 0.025 · 8 = 0.2 back from 3
    [InlineData(4, 0.5, 0, 0.9)] // r = 4, 0.025 · 16 = 0.4 back from 4
    [InlineData(5, 0.5, 0, 0.84)] // r = 5, 0.025 · 32 = 0.8 back from 5; below: r = 0, 0.2 back from 0, cut
    [InlineData(5, 0.8, (2 - 0.03292 / 0.0512) / 5, (5 - 0.025 / 0.32768) / 5)] // F(1) = 0.00672, F(2) = 0.05792, F(4) = 0.67232
    [InlineData(1, 0.99, (1 - 0.975 / 0.99) / 1, 0.99)] // above: 1 - 0.025 / 0.99 = 0.975 would leave the target out
    public void Few_trials_by_hand(int trials, double target, double lower, double upper)
    {
        var band = new FunnelLimits(target, 1).At(trials);
        Near.Equal(lower, band.Limits95.Lower, 1e-12);
        Near.Equal(upper, band.Limits95.Upper, 1e-12);
    }

    // R 4.2: th <- sum(r)/sum(n); z <- (r/n - th)/sqrt(th*(1-th)/n); q <- quantile(z, c(.1, .9)); phi <- mean(pmin(pmax(z, q[1]), q[2])^2); th + sqrt(phi)*(lim(p, n, th) - th)
    [Fact]
    public void Twelve_units_that_differ_by_more_than_chance()
    {
        var funnel = Funnel.Of([18, 25, 9, 40, 3, 0, 55, 12, 30, 7, 1, 20], [20, 40, 10, 44, 8, 3, 90, 20, 31, 20, 1, 22])!;
        Near.Equal(0.7119741100323624, funnel.Limits.Target, 1e-14);
        Near.Equal(4.2686448742453571, funnel.Dispersion, 1e-13);
        Near.Equal(Math.Sqrt(4.2686448742453571), funnel.Limits.Inflation, 1e-13);
        Near.Equal(1.8568840529522235, funnel.Units[0]!.Z, 1e-13);
        Near.Equal(-3.5747415029725671, funnel.Units[9]!.Z, 1e-13);
        Near.Equal(0.5031292606833795, funnel.Units[6]!.Band.Limits95.Lower, 1e-12);
        Near.Equal(0.8893981862192306, funnel.Units[6]!.Band.Limits95.Upper, 1e-12);
        Near.Equal(0.38331771875823850, funnel.Units[6]!.Band.Limits998.Lower, 1e-12);
        Near.Equal(0.989232882913072, funnel.Units[6]!.Band.Limits998.Upper, 1e-12);
        Near.Equal(0.9970215106830030, funnel.Units[8]!.Band.Limits95.Upper, 1e-12);
        Assert.All(funnel.Units, u => Assert.Equal(FunnelPosition.Inside, u!.Position));
    }

    [Fact]
    public void Units_are_placed_by_their_own_limits()
    {
        // All but three near 0.5; R 4.2: lim(c(.001, .025, .975, .999), 100, 0.5) = 0.3454 0.4021 0.5979 0.6546 about
        var funnel = Funnel.Of([50, 51, 49, 50, 52, 48, 50, 50, 50, 50, 50, 38, 70, 30], [.. Enumerable.Repeat(100, 14)])!;
        Assert.True(funnel.Dispersion < 1);
        Assert.Equal(1, funnel.Limits.Inflation);
        Assert.Equal([FunnelPosition.Inside, FunnelPosition.Outside95, FunnelPosition.Outside998, FunnelPosition.Outside998], funnel.Units.TakeLast(4).Select(u => u!.Position));
    }

    [Fact]
    public void Nobody_and_all_alike()
    {
        Assert.Null(Funnel.Of([], []));
        Assert.Null(Funnel.Of([0], [0]));
        var one = Funnel.Of([3, 0], [4, 0])!;
        Assert.Equal((0.0, 0.0), (one.Units[0]!.Z, one.Dispersion));
        Assert.Null(one.Units[1]);
        var all = Funnel.Of([4, 2], [4, 2])!;
        Assert.Null(all.Dispersion);
        Assert.All(all.Units, u => Assert.Equal((1.0, 1.0, FunnelPosition.Inside), (u!.Band.Limits998.Lower, u.Band.Limits998.Upper, u.Position)));
        Assert.Null(all.Units[0]!.Z);
        Assert.Throws<ArgumentException>(() => Funnel.Of([5], [4]));
        Assert.Throws<ArgumentOutOfRangeException>(() => one.Limits.At(0));
    }

    [Fact]
    public void Limits_contain_the_target_and_each_other_and_lie_within_0_and_1() => Properties.Hold((byte a, byte trials, byte stretch) =>
    {
        var limits = new FunnelLimits(a / 255.0, 1 + stretch / 64.0);
        var (inner, outer) = (limits.At(trials + 1).Limits95, limits.At(trials + 1).Limits998);
        return 0 <= outer.Lower && outer.Lower <= inner.Lower && inner.Lower <= limits.Target && limits.Target <= inner.Upper && inner.Upper <= outer.Upper && outer.Upper <= 1;
    });

    [Fact]
    public void The_order_of_units_changes_nothing() => Properties.Hold((byte[] bytes) =>
    {
        var units = bytes.Select((b, i) => (Successes: Math.Min(b % 23, b / 9), Trials: b / 9)).ToList();
        var order = Enumerable.Range(0, units.Count).OrderBy(i => i * 7919 % 101).ToList();
        var (a, b) = (Of([.. Enumerable.Range(0, units.Count)]), Of(order));
        return a is null ? b is null : a.Limits == b!.Limits && a.Dispersion == b.Dispersion && order.Select(i => a.Units[i]).SequenceEqual(b.Units);

        Funnel? Of(List<int> places) => Funnel.Of([.. places.Select(i => units[i].Successes)], [.. places.Select(i => units[i].Trials)]);
    });
}
