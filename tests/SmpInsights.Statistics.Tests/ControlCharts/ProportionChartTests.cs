using SmpInsights.Statistics.ControlCharts;

namespace SmpInsights.Statistics.Tests.ControlCharts;

public class ProportionChartTests
{
    // Leaking cans of frozen orange juice, 30 samples of 50: D. C. Montgomery, "Introduction to Statistical Quality Control", 5th ed. 2005, example 6-1 (data of R's qcc):
    // centre 0.2313, limits 0.0524 and 0.4102; samples 15 and 23 are outside.
    private static readonly int[] Leaking = [12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6];

    [Fact]
    public void Montgomerys_orange_juice()
    {
        var chart = ProportionChart.Of(Leaking, [.. Enumerable.Repeat(50, 30)])!;
        var limits = chart.At(50);
        Assert.Equal((347, 1500), (chart.Successes, chart.Trials));
        Assert.Equal((0.2313, 0.0524, 0.4102), (Math.Round(chart.Centre, 4), Math.Round(limits.Lower, 4), Math.Round(limits.Upper, 4)));
        // R 4.2: p <- 347/1500; p + c(-3, 3) * sqrt(p * (1 - p) / 50)
        Near.Equal(0.05242754807192823, limits.Lower, 1e-13);
        Near.Equal(0.41023911859473844, limits.Upper, 1e-13);
        double?[] shares = [.. Leaking.Select(d => (double?)d / 50)];
        Assert.Equal("Outside+ 14; Outside+ 22", SignalRules.Find(shares, Enumerable.Repeat(limits, 30).ToArray()).Where(s => s.Rule == SignalRule.Outside).Text());
    }

    [Fact]
    public void Each_point_has_the_limits_of_its_own_denominator()
    {
        // p = 0.5: standard errors 0.05 on 100, 0.125 on 16, 0.25 on 4
        var chart = ProportionChart.Of([50, 8, 2], [100, 16, 4])!;
        Near.Equal(0.65, chart.At(100).Upper);
        Near.Equal(0.875, chart.At(16).Upper);
        Assert.Equal((0.0, 1.0), (chart.At(4).Lower, chart.At(4).Upper));
        Near.Equal(0.25, chart.At(4).Sigma);
    }

    [Fact]
    public void The_outer_third_is_that_of_the_standardised_points()
    {
        // p = 0.5; on 100: 0.61 is 2.2 sigmas; on 25: 0.7 is 2; on 4: 1 is 2, and the limit is cut
        var chart = new ProportionChart(1, 2);
        Assert.Equal("OuterThird+ 0 2", SignalRules.Find([0.61, 0.7, 0.61], [chart.At(100), chart.At(25), chart.At(100)]).Text());
        Assert.Equal("", SignalRules.Find([0.61, 1, 0.59], [chart.At(100), chart.At(4), chart.At(100)]).Text());
    }

    [Fact]
    public void All_or_nothing_has_limits_on_the_centre_and_no_trial_no_chart()
    {
        Assert.Equal((1.0, 1.0), (ProportionChart.Of([5], [5])!.At(3).Lower, ProportionChart.Of([5], [5])!.At(3).Upper));
        Assert.Equal((0.0, 0.0), (ProportionChart.Of([0], [5])!.At(3).Lower, ProportionChart.Of([0], [5])!.At(3).Upper));
        Assert.Null(ProportionChart.Of([], []));
        Assert.Null(ProportionChart.Of([0, 0], [0, 0]));
    }

    [Fact]
    public void Nonsense_is_refused()
    {
        Assert.Throws<ArgumentException>(() => ProportionChart.Of([1], [1, 2]));
        Assert.Throws<ArgumentException>(() => ProportionChart.Of([3], [2]));
        Assert.Throws<ArgumentException>(() => ProportionChart.Of([-1], [2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ProportionChart(1, 2).At(0));
    }

    [Fact]
    public void Limits_contain_the_centre_lie_on_the_scale_and_narrow_with_trials() => Properties.Hold((byte a, byte b, byte n) =>
    {
        var chart = new ProportionChart(Math.Min(a, b), Math.Max(a, b) + 1);
        var (few, many) = (chart.At(n + 1), chart.At(n + 2));
        return few.Lower >= 0 && few.Upper <= 1 && few.Lower <= chart.Centre && chart.Centre <= few.Upper && few.Lower <= many.Lower && many.Upper <= few.Upper;
    });
}
