using FsCheck;
using FsCheck.Fluent;
using SmpInsights.Outcomes.Time;
using SmpInsights.Outcomes.Watching;
using SmpInsights.Statistics.ControlCharts;

namespace SmpInsights.Outcomes.Tests;

public sealed class WatchedSeriesTests
{
    private static readonly ReportMonth January = new(2020, 1);

    private static WatchedSeries Values(IEnumerable<double?> values, Direction direction = Direction.HigherIsBetter, ReportMonth? rebased = null) =>
        WatchedSeries.Of(new("m", "M", ChartKind.Individuals, direction), January, [.. values.Select(v => MonthValue.Of(v))], rebased);

    private static WatchedSeries Shares(params (int Part, int Whole)[] shares) =>
        WatchedSeries.Of(new("s", "S", ChartKind.Proportions, Direction.LowerIsBetter), January, [.. shares.Select(s => MonthValue.Share(s.Part, s.Whole))]);

    /// <summary>10 12 10 12 ...: mean 11, every moving range 2, limits 11 ± 5.32.</summary>
    private static IEnumerable<double?> Steady(int months) => Enumerable.Range(0, months).Select(i => (double?)(i % 2 == 0 ? 10 : 12));

    [Fact]
    public void The_first_24_months_set_limits_for_all_later_ones()
    {
        var s = Values([.. Steady(24), 16, 17, 5, 11]);
        var stretch = Assert.Single(s.Stretches);
        Assert.Equal((LimitsState.Frozen, new ReportMonth(2021, 12), 24, 11), (stretch.State, stretch.BaselineTo, stretch.BaselineMonths, stretch.Centre));
        Assert.All(s.Months, m => Assert.Equal((11, 11 - 5.32, 11 + 5.32), (m.Centre, Math.Round(m.Lower!.Value, 9), Math.Round(m.Upper!.Value, 9))));
        Assert.Equal([("2022-02", SignalMeaning.Improvement), ("2022-03", SignalMeaning.Concern)], s.Signals.Select(x => (x.Months.Single().ToString(), x.Meaning)));
    }

    [Theory]
    [InlineData(Direction.HigherIsBetter, SignalMeaning.Improvement, SignalMeaning.Concern)]
    [InlineData(Direction.LowerIsBetter, SignalMeaning.Concern, SignalMeaning.Improvement)]
    [InlineData(Direction.Neutral, SignalMeaning.Change, SignalMeaning.Change)]
    public void A_signal_is_named_by_the_direction_that_is_good(Direction direction, SignalMeaning high, SignalMeaning low) =>
        Assert.Equal([high, low], Values([.. Steady(24), 30, 0], direction).Signals.Select(s => s.Meaning));

    [Fact]
    public void Below_twelve_months_there_is_a_median_and_no_signal()
    {
        var s = Values([1, 1, 2, 2, 3, 90, 3, 3, 3, 3, 3]);
        Assert.Equal((LimitsState.TooFewMonths, 3), (s.Stretches[0].State, s.Stretches[0].Centre));
        Assert.All(s.Months, m => Assert.Equal((3, (double?)null, (double?)null), (m.Centre, m.Lower, m.Upper)));
        Assert.Empty(s.Signals);
        Assert.Equal(LimitsState.Growing, Values([1, 1, 2, 2, 3, 90, 3, 3, 3, 3, 3, 3]).Stretches[0].State);
    }

    [Fact]
    public void Months_without_a_value_do_not_count_towards_the_baseline()
    {
        // 24 values in 26 months: the gap cost one range of 25
        var s = Values([.. Steady(6), null, null, .. Steady(17), 12, 40]);
        Assert.Equal((LimitsState.Frozen, January.Add(25), 24), (s.Stretches[0].State, s.Stretches[0].BaselineTo, s.Stretches[0].BaselineMonths));
        Assert.Equal(((double?)null, (double?)null), (s.Months[6].Lower, s.Months[7].Upper));
        Assert.Equal("2022-03", s.Signals.Single(x => x.Rule == SignalRule.Outside).Months.Single().ToString());
        // every other month has no moving range, and 12 with one gap have but ten
        Assert.Equal(LimitsState.TooFewMonths, Values(Enumerable.Range(0, 60).Select(i => i % 2 == 0 ? i : (double?)null)).Stretches[0].State);
        Assert.Equal(LimitsState.TooFewMonths, Values([.. Steady(6), null, .. Steady(6)]).Stretches[0].State);
    }

    [Fact]
    public void A_baseline_that_never_varied_has_no_limits()
    {
        var s = Values([.. Enumerable.Repeat((double?)0, 24), 1]);
        Assert.Equal((LimitsState.NoVariation, 0), (s.Stretches[0].State, s.Stretches[0].Centre));
        Assert.Empty(s.Signals);
        Assert.Equal(LimitsState.NoVariation, Shares([.. Enumerable.Repeat((0, 9), 24), (3, 9)]).Stretches[0].State);
    }

