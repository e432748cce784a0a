using SmpInsights.Statistics.Survival;

namespace SmpInsights.Statistics.Tests.Survival;

public class CoxModelTests
{
    // Therneau and Grambsch 2000, appendix E.1: with r = exp(coef), log L = 2 coef - log(3r + 3) - log(r + 3) - log((r + 5) / 2), so r³ = 23 r + 30.
    [Fact]
    public void Six_subjects_with_ties_by_hand()
    {
        CoxFit fit = CoxModel.Fit([9, 1, 1, 6, 6, 8], [true, true, false, true, true, false], SurvivalSamples.Column([0, 1, 1, 1, 0, 0]))!;
        double r = 2 * Math.Sqrt(23.0 / 3) * Math.Cos(Math.Acos(45.0 / 23 * Math.Sqrt(3.0 / 23)) / 3);
        Near.Equal(Math.Log(r), fit.Coefficients[0]);
        Near.Equal(1.6768574855882, fit.Coefficients[0]);
        Near.Equal(1 / Math.Sqrt(r / Math.Pow(r + 1, 2) + 3 * r / Math.Pow(r + 3, 2) + 5 * r / Math.Pow(r + 5, 2)), fit.StandardError(0), 1e-8);
        Near.Equal(-Math.Log(72), fit.NullLogLikelihood);
        Near.Equal(2 * Math.Log(r) - Math.Log(3 * r + 3) - Math.Log(r + 3) - Math.Log((r + 5) / 2), fit.LogLikelihood);
        Assert.Equal((6, 4), (fit.Subjects, fit.Events));
    }

    // log L = 2 coef - log(2r + 2) - log(r + 2) - log(r + 1): r² = r + 4.
    [Fact]
    public void Four_subjects_without_ties_by_hand()
    {
        CoxFit fit = CoxModel.Fit([1, 2, 3, 4], [true, true, true, true], SurvivalSamples.Column([1, 0, 1, 0]))!;
        double r = (1 + Math.Sqrt(17)) / 2;
        Near.Equal(Math.Log(r), fit.Coefficients[0]);
        Near.Equal(1 / (2 * r / Math.Pow(r + 1, 2) + 2 * r / Math.Pow(r + 2, 2)), fit.Covariance[0, 0], 1e-8);
        Near.Equal(-Math.Log(24), fit.NullLogLikelihood);
    }

    [Fact]
    public void Everyone_failing_at_once_tells_groups_not_apart() =>
        Near.Equal(0.0, CoxModel.Fit([1, 1, 1, 1], [true, true, true, true], SurvivalSamples.Column([1, 0, 1, 0]))!.Coefficients[0]);

    // Its variance, about 1e315, is no number.
    [Fact]
    public void A_covariate_too_small_to_have_a_variance_is_not_estimable()
    {
        CoxFit fit = CoxModel.Fit([1, 1, 1, 1], [true, true, true, true], SurvivalSamples.Column([1e-157, 0, 1e-157, 0]))!;
        Assert.Null(fit.Coefficients[0]);
        Assert.Equal(0, fit.Covariance[0, 0]);
    }

    // R: coxph(Surv(w, r) ~ g, control = coxph.control(eps = 1e-11, toler.chol = 1e-13))
    [Fact]
    public void Freireichs_trial()
    {
        var s = SurvivalSamples.Freireich;
        CoxFit fit = CoxModel.Fit(s.Times, s.Events, s.Covariates)!;
        Near.Equal(1.57212514882907, fit.Coefficients[0]);
        Near.Equal(0.412396717709455, fit.StandardError(0));
        Near.Equal(-93.1842699968477, fit.NullLogLikelihood);
        Near.Equal(-85.0084245773717, fit.LogLikelihood);
        Near.Equal(1.57212514882907 / 0.412396717709455, fit.Z(0));
        Near.Ratio(0.000137753761986765, fit.P(0)!.Value, 1e-8);
        Assert.True(fit.Converged);
    }

    // R: coxph(Surv(futime, fustat) ~ age + ecog.ps + strata(rx), ovarian)
    [Fact]
    public void Ovarian_cancer_stratified_by_treatment()
    {
        var s = SurvivalSamples.Ovarian;
        CoxFit fit = CoxModel.Fit(s.Times, s.Events, s.Covariates, s.Strata)!;
        Near.Equal(0.138527850776011, fit.Coefficients[0], 1e-8);
        Near.Equal(-0.0966974259040211, fit.Coefficients[1], 1e-8);
        Near.Equal(0.0480141486521814, fit.StandardError(0), 1e-8);
        Near.Equal(0.629942701624137, fit.StandardError(1), 1e-8);
        Near.Equal(-26.908872679813, fit.NullLogLikelihood);
        Near.Equal(-20.5526897777745, fit.LogLikelihood);
    }

    [Fact]
    public void A_group_without_events_is_not_estimable_and_leaves_the_others_as_without_it()
    {
        double[] times = [1, 2, 3, 4, 5, 2.5, 4.5];
        bool[] events = [true, true, true, true, false, false, false];
        CoxFit fit = CoxModel.Fit(times, events, SurvivalSamples.Columns([0, 1, 0, 1, 0, 0, 0], [0, 0, 0, 0, 0, 1, 1]))!;
        CoxFit without = CoxModel.Fit(times.AsSpan(0, 5), events.AsSpan(0, 5), SurvivalSamples.Column([0, 1, 0, 1, 0]))!;
        Assert.Null(fit.Coefficients[1]);
        Assert.Null(fit.StandardError(1));
        Assert.Null(fit.P(1));
        Assert.Equal(0, fit.Covariance[1, 1]);
        Near.Equal(without.Coefficients[0], fit.Coefficients[0], 1e-7);
        Near.Equal(without.StandardError(0), fit.StandardError(0), 1e-7);
    }

