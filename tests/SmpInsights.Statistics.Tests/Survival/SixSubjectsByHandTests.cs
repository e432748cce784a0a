using SmpInsights.Statistics.Survival;

namespace SmpInsights.Statistics.Tests.Survival;

/// <summary>The six subjects of the worked example in T. Therneau's R package survival (tests/book1.R), here with the fractions of the Kaplan-Meier curve.</summary>
public class SixSubjectsByHandTests
{
    private static readonly double[] Times = [9, 1, 1, 6, 6, 8];
    private static readonly bool[] Events = [true, true, false, true, true, false];
    private static readonly int[] Group = [0, 1, 1, 1, 0, 0];
    private readonly SurvivalCurve curve = KaplanMeier.Fit(Times, Events);

    [Fact]
    public void Each_distinct_time_has_its_counts()
    {
        Assert.Equal(6, curve.Subjects);
        Assert.Equal(4, curve.Events);
        Assert.Equal(31, curve.PersonTime);
        Assert.Equal([1, 6, 8, 9], curve.Times);
        Assert.Equal([6, 4, 2, 1], curve.AtRisk);
        Assert.Equal([1, 2, 0, 1], curve.EventsAt);
        Assert.Equal([1, 0, 1, 0], curve.CensoredAt);
    }

    [Fact]
    public void The_curve_is_a_product_of_fractions()
    {
        Near.Equal(5.0 / 6, curve.Survival[0], 1e-15);
        Near.Equal(5.0 / 12, curve.Survival[1], 1e-15);
        Near.Equal(5.0 / 12, curve.Survival[2], 1e-15);
        Assert.Equal(0, curve.Survival[3]);
    }

    [Fact]
    public void Greenwoods_error_is_a_sum_of_fractions()
    {
        Near.Equal(5.0 / 6 * Math.Sqrt(1.0 / 30), curve.StandardError[0]);
        Near.Equal(5.0 / 12 * Math.Sqrt(1.0 / 30 + 1.0 / 4), curve.StandardError[1]);
        Assert.Null(curve.StandardError[3]);
        Assert.Null(curve.Lower[3]);
        Assert.Null(curve.Upper[3]);
    }

    [Fact]
    public void The_restricted_mean_is_the_area_of_three_rectangles()
    {
        RestrictedMean mean = curve.RestrictedMean(9);
        Near.Equal(77.0 / 12, mean.Value);
        Near.Equal(Math.Sqrt(65.0 / 12 * (65.0 / 12) / 30 + 25.0 / 16 / 4), mean.StandardError);
    }

    [Fact]
    public void A_horizon_inside_a_flat_piece_cuts_its_rectangle()
    {
        RestrictedMean mean = curve.RestrictedMean(7);
        Near.Equal(1 + 25.0 / 6 + 5.0 / 12, mean.Value);
        Near.Equal(Math.Sqrt(55.0 / 12 * (55.0 / 12) / 30 + 25.0 / 144 / 4), mean.StandardError);
    }

    [Fact]
    public void A_horizon_before_the_first_time_is_its_own_mean() => Assert.Equal(new RestrictedMean(0.5, 0), curve.RestrictedMean(0.5));

    [Fact]
    public void Read_between_before_and_beyond_the_times()
    {
        Assert.Equal(new SurvivalPoint(1, 0, null, null, 6), curve.At(0));
        Assert.Equal(6, curve.At(1).AtRisk);
        Assert.Equal(4, curve.AtRiskAt(1.5));
        Near.Equal(5.0 / 12, curve.At(7).Survival);
        Assert.Equal(2, curve.AtRiskAt(7));
        Assert.Equal(new SurvivalPoint(0, null, null, null, 0), curve.At(100));
    }

    [Fact]
    public void The_log_rank_test_of_two_groups_is_two()
    {
        LogRankResult test = LogRank.Test(Times, Events, Group)!;
        Assert.Equal([0, 1], test.Groups);
        Assert.Equal([2, 2], test.Observed);
        Near.Equal(3, test.Expected[0]);
        Near.Equal(1, test.Expected[1]);
        Near.Equal(2, test.ChiSquared);
        Assert.Equal(1, test.DegreesOfFreedom);
        Near.Equal(0.157299207050285, test.P);
    }
}