    [Fact]
    public void Shares_have_limits_of_their_own_month_and_a_month_without_a_whole_has_none()
    {
        // overall 1 in 2; three standard errors of 0.5 on 100 are 0.15, on 16 0.375
        var s = Shares([.. Enumerable.Repeat((50, 100), 23), (8, 16), (0, 0), (66, 100), (15, 16)]);
        Assert.Equal((0.35, 0.65), (Math.Round(s.Months[0].Lower!.Value, 12), Math.Round(s.Months[0].Upper!.Value, 12)));
        Assert.Equal((0.125, 0.875), (s.Months[23].Lower, s.Months[23].Upper));
        Assert.Equal(((double?)null, (double?)null, (double?)0.5), (s.Months[24].Measured.Value, s.Months[24].Lower, s.Months[24].Centre));
        Assert.Equal([("2022-02", SignalMeaning.Concern), ("2022-03", SignalMeaning.Concern)], s.Signals.Where(x => x.Rule == SignalRule.Outside).Select(x => (x.Months.Single().ToString(), x.Meaning)));
    }

    [Fact]
    public void Rebased_months_have_limits_of_their_own_and_months_before_keep_theirs()
    {
        double?[] values = [.. Steady(30), .. Steady(30).Select(v => v + 100)];
        var (before, after) = (Values(values), Values(values, rebased: January.Add(30)));
        Assert.Equal(before.Months.Take(30), after.Months.Take(30));
        Assert.Equal([11, 111], after.Stretches.Select(s => s.Centre!.Value));
        Assert.Equal([January, January.Add(30)], after.Stretches.Select(s => s.From));
        Assert.All(after.Months.Skip(30), m => Assert.Equal(111 + 5.32, m.Upper!.Value, 9));
        Assert.NotEmpty(before.Signals);
        Assert.Empty(after.Signals);
    }

    [Fact]
    public void A_new_baseline_begins_with_a_run_chart_and_one_outside_the_series_changes_nothing()
    {
        var s = Values([.. Steady(30), .. Enumerable.Repeat((double?)50, 11)], rebased: January.Add(30));
        Assert.Equal([LimitsState.Frozen, LimitsState.TooFewMonths], s.Stretches.Select(x => x.State));
        Assert.Null(s.Months[^1].Upper);
        Assert.Empty(s.Signals);
        var plain = Values(Steady(30));
        foreach (var outside in new[] { January, January.Add(-5), January.Add(30), January.Add(99) })
            Assert.Equal(plain.Months, Values(Steady(30), rebased: outside).Months);
    }

    [Fact]
    public void Nothing_and_nonsense()
    {
        Assert.Empty(Values([]).Months);
        Assert.Empty(Values([]).Stretches);
        Assert.Null(Assert.Single(Values([null, null]).Stretches).Centre);
        Assert.Throws<ArgumentException>(() => MonthValue.Of(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => MonthValue.Share(2, 1));
        Assert.Throws<ArgumentException>(() => WatchedSeries.Of(new("s", "S", ChartKind.Proportions, Direction.Neutral), January, [MonthValue.Of(1)]));
    }

    [Fact]
    public void What_is_printed_about_false_signals_quotes_the_simulated_figures()
    {
        Assert.Equal("The 24 months that set the limits give a false signal about one time in 6 though nothing changes, the 24 months after them about 37 times in 100; small numbers give more.", WatchedSeries.FalseSignals);
        Assert.Contains("7 or more in a row", WatchedSeries.Rules, StringComparison.Ordinal);
    }

    [Fact]
    public void Later_months_never_change_the_limits_of_earlier_ones_once_24_are_there() => Prop.ForAll(
        Gen.Choose(-40, 40).ListOf(40).ToArbitrary(),
        Gen.Choose(0, 20).ToArbitrary(),
        (numbers, later) =>
        {
            double?[] values = [.. numbers.Select((n, i) => n % 13 == 0 && i > 30 ? null : (double?)n)];
            var (now, then) = (Values(values), Values([.. values, .. Enumerable.Range(0, later).Select(i => (double?)(1000 * i))]));
            return then.Months.Take(values.Length).SequenceEqual(now.Months) && now.Stretches[0].Centre == then.Stretches[0].Centre
                && now.Signals.All(s => then.Signals.Any(t => t.Rule == s.Rule && t.Sign == s.Sign && t.Months.Take(s.Months.Count).SequenceEqual(s.Months)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Turning_the_direction_swaps_improvement_and_concern() => Prop.ForAll(
        Gen.Choose(-40, 40).ListOf(36).ToArbitrary(),
        numbers =>
        {
            double?[] values = [.. numbers.Select(n => (double?)n)];
            var (up, down, turned) = (Values(values), Values(values, Direction.LowerIsBetter), Values([.. values.Select(v => -v)]));
            static SignalMeaning Other(SignalMeaning m) => m == SignalMeaning.Improvement ? SignalMeaning.Concern : SignalMeaning.Improvement;
            return up.Signals.Select(s => Other(s.Meaning)).SequenceEqual(down.Signals.Select(s => s.Meaning)) && down.Signals.Select(s => s.Meaning).SequenceEqual(turned.Signals.Select(s => s.Meaning))
                && up.Months.All(m => m.Lower <= m.Centre && m.Centre <= m.Upper);
        }).QuickCheckThrowOnFailure();
}