    [Fact]
    public void Complete_separation_is_not_estimable() =>
        Assert.Null(CoxModel.Fit([1, 2, 3, 4, 5, 6], [true, true, true, true, true, true], SurvivalSamples.Column([1, 1, 1, 0, 0, 0]))!.Coefficients[0]);

    [Fact]
    public void A_column_that_others_explain_is_not_estimable()
    {
        var s = SurvivalSamples.Freireich;
        double[] placebo = [.. s.Covariates.Cast<double>()];
        CoxFit fit = CoxModel.Fit(s.Times, s.Events, SurvivalSamples.Columns(placebo, [.. placebo.Select(v => 1 - v)], [.. placebo.Select(_ => 7.0)]))!;
        Near.Equal(1.57212514882907, fit.Coefficients[0]);
        Assert.Null(fit.Coefficients[1]);
        Assert.Null(fit.Coefficients[2]);
    }

    [Fact]
    public void A_covariate_constant_within_strata_is_not_estimable()
    {
        CoxFit fit = CoxModel.Fit([1, 2, 3, 1, 2, 3], [true, true, true, true, false, true], SurvivalSamples.Columns([0.1, 0.1, 0.1, 0.7, 0.7, 0.7], [1, 0, 1, 0, 1, 0]), [1, 1, 1, 2, 2, 2])!;
        Assert.Null(fit.Coefficients[0]);
        Assert.NotNull(fit.Coefficients[1]);
    }

    [Fact]
    public void A_far_covariate_changes_nothing_by_its_distance()
    {
        var s = SurvivalSamples.Freireich;
        double[] placebo = [.. s.Covariates.Cast<double>()];
        Near.Equal(1.57212514882907, CoxModel.Fit(s.Times, s.Events, SurvivalSamples.Column([.. placebo.Select(v => v + 1e6)]))!.Coefficients[0], 1e-8);
    }

    [Fact]
    public void All_censored_and_nobody_are_no_fit()
    {
        Assert.Null(CoxModel.Fit([1, 2], [false, false], SurvivalSamples.Column([0, 1])));
        Assert.Null(CoxModel.Fit([], [], new double[0, 1]));
    }

    [Fact]
    public void A_time_of_zero_is_a_time_like_any_other() =>
        Near.Equal(
            CoxModel.Fit([1, 2, 3, 4, 1], [true, true, true, true, false], SurvivalSamples.Column([1, 0, 1, 0, 0]))!.Coefficients[0],
            CoxModel.Fit([0, 2, 3, 4, 0], [true, true, true, true, false], SurvivalSamples.Column([1, 0, 1, 0, 0]))!.Coefficients[0]);

    [Fact]
    public void Neither_order_nor_unit_of_time_matters() => Properties.Hold<Tuple<byte, bool, byte>[]>(subjects =>
    {
        var s = SurvivalSamples.Of(subjects);
        var back = s.Reversed();
        CoxFit? fit = CoxModel.Fit(s.Times, s.Events, s.Covariates, s.Strata);
        CoxFit? other = CoxModel.Fit([.. back.Times.Select(t => t * 3.7)], back.Events, back.Covariates, back.Strata);
        if (fit is null || other is null)
            return fit is null && other is null;
        return SurvivalSamples.Same(fit.LogLikelihood, other.LogLikelihood)
            && Enumerable.Range(0, 2).All(j => Alike(fit, j, other, j, 1));
    });

    [Fact]
    public void Another_reference_group_changes_signs_alone() => Properties.Hold<Tuple<byte, bool, byte>[]>(subjects =>
    {
        var s = SurvivalSamples.Of(subjects);
        double[] one = [.. subjects.Select(u => u.Item3 % 3 == 0 ? 0.0 : 1)];
        CoxFit? fit = CoxModel.Fit(s.Times, s.Events, SurvivalSamples.Column(one), s.Strata);
        CoxFit? other = CoxModel.Fit(s.Times, s.Events, SurvivalSamples.Column([.. one.Select(v => 1 - v)]), s.Strata);
        return fit is null ? other is null : SurvivalSamples.Same(fit.LogLikelihood, other!.LogLikelihood) && Alike(fit, 0, other, 0, -1);
    });

    [Fact]
    public void Unequal_lengths_and_impossible_values_are_refused()
    {
        Assert.Throws<ArgumentException>(() => CoxModel.Fit([1, 2], [true], new double[2, 1]));
        Assert.Throws<ArgumentException>(() => CoxModel.Fit([1, 2], [true, true], new double[3, 1]));
        Assert.Throws<ArgumentException>(() => CoxModel.Fit([1, 2], [true, true], new double[2, 1], [1]));
        Assert.Throws<ArgumentException>(() => CoxModel.Fit([1, -2], [true, true], new double[2, 1]));
        Assert.Throws<ArgumentException>(() => CoxModel.Fit([1, 2], [true, true], SurvivalSamples.Column([0, double.NaN])));
    }

    /// <summary>Alike unless the likelihood is so flat that rounding decides where the search ends.</summary>
    private static bool Alike(CoxFit fit, int j, CoxFit other, int k, double sign) =>
        fit.StandardError(j) is not < 30 || (SurvivalSamples.Same(sign * fit.Coefficients[j], other.Coefficients[k], 1e-5) && SurvivalSamples.Same(fit.P(j), other.P(k), 1e-5));
}
