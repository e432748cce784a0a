using SmpInsights.Statistics.Ranks;

namespace SmpInsights.Statistics.Tests.Ranks;

public class MannWhitneyTests
{
    [Fact]
    public void Three_and_three_apart_by_hand()
    {
        // U = 0 of 9, variance 3·3·7/12 = 21/4, z = (4½ − ½) / √(21/4); p = erfc(4 / √10.5)
        MannWhitneyResult test = MannWhitney.Test([1, 2, 3], [4, 5, 6])!;
        Assert.Equal(0, test.U);
        Assert.Equal(-1, test.CliffsDelta);
        Near.Equal(0.0808555983700523, test.P);
    }

    [Fact]
    public void Ties_by_hand()
    {
        // Two of nine pairs tie: U = 1, delta = −7/9; variance 9/(12·6·5) (210 − 24 − 6) = 4½, z = √2; p = erfc(1)
        MannWhitneyResult test = MannWhitney.Test([1, 2, 2], [2, 3, 3])!;
        Assert.Equal(1, test.U);
        Near.Equal(-7.0 / 9, test.CliffsDelta);
        Near.Equal(0.157299207050285, test.P);
    }

    // Permeability of human chorioamnion: M. Hollander and D. A. Wolfe 1973, p. 69, the example of R's wilcox.test (W = 35)
    [Fact]
    public void Permeability_agrees_with_R()
    {
        MannWhitneyResult test = MannWhitney.Test([0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46], [1.15, 0.88, 0.90, 0.74, 1.21])!;
        Assert.Equal(35, test.U);
        Near.Equal(0.244623605126983, test.P);
    }

    // wilcox.test(Ozone ~ Month, airquality, Month %in% c(5, 8), exact = FALSE); mean(sign(outer(x, y, "-")))
    [Fact]
    public void Ozone_of_two_months_agrees_with_R()
    {
        MannWhitneyResult test = MannWhitney.Test(Ozone.Months[0], Ozone.Months[3])!;
        Assert.Equal(127.5, test.U);
        Near.Equal(1.20807830768774e-04, test.P);
        Near.Equal(-0.622781065088757, test.CliffsDelta);
    }

    // wilcox.test(1:400, (1:400) + 300, exact = FALSE)
    [Fact]
    public void A_far_tail_keeps_its_digits()
    {
        double[] first = [.. Enumerable.Range(1, 400).Select(i => (double)i)];
        Near.Ratio(1.49092994843433e-116, MannWhitney.Test(first, [.. first.Select(x => x + 300)])!.P!.Value, 1e-9);
    }

    [Fact]
    public void Samples_that_balance_have_p_1()
    {
        Assert.Equal(1, MannWhitney.Test([1, 4], [2, 3])!.P);
        Assert.Equal(0, MannWhitney.Test([1, 4], [2, 3])!.CliffsDelta);
    }

    [Fact]
    public void All_tied_has_no_p_and_no_difference()
    {
        MannWhitneyResult test = MannWhitney.Test([3, 3, 3], [3, 3])!;
        Assert.Null(test.P);
        Assert.Equal(0, test.CliffsDelta);
    }

    [Fact]
    public void An_empty_sample_is_no_test()
    {
        Assert.Null(MannWhitney.Test([], [1, 2]));
        Assert.Null(MannWhitney.Test([1, 2], []));
        Assert.Null(MannWhitney.Test([], []));
    }

    [Fact]
    public void Nonsense_is_refused() => Assert.Throws<ArgumentException>(() => MannWhitney.Test([1, double.PositiveInfinity], [2]));

    [Fact]
    public void Delta_counts_the_pairs_and_an_exchange_changes_only_its_sign() => Properties.Hold((byte[] a, byte[] b) =>
    {
        double[] first = [.. a.Select(x => x % 5.0)];
        double[] second = [.. b.Select(x => x % 6.0)];
        if (MannWhitney.Test(first, second) is not { } test)
            return first.Length == 0 || second.Length == 0;
        MannWhitneyResult turned = MannWhitney.Test([.. second.Reverse()], [.. first.Reverse()])!;
        double counted = first.Average(x => second.Average(y => Math.Sign(x - y)));
        return Math.Abs(test.CliffsDelta - counted) < 1e-12 && turned.CliffsDelta == -test.CliffsDelta && turned.P == test.P
            && test.P is null or (> 0 and <= 1) && turned.U + test.U == first.Length * second.Length;
    });
}
