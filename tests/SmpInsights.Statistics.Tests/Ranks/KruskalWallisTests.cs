using SmpInsights.Statistics.Ranks;

namespace SmpInsights.Statistics.Tests.Ranks;

public class KruskalWallisTests
{
    [Fact]
    public void Three_and_three_apart_by_hand()
    {
        // Ranks 1 2 3 | 4 5 6: H = 12/(6·7) (6²/3 + 15²/3) − 3·7 = 27/7
        KruskalWallisResult test = KruskalWallis.Test([10, 20, 30, 40, 50, 60], [1, 1, 1, 2, 2, 2])!;
        Near.Equal(27.0 / 7, test.H);
        Assert.Equal(1, test.DegreesOfFreedom);
        Near.Equal(0.0495346134356268, test.P);
    }

    [Fact]
    public void Ties_by_hand()
    {
        // Ranks 1 3 3 | 3 5½ 5½: 12/42 (7²/3 + 14²/3) − 21 = 7/3, over 1 − (24 + 6)/210 = 6/7
        Near.Equal(49.0 / 18, KruskalWallis.Test([1, 2, 2, 2, 3, 3], [1, 1, 1, 2, 2, 2])!.H);
    }

    // Mucociliary efficiency: M. Hollander and D. A. Wolfe 1973, p. 115, the example of R's kruskal.test (H = 0.77143, p = 0.68)
    [Fact]
    public void Mucociliary_efficiency_agrees_with_the_book()
    {
        KruskalWallisResult test = KruskalWallis.Test(
            [2.9, 3.0, 2.5, 2.6, 3.2, 3.8, 2.7, 4.0, 2.4, 2.8, 3.4, 3.7, 2.2, 2.0],
            [0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 2])!;
        Near.Equal(0.771428571428572, test.H);
        Near.Equal(0.679964773578894, test.P);
    }

    // kruskal.test(Ozone ~ Month, data = airquality)
    [Fact]
    public void Ozone_by_month_agrees_with_R()
    {
        KruskalWallisResult test = KruskalWallis.Test([.. Ozone.Months.SelectMany(m => m)], [.. Ozone.Months.SelectMany((m, i) => m.Select(_ => i))])!;
        Near.Equal(29.2665763061169, test.H);
        Assert.Equal(4, test.DegreesOfFreedom);
        Near.Ratio(6.90071411854678e-06, test.P, 1e-9);
    }

    [Fact]
    public void Two_values_are_a_test()
    {
        // Ranks 1 | 2: 12/(2·3) (1 + 4) − 9 = 1
        Near.Equal(1, KruskalWallis.Test([7, 8], [0, 1])!.H);
    }

    [Fact]
    public void No_value_one_group_or_all_equal_are_no_test()
    {
        Assert.Null(KruskalWallis.Test([], []));
        Assert.Null(KruskalWallis.Test([1, 2, 3], [5, 5, 5]));
        Assert.Null(KruskalWallis.Test([4, 4, 4, 4], [1, 1, 2, 3]));
    }

    [Fact]
    public void Nonsense_is_refused()
    {
        Assert.Throws<ArgumentException>(() => KruskalWallis.Test([1, 2], [1]));
        Assert.Throws<ArgumentException>(() => KruskalWallis.Test([1, double.NaN], [1, 2]));
    }

    [Fact]
    public void Order_group_codes_and_monotone_scales_do_not_matter() => Properties.Hold((byte[] bytes) =>
    {
        double[] values = [.. bytes.Select(b => b % 7.0)];
        int[] group = [.. bytes.Select(b => b / 7 % 3)];
        KruskalWallisResult? test = KruskalWallis.Test(values, group);
        KruskalWallisResult? other = KruskalWallis.Test([.. values.Reverse().Select(v => v * v * v + 100)], [.. group.Reverse().Select(g => 40 - g)]);
        return test is null ? other is null : other is not null && Math.Abs(test.H - other.H) <= 1e-9 * (1 + test.H) && test.H >= 0;
    });

    [Fact]
    public void Two_groups_are_the_uncorrected_Mann_Whitney_test_squared() => Properties.Hold((byte[] a, byte[] b) =>
    {
        double[] first = [.. a.Select(x => x % 5.0)];
        double[] second = [.. b.Select(x => x % 6.0)];
        KruskalWallisResult? test = KruskalWallis.Test([.. first, .. second], [.. first.Select(_ => 0), .. second.Select(_ => 1)]);
        if (test is null)
            return first.Length == 0 || second.Length == 0 || first.Concat(second).Distinct().Count() == 1;
        double n = first.Length + second.Length;
        double ties = first.Concat(second).GroupBy(x => x).Sum(g => Math.Pow(g.Count(), 3) - g.Count());
        double variance = first.Length * second.Length / 12.0 * (n + 1 - ties / (n * (n - 1)));
        double z2 = Math.Pow(MannWhitney.Test(first, second)!.U - first.Length * second.Length / 2.0, 2) / variance;
        return Math.Abs(test.H - z2) <= 1e-9 * (1 + z2);
    });
}
