using SmpInsights.Statistics.Survival;

namespace SmpInsights.Statistics.Tests.Survival;

/// <summary>Likelihoods that rise for ever: what runs away is not estimable, however small it still is when the search ends, and the rest is right.</summary>
public class SeparationTests
{
    /// <summary>Those with a above b fail first, those with a below b never: a − b runs to infinity, a + b and x do not.</summary>
    private static readonly SurvivalSamples TwoTogether = new(
        [44, 35, 26, 47, 22, 31, 1, 2, 3, 4, 5, 6, 39, 49, 44, 41, 50, 49, 16, 13, 45, 28, 22, 39],
        SurvivalSamples.Marks("111111111111000000111011"),
        SurvivalSamples.Columns(
            [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1],
            [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
            [0, 5, 1, 6, 0, 0, 5, 4, 5, 5, 4, 5, 0, 3, 2, 2, 3, 2, 6, 2, 7, 4, 0, 0]),
        []);

    // R: coxph(Surv(t, e) ~ a + b + x), which warns "Loglik converged before variable 1,2"
    [Fact]
    public void Two_coefficients_that_run_away_together()
    {
        CoxFit fit = Cox(TwoTogether);
        Assert.Null(fit.Coefficients[0]);
        Assert.Null(fit.Coefficients[1]);
        Near.Equal(-0.196946134508865, fit.Coefficients[2], 1e-8);
        Near.Equal(0.130739517044690, fit.StandardError(2), 1e-8);
        Near.Equal(-23.1874973386249, fit.LogLikelihood);
    }

    // R: cox.zph(coxph(Surv(t, e) ~ a + b + x), transform = "km")
    [Fact]
    public void What_runs_away_does_not_spoil_the_test_of_proportional_hazards()
    {
        var s = TwoTogether;
        ProportionalHazardsResult result = ProportionalHazards.Test(Cox(s), s.Times, s.Events, s.Covariates, [0, 1, 2]);
        Assert.Null(result.Terms[0]);
        Assert.Null(result.Terms[1]);
        Near.Equal(0.758392850366953, result.Terms[2]!.Value.ChiSquared, 1e-6);
        Near.Equal(0.817731754354817, result.Global!.Value.ChiSquared, 1e-6);
        Assert.Null(ProportionalHazards.Test(CoxModel.Fit([1, 2, 3, 4], [true, true, false, false], SurvivalSamples.Column([1, 1, 0, 0]))!, [1, 2, 3, 4], [true, true, false, false], SurvivalSamples.Column([1, 1, 0, 0]), [0]).Global);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(1e4)]
    public void A_covariate_that_orders_the_events_is_not_estimable_in_any_unit(double unit)
    {
        var s = SurvivalSamples.Freireich;
        double[] early = [.. s.Times.Select(t => -t * unit)];
        CoxFit fit = Cox(s with { Covariates = SurvivalSamples.Columns(early, [.. s.Covariates.Cast<double>()]) });
        Assert.Null(fit.Coefficients[0]);
        Assert.Null(fit.P(0));
    }

    // Between neighbours the order is told by a ten-thousandth of the reach: the risks of the last are beyond numbers beside that of the first.
    [Fact]
    public void A_fine_order_is_followed_to_its_end()
    {
        CoxFit fit = CoxModel.Fit([1, 2, 3, 4, 5, 6], [true, true, true, true, true, true], SurvivalSamples.Column([1e6, 500, 400, 300, 200, 100]))!;
        Assert.Null(fit.Coefficients[0]);
        Assert.InRange(fit.LogLikelihood, -1e-3, 0);
    }

    [Fact]
    public void Columns_that_explain_each_other_run_away_as_one()
    {
        var s = SurvivalSamples.Freireich;
        double[] placebo = [.. s.Covariates.Cast<double>(), 0, 0, 0];
        double[] none = [.. s.Times.Select(_ => 0.0), 0.1, 0.1, 0.1];
        CoxFit fit = Cox(new([.. s.Times, 40, 41, 42], [.. s.Events, false, false, false], SurvivalSamples.Columns(placebo, none, [.. none.Select((v, i) => 3 * v + 0.7 * placebo[i])]), []));
        Assert.Equal([null, null], fit.Coefficients[1..]);
        Near.Equal(1.57212514882907, fit.Coefficients[0], 1e-8);
    }

    // The likelihood of the two at risk rises in a alone, by log(1 + e^-a); b is told by the third and fourth.
    [Fact]
    public void A_stratum_that_one_group_has_to_itself_says_nothing()
    {
        double[] times = [1, 2, 3, 4, 1, 2];
        bool[] events = [true, true, true, true, true, true];
        CoxFit fit = CoxModel.Fit(times, events, SurvivalSamples.Columns([0, 0, 0, 0, 1, 1], [1, 0, 1, 0, 0, 0]), [1, 1, 1, 1, 2, 2])!;
        Assert.Null(fit.Coefficients[0]);
        Near.Equal(Math.Log((1 + Math.Sqrt(17)) / 2), fit.Coefficients[1]);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(300)]
    public void A_group_without_events_leaves_the_rest_alone_however_large_the_sample(int copies)
    {
        var s = SurvivalSamples.Freireich;
        SurvivalSamples Copied(double[] group, double[] none, double[] times, bool[] events) => new(
            [.. Enumerable.Range(0, copies).SelectMany(_ => times)],
            [.. Enumerable.Range(0, copies).SelectMany(_ => events)],
            SurvivalSamples.Columns([.. Enumerable.Range(0, copies).SelectMany(_ => group)], [.. Enumerable.Range(0, copies).SelectMany(_ => none)]),
            []);
        double[] placebo = [.. s.Covariates.Cast<double>()];

        // Reference level without events: both others run away against it, their difference does not.
        CoxFit fit = Cox(Copied([.. placebo, 0], [.. placebo.Select(v => 1 - v), 0], [.. s.Times, 50], [.. s.Events, false]));
        Assert.Null(fit.Coefficients[0]);
        Assert.Null(fit.Coefficients[1]);
        CoxFit other = Cox(Copied([.. placebo, 0], [.. placebo.Select(_ => 0.0), 1], [.. s.Times, 50], [.. s.Events, false]));
        CoxFit without = Cox(Copied(placebo, [.. placebo.Select(_ => 0.0)], s.Times, s.Events));
        Assert.Null(other.Coefficients[1]);
        Near.Equal(without.Coefficients[0], other.Coefficients[0], 1e-8);
        Near.Equal(without.StandardError(0), other.StandardError(0), 1e-8);
        Near.Equal(without.LogLikelihood, other.LogLikelihood);
        foreach (FailureTimeDistribution distribution in Enum.GetValues<FailureTimeDistribution>())
        {
            var t = Copied([.. placebo, 0], [.. placebo.Select(v => 1 - v), 0], [.. s.Times, 50], [.. s.Events, false]);
            FailureTimeFit aft = AcceleratedFailureTime.Fit(distribution, t.Times, t.Events, t.Covariates)!;
            Assert.Equal([null, null, null], (double?[])[aft.Intercept, .. aft.Coefficients]);
        }
    }

    [Theory]
    [InlineData(FailureTimeDistribution.Weibull)]
    [InlineData(FailureTimeDistribution.Lognormal)]
    [InlineData(FailureTimeDistribution.Loglogistic)]
    public void One_censored_subject_among_many_makes_its_group_not_estimable(FailureTimeDistribution distribution)
    {
        const int many = 5_000;
        double[] times = [.. Enumerable.Range(0, many).Select(i => 1.0 + i % 97), 3];
        bool[] events = [.. Enumerable.Range(0, many).Select(i => i % 3 > 0), false];
        double[] own = new double[many + 1];
        own[many] = 1;
        FailureTimeFit fit = AcceleratedFailureTime.Fit(distribution, times, events, SurvivalSamples.Column(own))!;
        FailureTimeFit without = AcceleratedFailureTime.Fit(distribution, times.AsSpan(0, many), events.AsSpan(0, many), new double[many, 0])!;
        Assert.Null(fit.Coefficients[0]);
        Near.Equal(without.Intercept, fit.Intercept, 1e-8);
        Near.Equal(without.Scale, fit.Scale, 1e-8);
    }

    // Half of 20 against one of 20000: the first step overshoots to where nothing is known.
    [Fact]
    public void A_rare_event_is_still_an_event()
    {
        const int many = 20_000;
        double[] times = [.. Enumerable.Repeat(1.0, 20), .. Enumerable.Repeat(1.0, many)];
        bool[] events = [.. Enumerable.Repeat(true, 10), .. Enumerable.Repeat(false, 10), true, .. Enumerable.Repeat(false, many - 1)];
        double[] group = [.. Enumerable.Repeat(0.0, 20), .. Enumerable.Repeat(1.0, many)];
        CoxFit fit = Cox(new(times, events, SurvivalSamples.Column(group), []));
        Assert.InRange(fit.Coefficients[0]!.Value, -11, -9);
        Assert.InRange(fit.StandardError(0)!.Value, 1, 1.2);
    }

    [Fact]
    public void Just_what_recedes_is_not_estimable_in_Cox() => Properties.Hold<Tuple<byte, bool, byte>[]>(subjects =>
    {
        var s = Crossed(subjects);
        if (CoxModel.Fit(s.Times, s.Events, s.Covariates, s.Strata) is not { } fit)
            return !s.Events.Contains(true);
        var differences = new List<int[]>();
        for (int i = 0; i < s.Times.Length; i++)
        {
            for (int j = 0; j < s.Times.Length; j++)
            {
                if (s.Events[i] && s.Strata[i] == s.Strata[j] && s.Times[j] >= s.Times[i])
                    differences.Add([(int)(s.Covariates[i, 0] - s.Covariates[j, 0]), (int)(s.Covariates[i, 1] - s.Covariates[j, 1])]);
            }
        }
        return Estimable(2, [], differences).Zip(fit.Coefficients).All(c => c.First == c.Second is not null);
    });

    [Theory]
    [InlineData(FailureTimeDistribution.Weibull)]
    [InlineData(FailureTimeDistribution.Lognormal)]
    [InlineData(FailureTimeDistribution.Loglogistic)]
    public void Just_what_recedes_is_not_estimable_in_failure_times(FailureTimeDistribution distribution) => Properties.Hold<Tuple<byte, bool, byte>[]>(subjects =>
    {
        // Each time once more, far later: with times close together a maximum there is can be too flat to be found.
        var s = Crossed([.. subjects, .. subjects]);
        s = s with { Times = [.. s.Times.Select((t, i) => i < subjects.Length ? t : 1000 * t)] };
        if (AcceleratedFailureTime.Fit(distribution, s.Times, s.Events, s.Covariates) is not { } fit)
            return true;
        int[][] rows = [.. s.Times.Select((_, i) => (int[])[1, (int)s.Covariates[i, 0], (int)s.Covariates[i, 1]])];
        return Estimable(3, [.. rows.Where((_, i) => s.Events[i])], [.. rows.Where((_, i) => !s.Events[i])]).Zip([fit.Intercept, .. fit.Coefficients]).All(c => c.First == c.Second is not null);
    });

    /// <summary>Few subjects with two crossed factors of two levels, so that separation of every kind is common.</summary>
    private static SurvivalSamples Crossed(Tuple<byte, bool, byte>[] subjects) => new(
        [.. subjects.Select(s => 1.0 + s.Item1 % 12)],
        [.. subjects.Select(s => s.Item2)],
        SurvivalSamples.Columns([.. subjects.Select(s => (double)(s.Item3 % 2))], [.. subjects.Select(s => (double)(s.Item3 / 2 % 2))]),
        [.. subjects.Select(s => s.Item3 / 4 % 4 / 3)]);

    /// <summary>
    /// By trial of every direction with small whole parts: one recedes when no row of <paramref name="above"/> is below 0 in it and every row of <paramref name="level"/> is 0. Estimable is what the rows that the most
    /// receding of them leaves at 0 tell. A column that those before it explain is set aside first.
    /// </summary>
    private static bool[] Estimable(int size, List<int[]> level, List<int[]> above)
    {
        int[][] rows = [.. level, .. above];
        bool[] informed = [.. Enumerable.Range(0, size).Select(j => Rank(rows, j + 1) > Rank(rows, j))];
        var directions = new List<int[]> { new int[size] };
        for (int j = 0; j < size; j++)
            directions = [.. directions.SelectMany(d => Enumerable.Range(-3, informed[j] ? 7 : 1).Select(v => (int[])[.. d[..j], informed[j] ? v : 0, .. d[(j + 1)..]]))];
        int[] most = directions.Where(d => level.TrueForAll(r => Dot(d, r) == 0) && above.TrueForAll(r => Dot(d, r) >= 0)).MaxBy(d => above.Count(r => Dot(d, r) > 0))!;
        int[][] left = [.. rows.Where(r => Dot(most, r) == 0).Select(r => (int[])[.. r.Select((v, j) => informed[j] ? v : 0)])];
        int rank = Rank(left, size);
        return [.. Enumerable.Range(0, size).Select(j => informed[j] && Rank([.. left, [.. Enumerable.Range(0, size).Select(k => k == j ? 1 : 0)]], size) == rank)];
    }

    private static int Dot(int[] a, int[] b) => a.Zip(b, (x, y) => x * y).Sum();

    private static int Rank(int[][] rows, int columns)
    {
        var left = rows.Select(r => r.Select(v => (double)v).ToArray()).ToList();
        int rank = 0;
        for (int j = 0; j < columns; j++)
        {
            if (left.Find(r => Math.Abs(r[j]) > 1e-9) is not { } pivot)
                continue;
            left.Remove(pivot);
            foreach (double[] row in left)
            {
                double share = row[j] / pivot[j];
                for (int k = 0; k < row.Length; k++)
                    row[k] -= share * pivot[k];
            }
            rank++;
        }
        return rank;
    }

    private static CoxFit Cox(SurvivalSamples s) => CoxModel.Fit(s.Times, s.Events, s.Covariates, s.Strata)!;
}
