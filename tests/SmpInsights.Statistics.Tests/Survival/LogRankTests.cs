using SmpInsights.Statistics.Survival;

namespace SmpInsights.Statistics.Tests.Survival;

public class LogRankTests
{
    [Fact]
    public void No_event_is_no_test() => Assert.Null(LogRank.Test([1, 2], [false, false], [0, 1]));

    [Fact]
    public void One_group_is_no_test() => Assert.Null(LogRank.Test([1, 2], [true, true], [5, 5]));

    [Fact]
    public void Nobody_is_no_test() => Assert.Null(LogRank.Test([], [], []));

    [Fact]
    public void Strata_that_hold_one_group_each_compare_nothing() =>
        Assert.Null(LogRank.Test([1, 2, 3, 4], [true, true, true, true], [0, 0, 1, 1], [7, 7, 8, 8]));

    // The third group leaves before the first event, so nothing is expected of it.
    [Fact]
    public void A_group_without_expected_events_costs_no_degree_of_freedom()
    {
        LogRankResult test = LogRank.Test([1, 2, 3, 4, 5], [false, true, true, true, false], [3, 1, 2, 1, 2])!;
        Assert.Equal(1, test.DegreesOfFreedom);
        Assert.Equal([1, 2, 3], test.Groups);
        Assert.Equal(0, test.Expected[2]);
    }

    // Two pairs of groups that never meet are two tests, whose statistics add up
    [Fact]
    public void Groups_that_meet_in_no_stratum_are_compared_where_they_do()
    {
        LogRankResult first = LogRank.Test([1, 2, 3, 4], [true, true, true, false], [0, 1, 0, 1])!;
        LogRankResult second = LogRank.Test([1, 2, 5, 6, 7], [true, true, true, true, true], [2, 2, 3, 3, 2])!;
        LogRankResult both = LogRank.Test([1, 2, 3, 4, 1, 2, 5, 6, 7], [true, true, true, false, true, true, true, true, true], [0, 1, 0, 1, 2, 2, 3, 3, 2], [0, 0, 0, 0, 1, 1, 1, 1, 1])!;
        Near.Equal(first.ChiSquared + second.ChiSquared, both.ChiSquared);
        Assert.Equal(2, both.DegreesOfFreedom);

        // A group alone in its stratum adds events and expectations, no comparison.
        LogRankResult alone = LogRank.Test([1, 2, 3, 4, 1, 2], [true, true, true, false, true, true], [0, 1, 0, 1, 2, 2], [0, 0, 0, 0, 1, 1])!;
        Near.Equal(first.ChiSquared, alone.ChiSquared);
        Assert.Equal(1, alone.DegreesOfFreedom);
        Assert.Equal(2, alone.Expected[2]);
    }

    [Fact]
    public void Events_and_expectations_have_the_same_sum() => Properties.Hold<Tuple<byte, bool, byte>[]>(subjects =>
    {
        LogRankResult? test = LogRank.Test(
            subjects.Select(s => (double)(s.Item1 % 20)).ToArray(), subjects.Select(s => s.Item2).ToArray(), subjects.Select(s => s.Item3 % 3).ToArray());
        return test is null || (Math.Abs(test.Observed.Sum() - test.Expected.Sum()) < 1e-9 && test.ChiSquared >= 0 && test.P is >= 0 and <= 1);
    });

    [Fact]
    public void Neither_the_order_nor_the_unit_of_time_nor_the_names_of_groups_matter() => Properties.Hold<Tuple<byte, bool, byte>[]>(subjects =>
    {
        double[] times = subjects.Select(s => (double)(s.Item1 % 20)).ToArray();
        bool[] events = subjects.Select(s => s.Item2).ToArray();
        int[] group = subjects.Select(s => s.Item3 % 3).ToArray();
        LogRankResult? test = LogRank.Test(times, events, group);
        LogRankResult? other = LogRank.Test(
            times.Select(t => t * 3.7).Reverse().ToArray(), events.Reverse().ToArray(), group.Select(g => -10 * g).Reverse().ToArray());
        return (test is null && other is null)
            || (Math.Abs(test!.ChiSquared - other!.ChiSquared) < 1e-9 * Math.Max(1, test.ChiSquared) && test.DegreesOfFreedom == other.DegreesOfFreedom);
    });

    [Fact]
    public void Unequal_lengths_are_refused()
    {
        Assert.Throws<ArgumentException>(() => LogRank.Test([1, 2], [true, true], [0]));
        Assert.Throws<ArgumentException>(() => LogRank.Test([1, 2], [true], [0, 1]));
        Assert.Throws<ArgumentException>(() => LogRank.Test([1, 2], [true, true], [0, 1], [1]));
    }
}
