using SmpInsights.Statistics.ControlCharts;

namespace SmpInsights.Statistics.Tests.ControlCharts;

public class IndividualsChartTests
{
    // Viscosity of aircraft primer paint, D. C. Montgomery, "Introduction to Statistical Quality Control", 3rd ed. 1996, p. 242 (data of R's qcc): mean 33.52, mean moving range 0.48, limits 32.24 and 34.80.
    private static readonly double?[] Viscosity = [33.75, 33.05, 34.00, 33.81, 33.46, 34.02, 33.68, 33.27, 33.49, 33.20, 33.62, 33.00, 33.54, 33.12, 33.84];

    [Fact]
    public void Montgomerys_paint()
    {
        var chart = IndividualsChart.Of(Viscosity)!;
        Assert.Equal((33.52, 0.48, 32.24, 34.80), (Math.Round(chart.Mean, 2), Math.Round(chart.MeanMovingRange, 2), Math.Round(chart.Limits.Lower, 2), Math.Round(chart.Limits.Upper, 2)));
        // R 4.2: mean(x) + c(-2.66, 2.66) * mean(abs(diff(x)))
        Near.Equal(32.244633333333333, chart.Limits.Lower, 1e-13);
        Near.Equal(34.802033333333334, chart.Limits.Upper, 1e-13);
        Assert.Equal((15, 14), (chart.Values, chart.Ranges));
        Assert.Empty(SignalRules.Find(Viscosity, Enumerable.Repeat(chart.Limits, 15).ToArray()));
    }

    // NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2: 10 batches, mean 50.81, mean moving range 1.8778; limits 45.8159 and 55.8041 with 3 / 1.128 = 2.6596 for 2.66.
    [Fact]
    public void The_handbooks_flow_rates()
    {
        var chart = IndividualsChart.Of([49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1])!;
        Near.Equal(50.81, chart.Mean, 1e-14);
        Near.Equal(16.9 / 9, chart.MeanMovingRange, 1e-13);
        Assert.Equal(45.8159, chart.Limits.Lower, 0.001);
        Assert.Equal(55.8041, chart.Limits.Upper, 0.001);
    }

    [Fact]
    public void No_range_is_taken_across_a_gap()
    {
        // ranges 1 and 3; mean of 1 2 9 6 is 4.5
        var chart = IndividualsChart.Of([1, 2, null, null, 9, 6])!;
        Assert.Equal((4.5, 2, 4, 2), (chart.Mean, chart.MeanMovingRange, chart.Values, chart.Ranges));
        Near.Equal(4.5 + 2.66 * 2, chart.Limits.Upper, 1e-15);
    }

    [Fact]
    public void Without_two_values_in_a_row_there_is_no_chart()
    {
        Assert.Null(IndividualsChart.Of([]));
        Assert.Null(IndividualsChart.Of([5]));
        Assert.Null(IndividualsChart.Of([5, null, 7, null]));
    }

    [Fact]
    public void Without_spread_the_limits_lie_on_the_centre()
    {
        var limits = IndividualsChart.Of([5, 5, 5])!.Limits;
        Assert.Equal((5, 5, 5), (limits.Lower, limits.Centre, limits.Upper));
        Assert.Equal("Outside+ 1", SignalRules.Find([5, 5.1, 5], [limits, limits, limits]).Text());
    }

    [Fact]
    public void What_is_not_a_number_is_refused()
    {
        Assert.Throws<ArgumentException>(() => IndividualsChart.Of([1, double.NaN, 2]));
        Assert.Throws<ArgumentException>(() => IndividualsChart.Of([Math.BitIncrement(IndividualsChart.Largest), 0]));
    }

    [Fact]
    public void The_largest_values_have_limits()
    {
        ControlLimits limits = IndividualsChart.Of([-IndividualsChart.Largest, IndividualsChart.Largest])!.Limits;
        Near.Ratio(-2.66 * 2e300, limits.Lower, 1e-14);
        Near.Ratio(2.66 * 2e300, limits.Upper, 1e-14);
    }

    [Fact]
    public void Scaled_and_turned_values_scale_and_turn_the_limits_and_keep_the_signals() => Properties.Hold((short[] raw, byte power) =>
    {
        double?[] values = [.. raw.Select(v => v % 10 == 9 ? null : (double?)v)];
        double factor = Math.ScaleB(1, power % 20 - 10); // a power of two: exact
        double?[] scaled = [.. values.Select(v => v * factor)];
        double?[] turned = [.. values.Select(v => -v)];
        if (IndividualsChart.Of(values) is not { Limits: var limits })
            return IndividualsChart.Of(scaled) is null;
        var (more, less) = (IndividualsChart.Of(scaled)!.Limits, IndividualsChart.Of(turned)!.Limits);
        string Signals(double?[] of, ControlLimits at, int sign) => SignalRules.Find(of, Enumerable.Repeat(at, of.Length).ToArray()).Select(s => s with { Sign = sign * s.Sign }).Text();
        return (more.Lower, more.Centre, more.Upper) == (limits.Lower * factor, limits.Centre * factor, limits.Upper * factor)
            && (less.Lower, less.Centre, less.Upper) == (-limits.Upper, -limits.Centre, -limits.Lower)
            && limits.Lower <= limits.Centre && limits.Centre <= limits.Upper
            && string.Equals(Signals(scaled, more, 1), Signals(values, limits, 1), StringComparison.Ordinal)
            && string.Equals(Signals(turned, less, -1), Signals(values, limits, 1), StringComparison.Ordinal);
    });
}
