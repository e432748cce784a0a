using SmpInsights.Statistics.Ordinal;
using SmpInsights.Statistics.Tests.Survival;

namespace SmpInsights.Statistics.Tests.Ordinal;

public class ProportionalOddsTests
{
    // R: rnorm and rlogis rounded; five categories, two covariates, 18 clusters
    private static readonly double[] X1 = [1.2, -0.6, 1.8, -1.3, -0.4, 0.6, -2.9, -0.9, -0.5, -0.6, 0, -0.2, -0.6, 1.3, -1.5, -0.4, 1, 0, -0.1, 0.4, 0.2, -0.1, 0.7, 0.4, -0.2, -1.5, -0.6, -1.1, -2.5, -0.6, -0.2, 1.6, 1.6, 1.1, -1.1, -1.9, -0.9, 1.2, 0.1, 0.4];
    private static readonly double[] X2 = [0, 1, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 0, 0, 1, 1, 0, 1, 0, 1, 1, 1, 1, 1, 0, 0, 1, 1, 0, 1, 0, 0, 1, 0];
    private static readonly int[] Y = [4, 1, 4, 2, 1, 1, 1, 2, 4, 1, 1, 2, 4, 5, 1, 5, 4, 1, 1, 2, 3, 4, 2, 1, 4, 3, 1, 3, 2, 1, 3, 4, 3, 3, 1, 1, 1, 2, 2, 4];
    private static readonly int[] Clusters = [6, 3, 16, 8, 3, 8, 4, 5, 1, 6, 8, 23, 25, 16, 5, 22, 21, 21, 1, 5, 8, 16, 21, 2, 16, 10, 22, 2, 4, 24, 21, 10, 24, 19, 9, 11, 15, 8, 3, 25];

    /// <summary>Satisfaction of 1681 residents of Copenhagen (Madsen 1976), <c>housing</c> of R's MASS: low, medium, high within low, medium, high influence, within tower, apartment, atrium, terrace, within low, high contact.</summary>
    private static readonly int[] Housing =
    [
        21, 21, 28, 34, 22, 36, 10, 11, 36, 61, 23, 17, 43, 35, 40, 26, 18, 54, 13, 9, 10, 8, 8, 12, 6, 7, 9, 18, 6, 7, 15, 13, 13, 7, 5, 11,
        14, 19, 37, 17, 23, 40, 3, 5, 23, 78, 46, 43, 48, 45, 86, 15, 25, 62, 20, 23, 20, 10, 22, 24, 7, 10, 21, 57, 23, 13, 31, 21, 13, 5, 6, 13,
    ];

    // Venables and Ripley 2002, section 7.3, to the digits printed there; beyond them R: polr(Sat ~ Infl + Type + Cont, weights = Freq, data = housing, control = list(reltol = 1e-16)),
    // the errors from the complex-step derivative of the score at its maximum, since polr's own are from differences
    [Fact]
    public void Housing_in_Copenhagen()
    {
        int[] cell = [.. Housing.SelectMany((n, i) => Enumerable.Repeat(i, n))];
        double[] Level(int size, int per, int level) => [.. cell.Select(c => c / per % size == level ? 1.0 : 0)];
        double[,] x = SurvivalSamples.Columns(Level(3, 3, 1), Level(3, 3, 2), Level(4, 9, 1), Level(4, 9, 2), Level(4, 9, 3), Level(2, 36, 1));
        ProportionalOddsFit fit = ProportionalOdds.Fit([.. cell.Select(c => c % 3)], x)!;
        Assert.Equal(1681, fit.Rows);
        Assert.Equal([0.566, 1.289, -0.572, -0.366, -1.091, 0.360], fit.Coefficients.Select(c => Math.Round(c!.Value, 3)));
        Assert.Equal([0.105, 0.127, 0.119, 0.155, 0.151, 0.096], fit.StandardErrors.Select(e => Math.Round(e!.Value, 3)));
        Assert.Equal([-0.496, 0.691], fit.Thresholds.Select(t => Math.Round(t!.Value, 3)));
        Assert.Equal(3479.149, -2 * fit.LogLikelihood, 3);

        double[] coefficients = [0.5663937379059281, 1.288819110372256, -0.5723500020419789, -0.3661863706889509, -1.091014658969603, 0.3602840045691294];
        double[] errors = [0.1046527813640076, 0.12715614456774, 0.1192380085965937, 0.1551733320187932, 0.1514860185609605, 0.09553579500237283];
        for (int j = 0; j < 6; j++)
        {
            Near.Equal(coefficients[j], fit.Coefficients[j]);
            Near.Equal(errors[j], fit.StandardErrors[j]);
        }
        Near.Equal(-0.4961351381970939, fit.Thresholds[0]);
        Near.Equal(0.6907082592631476, fit.Thresholds[1]);
        Near.Equal(0.1248472428774541, fit.ThresholdErrors[0]);
        Near.Equal(0.1254719378496522, fit.ThresholdErrors[1]);
        Near.Equal(-1739.574649529475, fit.LogLikelihood);
        Near.Equal(567 * Math.Log(567.0 / 1681) + 446 * Math.Log(446.0 / 1681) + 668 * Math.Log(668.0 / 1681), fit.NullLogLikelihood);
        Near.Equal(2 * (1824.438810522819 - 1739.574649529475), fit.LikelihoodRatio!.Value.ChiSquared);
        Assert.Equal(6, fit.LikelihoodRatio!.Value.DegreesOfFreedom);
        Assert.True(fit.Converged);
    }

