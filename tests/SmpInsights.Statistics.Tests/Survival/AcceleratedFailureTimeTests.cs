using SmpInsights.Statistics.Survival;

namespace SmpInsights.Statistics.Tests.Survival;

public class AcceleratedFailureTimeTests
{
    // R: s <- survreg(Surv(w, r) ~ g, dist, control = survreg.control(rel.tolerance = 1e-12)); coef(s), s$scale, s$loglik[2], sqrt(diag(vcov(s)))
    [Theory]
    [InlineData(FailureTimeDistribution.Weibull, 3.51568694649582, -1.26733458741908, 0.732194404083985, -106.579491581564, 0.251781019724644, 0.310639935975678, 0.147291882577643)]
    [InlineData(FailureTimeDistribution.Lognormal, 3.17196770216275, -1.34684668200875, 0.923868779820971, -106.704622354482, 0.243980444586293, 0.316497884328964, 0.132323657799726)]
    [InlineData(FailureTimeDistribution.Loglogistic, 3.15815396331274, -1.26546338488874, 0.546553330402144, -107.661417159926, 0.248362882096828, 0.325661257993232, 0.150122059485684)]
    public void Freireichs_trial(FailureTimeDistribution distribution, double intercept, double placebo, double scale, double logLikelihood, double interceptError, double placeboError, double logScaleError)
    {
        FailureTimeFit fit = Fit(distribution, SurvivalSamples.Freireich)!;
        Near.Equal(intercept, fit.Intercept, 1e-8);
        Near.Equal(placebo, fit.Coefficients[0], 1e-8);
        Near.Equal(scale, fit.Scale, 1e-8);
        Near.Equal(logLikelihood, fit.LogLikelihood);
        Near.Equal(6 - 2 * logLikelihood, fit.Aic);
        Near.Equal(interceptError, Math.Sqrt(fit.Covariance[0, 0]), 1e-7);
        Near.Equal(placeboError, Math.Sqrt(fit.Covariance[1, 1]), 1e-7);
        Near.Equal(logScaleError, Math.Sqrt(fit.Covariance[2, 2]), 1e-7);
    }

    // R: survreg(Surv(w, r) ~ 1)
    [Fact]
    public void Without_covariates()
    {
        FailureTimeFit fit = Fit(FailureTimeDistribution.Weibull, SurvivalSamples.Freireich with { Covariates = new double[42, 0] })!;
        Near.Equal(2.88502368260569, fit.Intercept, 1e-8);
        Near.Equal(0.876560694337856, fit.Scale, 1e-8);
        Near.Equal(-116.405406979648, fit.LogLikelihood);
        Near.Equal(4 + 2 * 116.405406979648, fit.Aic);
    }

    // Logarithms 0, 1, 2 and 1, 3, 5: means 1 and 3, squares about them 2 and 8, so scale² = 10/6.
    [Fact]
    public void Lognormal_without_censoring_is_least_squares()
    {
        double[] logs = [0, 1, 2, 1, 3, 5];
        FailureTimeFit fit = AcceleratedFailureTime.Fit(FailureTimeDistribution.Lognormal, [.. logs.Select(Math.Exp)], [true, true, true, true, true, true], SurvivalSamples.Column([0, 0, 0, 1, 1, 1]))!;
        Near.Equal(1, fit.Intercept);
        Near.Equal(2, fit.Coefficients[0]);
        Near.Equal(Math.Sqrt(10.0 / 6), fit.Scale);
        Near.Equal(-3 * Math.Log(2 * Math.PI * 10 / 6) - 3 - 12, fit.LogLikelihood);
        Near.Equal(1.0 / 12, fit.Covariance[2, 2]);
    }

    [Theory]
    [InlineData(FailureTimeDistribution.Weibull)]
    [InlineData(FailureTimeDistribution.Lognormal)]
    [InlineData(FailureTimeDistribution.Loglogistic)]
    public void A_group_without_events_is_not_estimable(FailureTimeDistribution distribution)
    {
        var s = SurvivalSamples.Freireich;
        double[] placebo = [.. s.Covariates.Cast<double>()];
        double[] none = [.. placebo.Select((_, i) => i < 42 ? 0.0 : 1), 1, 1, 1];
        var extended = new SurvivalSamples([.. s.Times, 5, 9, 30], [.. s.Events, false, false, false], SurvivalSamples.Columns([.. placebo, 0, 0, 0], none), []);
        FailureTimeFit fit = Fit(distribution, extended)!;
        FailureTimeFit without = Fit(distribution, s)!;
        Assert.Null(fit.Coefficients[1]);
        Assert.Equal(0, fit.Covariance[2, 2]);
        Near.Equal(without.Intercept, fit.Intercept, 1e-7);
        Near.Equal(without.Coefficients[0], fit.Coefficients[0], 1e-7);
        Near.Equal(without.LogLikelihood, fit.LogLikelihood, 1e-7);

        // As reference level it takes the intercept along.
        FailureTimeFit reference = Fit(distribution, extended with { Covariates = SurvivalSamples.Columns([.. placebo.Select(v => 1 - v), 0, 0, 0], [.. placebo, 0, 0, 0]) })!;
        Assert.Null(reference.Intercept);
        Assert.Null(reference.Coefficients[0]);
        Near.Equal(without.Scale, reference.Scale, 1e-7);
    }

