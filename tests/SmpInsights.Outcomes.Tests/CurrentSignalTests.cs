using SmpInsights.Outcomes.Time;
using SmpInsights.Outcomes.Watching;
using SmpInsights.Statistics.ControlCharts;

namespace SmpInsights.Outcomes.Tests;

/// <summary>Which signals of a series are a month's, which of them are news, and since when they stand.</summary>
public sealed class CurrentSignalTests
{
    private static readonly ReportMonth First = new(2024, 1);

    /// <summary>24 months going 9, 11 (mean 10, mean range 2: limits 4.68 and 15.32), then these.</summary>
    private static IReadOnlyList<CurrentSignal> After(params double[] later)
    {
        var values = Enumerable.Range(0, 24).Select(i => i % 2 == 0 ? 9.0 : 11).Concat(later).Select(v => MonthValue.Of(v)).ToList();
        return CurrentSignal.Of(WatchedSeries.Of(WatchedMeasures.Sessions, First, values), First.Add(values.Count - 1));
    }

    [Fact]
    public void A_month_outside_is_news_in_its_month_and_the_next_and_then_stands()
    {
        Assert.Empty(After(12));
        Assert.Equal([new CurrentSignal(SignalRule.Outside, 1, SignalMeaning.Improvement, new(2026, 1), new(2026, 1))], After(20));
        Assert.True(After(20)[0].IsNews(new(2026, 1)));
        Assert.True(After(20, 20)[0].IsNews(new(2026, 2)));
        Assert.False(After(20, 20, 20)[0].IsNews(new(2026, 3)));
        Assert.Equal(new ReportMonth(2026, 1), After(20, 20, 20)[0].Since);
    }

    [Fact]
    public void What_is_over_is_not_the_month_s() => Assert.Empty(After(20, 9));

    [Fact]
    public void A_month_within_the_limits_does_not_end_a_stretch_that_a_run_bridges() =>
        Assert.Equal([new CurrentSignal(SignalRule.Outside, 1, SignalMeaning.Improvement, new(2025, 12), new(2026, 1))], After(20, 12, 12, 12, 12, 12, 20, 20)); // the run began with the baseline's last month

    [Fact]
    public void A_run_is_noticed_in_its_seventh_month_and_counts_from_its_first()
    {
        Assert.Empty(After(9, 9.5, 9, 9.5, 9, 9.5));
        Assert.Equal([new CurrentSignal(SignalRule.Run, -1, SignalMeaning.Concern, new(2026, 1), new(2026, 7))], After(9, 9.5, 9, 9.5, 9, 9.5, 9));
        Assert.False(After(9, 9.5, 9, 9.5, 9, 9.5, 9, 9.5, 9)[0].IsNews(new(2026, 9)));
    }

    [Fact]
    public void A_trend_against_the_side_stands_beside_it_and_one_with_it_does_not()
    {
        Assert.Equal([SignalRule.Outside, SignalRule.Trend], After(30, 29, 28, 27, 26, 25, 24).Select(s => s.Rule));
        Assert.Equal([SignalRule.Outside], After(16, 17, 18, 19, 20, 21, 22).Select(s => s.Rule));
    }
}