    // R: polr(factor(y) ~ x1 + x2), errors as above; the sandwich V M V with M the crossproduct of rowsum(score, cluster)
    [Fact]
    public void Forty_rows_in_clusters()
    {
        ProportionalOddsFit fit = ProportionalOdds.Fit(Y, SurvivalSamples.Columns(X1, X2), Clusters)!;
        Near.Equal(0.8152583500632019, fit.Coefficients[0]);
        Near.Equal(0.4860054333822093, fit.Coefficients[1]);
        Near.Equal(0.299418307977653, fit.StandardErrors[0]);
        Near.Equal(0.6066347688283384, fit.StandardErrors[1]);
        Near.Equal(0.208312238020969, fit.ClusteredErrors[0]);
        Near.Equal(0.5546675786106643, fit.ClusteredErrors[1]);
        double[] thresholds = [-0.49193325888247, 0.463083990263021, 1.247778373893176, 3.379029253632813];
        double[] errors = [0.4563095274572027, 0.4603389392493383, 0.4958677300087513, 0.8150754057009302];
        for (int k = 0; k < 4; k++)
        {
            Near.Equal(thresholds[k], fit.Thresholds[k]);
            Near.Equal(errors[k], fit.ThresholdErrors[k]);
        }
        Near.Equal(-54.18255552056572, fit.LogLikelihood);
        Near.Equal(-58.38702044207142, fit.NullLogLikelihood);
        Near.Equal(0.8152583500632019 / 0.299418307977653, fit.Z(0));
        Near.Ratio(0.006472980490331575, fit.P(0)!.Value, 1e-8);
    }

    // The log odds ratio of a 2×2 table and its error (B. Woolf 1955, Ann Hum Genet 19, 251-253): 7 of 10 against 8 of 20.
    [Fact]
    public void Two_categories_and_two_groups_are_an_odds_ratio()
    {
        int[] y = [.. Enumerable.Repeat(1, 7), .. Enumerable.Repeat(0, 3), .. Enumerable.Repeat(1, 8), .. Enumerable.Repeat(0, 12)];
        double[] x = [.. Enumerable.Repeat(1.0, 10), .. Enumerable.Repeat(0.0, 20)];
        ProportionalOddsFit fit = ProportionalOdds.Fit(y, SurvivalSamples.Column(x), [.. Enumerable.Range(0, 30)])!;
        Near.Equal(Math.Log(7.0 * 12 / (3 * 8)), fit.Coefficients[0]);
        Near.Equal(Math.Sqrt(1.0 / 7 + 1.0 / 3 + 1.0 / 8 + 1.0 / 12), fit.StandardErrors[0]);
        Near.Equal(Math.Log(12.0 / 8), fit.Thresholds[0]);
        Near.Equal(Math.Sqrt(1.0 / 12 + 1.0 / 8), fit.ThresholdErrors[0]);
        Near.Equal(15 * Math.Log(0.5) * 2, fit.NullLogLikelihood);
        Near.Equal(7 * Math.Log(0.7) + 3 * Math.Log(0.3) + 8 * Math.Log(0.4) + 12 * Math.Log(0.6), fit.LogLikelihood);
        Near.Equal(fit.StandardErrors[0], fit.ClusteredErrors[0]); // a saturated model is true whatever the truth
    }

    [Fact]
    public void Without_covariates_thresholds_are_log_odds_of_shares()
    {
        ProportionalOddsFit fit = ProportionalOdds.Fit([1, 1, 2, 2, 2, 5], new double[6, 0])!;
        Assert.Equal([1, 2, 5], fit.Categories);
        Near.Equal(Math.Log(2.0 / 4), fit.Thresholds[0]);
        Near.Equal(Math.Log(5.0 / 1), fit.Thresholds[1]);
        Near.Equal(fit.NullLogLikelihood, fit.LogLikelihood);
        Assert.Null(fit.LikelihoodRatio);
    }

