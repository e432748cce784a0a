using SmpInsights.Statistics.Survival;

namespace SmpInsights.Statistics.Tests.Survival;

public class MedianTests
{
    [Fact]
    public void Median_is_the_first_time_below_one_half() =>
        Assert.Equal(6, KaplanMeier.Fit([1, 6, 6, 9], [true, true, true, true]).Median.Value);

    [Fact]
    public void Median_is_the_midpoint_of_a_flat_piece_at_one_half() =>
        Assert.Equal(4, KaplanMeier.Fit([1, 3, 5, 6], [true, true, true, true]).Median.Value);

    [Fact]
    public void A_flat_piece_that_nothing_follows_reaches_to_the_last_time() =>
        Assert.Equal(4.5, KaplanMeier.Fit([1, 3, 5, 6], [true, true, false, false]).Median.Value);

    // A product such as 9/10 · 8/9 · 7/8 · 6/7 · 5/6 is not always one half as a binary number.
    [Fact]
    public void Rounding_does_not_hide_a_flat_piece()
    {
        for (int n = 2; n <= 200; n += 2)
        {
            double[] times = [.. Enumerable.Range(1, n)];
            bool[] events = [.. times.Select(_ => true)];
            Assert.Equal((n + 1) / 2.0, KaplanMeier.Fit(times, events).Median.Value);
        }
    }

    // R: conf.int = 0.61916... puts the lower limit of 3/4 at exactly one half.
    [Fact]
    public void A_limit_at_one_half_that_ends_in_no_limit_is_not_reached()
    {
        const double level = 0.6191663250165802;
        Assert.Null(KaplanMeier.Fit([1, 2, 2, 2], [true, true, true, true], level).Median.Lower);
        Assert.Equal(1.5, KaplanMeier.Fit([1, 2, 2, 2], [true, false, false, false], level).Median.Lower);
    }

    // R: quantile(survfit(Surv(c(1,2,3,4), c(1,1,0,0)) ~ 1, conf.type = "log-log"), .5)
    [Fact]
    public void Limits_are_read_from_the_curves_of_the_limits() =>
        Assert.Equal(new MedianTime(3, 1, null), KaplanMeier.Fit([1, 2, 3, 4], [true, true, false, false]).Median);

    [Fact]
    public void A_curve_above_one_half_has_no_median() =>
        Assert.Null(KaplanMeier.Fit([1, 2, 3], [true, false, false]).Median.Value);

    [Fact]
    public void Without_events_nothing_is_reached() =>
        Assert.Equal(new MedianTime(null, null, null), KaplanMeier.Fit([1, 2, 3], [false, false, false]).Median);

    // R: survfit(Surv(c(1,2,2,2), c(0,1,1,1)) ~ 1): the curve drops from 1 to 0, where there are no limits.
    [Fact]
    public void A_drop_from_one_to_zero_has_a_median_without_limits() =>
        Assert.Equal(new MedianTime(2, null, null), KaplanMeier.Fit([1, 2, 2, 2], [false, true, true, true]).Median);
}