    [Fact]
    public void A_column_of_zeros_is_not_estimable()
    {
        var s = SurvivalSamples.Freireich;
        FailureTimeFit fit = Fit(FailureTimeDistribution.Weibull, s with { Covariates = SurvivalSamples.Columns([.. s.Covariates.Cast<double>()], new double[42]) })!;
        Near.Equal(-1.26733458741908, fit.Coefficients[0], 1e-8);
        Assert.Null(fit.Coefficients[1]);
    }

    // In such a unit the coefficient is 10^157 times as large, and its variance 10^314 times, beyond the largest number.
    [Theory]
    [InlineData(FailureTimeDistribution.Weibull)]
    [InlineData(FailureTimeDistribution.Lognormal)]
    [InlineData(FailureTimeDistribution.Loglogistic)]
    public void A_coefficient_whose_error_cannot_be_written_is_not_estimable(FailureTimeDistribution distribution)
    {
        var s = SurvivalSamples.Freireich;
        FailureTimeFit usual = Fit(distribution, s)!;
        FailureTimeFit fit = Fit(distribution, s with { Covariates = SurvivalSamples.Column([.. s.Covariates.Cast<double>().Select(v => v * 1e-157)]) })!;
        Assert.Null(fit.Coefficients[0]);
        Assert.Equal([0, 0, 0, 0, 0], new[] { (0, 1), (1, 0), (1, 1), (1, 2), (2, 1) }.Select(at => fit.Covariance[at.Item1, at.Item2]));
        Near.Equal(usual.Intercept, fit.Intercept, 1e-6);
        Near.Equal(usual.Scale, fit.Scale, 1e-6);
        foreach (var (a, b) in new[] { (0, 0), (0, 2), (2, 2) })
            Near.Equal(usual.Covariance[a, b], fit.Covariance[a, b], 1e-6);
    }

    // Their difference is 10^-166, its square no number.
    [Fact]
    public void Covariates_that_differ_in_their_last_digit_are_fitted_or_not_without_a_fault()
    {
        double[] close = [1e-150, Math.BitIncrement(1e-150), 1e-150, Math.BitIncrement(1e-150), 1e-150];
        foreach (var distribution in Enum.GetValues<FailureTimeDistribution>())
        {
            FailureTimeFit fit = AcceleratedFailureTime.Fit(distribution, [1, 2, 3, 5, 8], [true, false, true, false, false], SurvivalSamples.Columns(close, [0, 1, 0, 1, 0]))!;
            Assert.Equal([null, null], fit.Coefficients);
            Assert.True(double.IsFinite(fit.Scale));
        }
    }

    [Theory]
    [InlineData(FailureTimeDistribution.Weibull)]
    [InlineData(FailureTimeDistribution.Lognormal)]
    [InlineData(FailureTimeDistribution.Loglogistic)]
    public void No_event_and_an_exact_fit_are_no_fit(FailureTimeDistribution distribution)
    {
        Assert.Null(AcceleratedFailureTime.Fit(distribution, [1, 2], [false, false], new double[2, 0]));
        Assert.Null(AcceleratedFailureTime.Fit(distribution, [], [], new double[0, 0]));
        Assert.Null(AcceleratedFailureTime.Fit(distribution, [2, 2, 1], [true, true, false], new double[3, 0]));
    }

    [Theory]
    [InlineData(FailureTimeDistribution.Weibull)]
    [InlineData(FailureTimeDistribution.Lognormal)]
    [InlineData(FailureTimeDistribution.Loglogistic)]
    public void Order_changes_nothing_and_the_unit_of_time_the_intercept_alone(FailureTimeDistribution distribution) => Properties.Hold<Tuple<byte, bool, byte>[]>(subjects =>
    {
        var s = SurvivalSamples.Of(subjects);
        var back = s.Reversed();
        FailureTimeFit? fit = Fit(distribution, s);
        FailureTimeFit? other = Fit(distribution, back with { Times = [.. back.Times.Select(t => t * 365.25)] });
        if (fit is null || other is null)
            return fit is null && other is null;
        return SurvivalSamples.Same(fit.Scale, other.Scale)
            && SurvivalSamples.Same(fit.Intercept + Math.Log(365.25), other.Intercept, 1e-5)
            && fit.Coefficients.Zip(other.Coefficients).All(c => SurvivalSamples.Same(c.First, c.Second, 1e-5))
            && SurvivalSamples.Same(fit.LogLikelihood - s.Events.Count(e => e) * Math.Log(365.25), other.LogLikelihood);
    });

    [Fact]
    public void Impossible_values_are_refused()
    {
        Assert.Throws<ArgumentException>(() => AcceleratedFailureTime.Fit(FailureTimeDistribution.Weibull, [0, 1], [true, true], new double[2, 0]));
        Assert.Throws<ArgumentException>(() => AcceleratedFailureTime.Fit(FailureTimeDistribution.Weibull, [1, 2], [true, true], new double[1, 0]));
        Assert.Throws<ArgumentException>(() => AcceleratedFailureTime.Fit(FailureTimeDistribution.Weibull, [1], [true], SurvivalSamples.Column([double.PositiveInfinity])));
    }

    private static FailureTimeFit? Fit(FailureTimeDistribution distribution, SurvivalSamples s) => AcceleratedFailureTime.Fit(distribution, s.Times, s.Events, s.Covariates);
}