    [Fact]
    public void Categories_nobody_has_do_not_exist()
    {
        double[,] x = SurvivalSamples.Columns(X1, X2);
        ProportionalOddsFit fit = ProportionalOdds.Fit(Y, x)!;
        ProportionalOddsFit apart = ProportionalOdds.Fit([.. Y.Select(y => 100 * y * y)], x)!;
        Near.Equal(fit.Coefficients[0], apart.Coefficients[0]);
        Assert.Equal(4, apart.Thresholds.Length);
    }

    [Fact]
    public void One_category_too_few_rows_and_nobody_are_no_fit()
    {
        Assert.Null(ProportionalOdds.Fit([3, 3, 3, 3], SurvivalSamples.Column([1, 2, 3, 4])));
        Assert.Null(ProportionalOdds.Fit([1, 2, 1, 2], SurvivalSamples.Columns([1, 2, 3, 5], [2, 1, 0, 0], [0, 1, 1, 0])));
        Assert.Null(ProportionalOdds.Fit([], new double[0, 1]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public void A_covariate_that_separates_the_categories_is_not_estimable(double unit)
    {
        ProportionalOddsFit fit = ProportionalOdds.Fit([1, 1, 2, 2, 3, 3], SurvivalSamples.Column([.. new double[] { 1, 2, 3, 4, 5, 6 }.Select(v => v * unit)]))!;
        Assert.Null(fit.Coefficients[0]);
        Assert.Null(fit.StandardErrors[0]);
        Assert.Null(fit.P(0));
        Assert.Equal([null, null], fit.Thresholds);
        Near.Equal(0.0, fit.LogLikelihood, 1e-9);
        Assert.True(fit.LikelihoodRatio!.Value.P < 0.01);
    }

    [Fact]
    public void A_group_all_at_the_top_is_not_estimable_and_leaves_the_others_as_without_it()
    {
        double[,] with = SurvivalSamples.Columns([.. X1, -0.3, 1, 2], [.. X2.Select(_ => 0.0), 1, 1, 1]);
        ProportionalOddsFit fit = ProportionalOdds.Fit([.. Y, 5, 5, 5], with, [.. Clusters, 30, 31, 32])!;
        ProportionalOddsFit without = ProportionalOdds.Fit(Y, SurvivalSamples.Column(X1), Clusters)!;
        Assert.Null(fit.Coefficients[1]);
        Near.Equal(without.Coefficients[0], fit.Coefficients[0], 1e-8);
        Near.Equal(without.StandardErrors[0], fit.StandardErrors[0], 1e-8);
        Near.Equal(without.ClusteredErrors[0], fit.ClusteredErrors[0], 1e-8);
        Near.Equal(without.Thresholds[1], fit.Thresholds[1], 1e-8);
        Near.Equal(without.ThresholdErrors[1], fit.ThresholdErrors[1], 1e-8);
        Near.Equal(without.LogLikelihood, fit.LogLikelihood, 1e-8);

        // As reference level the group takes the thresholds along.
        ProportionalOddsFit reference = ProportionalOdds.Fit([.. Y, 5, 5, 5], SurvivalSamples.Columns([.. X1, -0.3, 1, 2], [.. X2.Select(_ => 1.0), 0, 0, 0]))!;
        Near.Equal(without.Coefficients[0], reference.Coefficients[0], 1e-8);
        Assert.Equal([null, null, null, null, null], [reference.Coefficients[1], .. reference.Thresholds]);
    }

    [Fact]
    public void A_constant_and_a_covariate_that_others_explain_are_not_estimable()
    {
        ProportionalOddsFit fit = ProportionalOdds.Fit(Y, SurvivalSamples.Columns([.. X1.Select(_ => 7.0)], X1, X2, [.. X1.Select((v, i) => 2 * v - X2[i] + 3)]))!;
        ProportionalOddsFit without = ProportionalOdds.Fit(Y, SurvivalSamples.Columns(X1, X2))!;
        Assert.Null(fit.Coefficients[0]);
        Assert.Null(fit.Coefficients[3]);
        Near.Equal(without.Coefficients[0], fit.Coefficients[1]);
        Near.Equal(without.Coefficients[1], fit.Coefficients[2]);
        Near.Equal(without.Thresholds[3], fit.Thresholds[3]);
        Assert.Equal(2, fit.LikelihoodRatio!.Value.DegreesOfFreedom);
    }

    [Fact]
    public void A_far_covariate_moves_the_thresholds_alone()
    {
        ProportionalOddsFit fit = ProportionalOdds.Fit(Y, SurvivalSamples.Column(X1))!;
        ProportionalOddsFit far = ProportionalOdds.Fit(Y, SurvivalSamples.Column([.. X1.Select(v => v + 1e5)]))!;
        Near.Equal(fit.Coefficients[0], far.Coefficients[0], 1e-8);
        Near.Equal(fit.StandardErrors[0], far.StandardErrors[0], 1e-8);
        Near.Equal(fit.Thresholds[0] + 1e5 * fit.Coefficients[0], far.Thresholds[0], 1e-8);
    }

    [Fact]
    public void Neither_order_nor_units_matter_and_the_other_end_of_the_scale_turns_signs() => Properties.Hold<Tuple<byte, byte, byte>[]>(rows =>
    {
        int[] y = [.. rows.Select(r => r.Item1 % 4)];
        double[] a = [.. rows.Select(r => (double)r.Item2)];
        double[] b = [.. rows.Select(r => (double)(r.Item3 % 2))];
        ProportionalOddsFit? fit = ProportionalOdds.Fit(y, SurvivalSamples.Columns(a, b), [.. y.Select((_, i) => i % 3)]);
        ProportionalOddsFit? back = ProportionalOdds.Fit([.. y.Reverse()], SurvivalSamples.Columns([.. a.Reverse().Select(v => v / 8)], [.. b.Reverse()]), [.. y.Select((_, i) => i % 3).Reverse()]);
        ProportionalOddsFit? turned = ProportionalOdds.Fit([.. y.Select(v => -v)], SurvivalSamples.Columns(a, b));
        if (fit is null || back is null || turned is null)
            return fit is null && back is null && turned is null;
        return SurvivalSamples.Same(8 * fit.Coefficients[0], back.Coefficients[0])
            && SurvivalSamples.Same(8 * fit.StandardErrors[0], back.StandardErrors[0])
            && SurvivalSamples.Same(fit.Coefficients[1], back.Coefficients[1])
            && SurvivalSamples.Same(fit.ClusteredErrors[1], back.ClusteredErrors[1])
            && SurvivalSamples.Same(-fit.Coefficients[0], turned.Coefficients[0])
            && SurvivalSamples.Same(-fit.Coefficients[1], turned.Coefficients[1])
            && SurvivalSamples.Same(fit.StandardErrors[1], turned.StandardErrors[1])
            && fit.Thresholds.Reverse().Zip(turned.Thresholds).All(t => SurvivalSamples.Same(-t.First, t.Second))
            && SurvivalSamples.Same(fit.LogLikelihood, turned.LogLikelihood);
    });

    // One covariate: the likelihood rises for ever just where nobody of a lower category lies above one of a higher, or nobody below.
    [Fact]
    public void Just_what_separates_is_not_estimable() => Properties.Hold<Tuple<byte, byte>[]>(rows =>
    {
        int[] y = [.. rows.Select(r => r.Item1 % 3)];
        int[] x = [.. rows.Select(r => r.Item2 % 5)];
        if (ProportionalOdds.Fit(y, SurvivalSamples.Column([.. x.Select(v => (double)v)])) is not { } fit)
            return true;
        var signs = new HashSet<int>();
        for (int i = 0; i < y.Length; i++)
        {
            for (int j = 0; j < y.Length; j++)
            {
                if (y[i] < y[j])
                    signs.Add(Math.Sign(x[j] - x[i]));
            }
        }
        return fit.Coefficients[0] is not null == (signs.Contains(1) && signs.Contains(-1));
    });

    // In such a unit the coefficient is 10^310 times as large, no number any more.
    [Fact]
    public void A_coefficient_too_large_to_write_is_not_estimable_and_the_thresholds_are()
    {
        ProportionalOddsFit fit = ProportionalOdds.Fit(Y, SurvivalSamples.Columns([.. X1.Select(v => v * 1e-310)], X2), Clusters)!;
        ProportionalOddsFit usual = ProportionalOdds.Fit(Y, SurvivalSamples.Columns(X1, X2), Clusters)!;
        Assert.Equal((null, null, null), (fit.Coefficients[0], fit.StandardErrors[0], fit.ClusteredErrors[0]));
        Assert.Equal((null, null), (fit.Z(0), fit.P(0)));
        Near.Equal(usual.Coefficients[1], fit.Coefficients[1], 1e-8);
        Near.Equal(usual.ClusteredErrors[1], fit.ClusteredErrors[1], 1e-8);
        Near.Equal(usual.Thresholds[0], fit.Thresholds[0], 1e-8);
        Near.Equal(usual.ThresholdErrors[0], fit.ThresholdErrors[0], 1e-8);
    }

    [Fact]
    public void Unequal_lengths_and_impossible_values_are_refused()
    {
        Assert.Throws<ArgumentException>(() => ProportionalOdds.Fit([1, 2, 3], new double[2, 1]));
        Assert.Throws<ArgumentException>(() => ProportionalOdds.Fit([1, 2], new double[2, 1], [1]));
        Assert.Throws<ArgumentException>(() => ProportionalOdds.Fit([1, 2, 1], SurvivalSamples.Column([0, double.NaN, 1])));
        Assert.Throws<ArgumentException>(() => ProportionalOdds.Fit([1, 2, 1], SurvivalSamples.Column([0, -1.1e100, 1])));
    }
}
