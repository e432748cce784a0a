using SmpInsights.Statistics.ControlCharts;

namespace SmpInsights.Statistics.Tests.ControlCharts;

public class SignalRulesTests
{
    [Fact]
    public void A_point_on_a_limit_is_within_it()
    {
        Assert.Equal("Outside+ 1; Outside- 3", Series.Signals(3, 3.001, -3, -3.001).Text());
    }

    [Fact]
    public void Seven_on_one_side_are_a_run_and_six_are_none()
    {
        Assert.Equal("Run+ 0 1 2 3 4 5 6", Series.Signals(1, .5, 1, .5, 1, .5, 1).Text());
        Assert.Equal("", Series.Signals(1, .5, 1, .5, 1, .5, -1, 1).Text());
        Assert.Equal("Run- 1 2 3 4 5 6 7 8", Series.Signals(1, -1, -.5, -1, -.5, -1, -.5, -1, -.5, .1).Text());
    }

    [Fact]
    public void A_point_on_the_centre_breaks_the_run()
    {
        Assert.Equal("", Series.Signals(1, .5, 1, 0, 1, .5, 1, .5, 1, .5).Text());
        Assert.Equal("", Series.Signals([.. Enumerable.Repeat((double?)0, 12)]).Text());
    }

    [Fact]
    public void Seven_points_rising_are_a_trend_and_a_tie_breaks_it()
    {
        Assert.Equal("Trend+ 0 1 2 3 4 5 6", Series.Signals(-1.5, -1, -.5, .1, .5, 1, 1.5).Text());
        Assert.Equal("Trend- 1 2 3 4 5 6 7 8", Series.Signals(.1, 1.5, 1, .5, .1, -.5, -1, -1.5, -1.9).Text());
        Assert.Equal("", Series.Signals(-1.5, -1, -.5, -.5, .5, 1, 1.5, 1.6, 1.7).Text());
        Assert.Equal("", Series.Signals(-1.5, -1, -.5, .1, .5, 1, .9).Text());
    }

    [Fact]
    public void Two_of_three_in_the_outer_third_on_one_side()
    {
        Assert.Equal("OuterThird+ 1 3", Series.Signals(0, 2.5, 0, 2.5, 0).Text());
        Assert.Equal("OuterThird- 0 1 3", Series.Signals(-2.5, -2.1, 0, -2.9, 0).Text());
        Assert.Equal("", Series.Signals(2.5, 0, 0, 2.5, 0, -2.5).Text());
        Assert.Equal("", Series.Signals(2, 2, 0, -2, -2).Text());
        Assert.Equal("OuterThird+ 0 2; OuterThird- 1 3", Series.Signals(2.5, -2.5, 2.5, -2.5).Text());
    }

    [Fact]
    public void A_point_outside_is_not_in_the_outer_third_and_does_not_hide_those_beside_it()
    {
        Assert.Equal("Outside+ 1", Series.Signals(2.5, 3.5, 0).Text());
        Assert.Equal("Outside+ 1; OuterThird+ 0 2", Series.Signals(2.5, 3.5, 2.5).Text());
    }

    [Fact]
    public void A_gap_ends_runs_trends_and_windows()
    {
        Assert.Equal("", Series.Signals(1, .5, 1, .5, null, 1, .5, 1, .5).Text());
        Assert.Equal("", Series.Signals(-1.5, -1, -.5, .1, null, .5, 1, 1.5).Text());
        Assert.Equal("", Series.Signals(2.5, null, 2.5).Text());
        Assert.Equal("Outside+ 1", Series.Signals(null, 4, null).Text());
        Assert.Empty(Series.Signals());
    }

    [Fact]
    public void Every_value_needs_limits() => Assert.Throws<ArgumentException>(() => SignalRules.Find([1, 2], [new ControlLimits(0, 1)]));

    [Fact]
    public void Turned_over_every_signal_stays_with_the_other_sign() => Properties.Hold((sbyte[] values) =>
    {
        double?[] z = [.. values.Select(v => (double?)(v / 32.0))];
        return string.Equals(Series.Signals(z).Select(s => s with { Sign = -s.Sign }).Text(), Series.Signals([.. z.Select(v => -v)]).Text(), StringComparison.Ordinal);
    });

    [Fact]
    public void Later_points_take_no_signal_away() => Properties.Hold((sbyte[] values, sbyte later) =>
    {
        double?[] z = [.. values.Select(v => v % 7 == 6 ? null : (double?)(v / 32.0))];
        var after = Series.Signals([.. z, later / 32.0]);
        return Series.Signals(z).All(s => after.Any(a => a.Rule == s.Rule && a.Sign == s.Sign && a.Points.Take(s.Points.Count).SequenceEqual(s.Points)));
    });

    /// <summary>In control, normal, independent: what the printed sentence about false signals says. Beside it R's simulation of 40,000: 0.162 and 0.37.</summary>
    [Fact]
    public void Stable_series_give_as_many_false_signals_as_is_said()
    {
        const int Runs = 20_000;
        var random = new Random(20_260_630);
        var (within, after) = (0, 0);
        for (int run = 0; run < Runs; run++)
        {
            double?[] values = [.. Series.Normal(random, 48)];
            var limits = Enumerable.Repeat(IndividualsChart.Of(values.AsSpan(0, 24))!.Limits, 24).ToArray();
            within += SignalRules.Find(values.AsSpan(0, 24), limits).Count > 0 ? 1 : 0;
            after += SignalRules.Find(values.AsSpan(24), limits).Count > 0 ? 1 : 0;
        }
        Assert.Equal(SignalRules.FalseSignalsOf24, (double)within / Runs, 0.01);
        Assert.Equal(SignalRules.FalseSignalsOfNext24, (double)after / Runs, 0.015);
    }

    /// <summary>Counts of one a month and shares of five at 80 %; R's simulation of 10,000: 0.434 and 0.354.</summary>
    [Fact]
    public void Small_numbers_give_more_false_signals()
    {
        const int Runs = 5_000;
        var random = new Random(20_260_630);
        var (counts, shares) = (0, 0);
        for (int run = 0; run < Runs; run++)
        {
            double?[] rare = [.. Enumerable.Range(0, 24).Select(_ => (double?)Poisson(random, 1))];
            var limits = IndividualsChart.Of(rare)!.Limits;
            counts += SignalRules.Find(rare, Enumerable.Repeat(limits, 24).ToArray()).Count > 0 ? 1 : 0;
            int[] of5 = [.. Enumerable.Range(0, 24).Select(_ => Enumerable.Range(0, 5).Count(_ => random.NextDouble() < 0.8))];
            var five = ProportionChart.Of(of5, [.. Enumerable.Repeat(5, 24)])!.At(5);
            shares += SignalRules.Find([.. of5.Select(k => (double?)k / 5)], Enumerable.Repeat(five, 24).ToArray()).Count > 0 ? 1 : 0;
        }
        Assert.Equal(0.434, (double)counts / Runs, 0.02);
        Assert.Equal(0.354, (double)shares / Runs, 0.02);

        static int Poisson(Random random, double mean)
        {
            int events = -1;
            for (double product = 1; product > Math.Exp(-mean); events++)
                product *= random.NextDouble();
            return events;
        }
    }
}
