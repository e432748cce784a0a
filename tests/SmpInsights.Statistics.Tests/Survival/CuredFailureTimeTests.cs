using MathNet.Numerics;
using SmpInsights.Statistics.Simulation;
using SmpInsights.Statistics.Survival;

namespace SmpInsights.Statistics.Tests.Survival;

public class CuredFailureTimeTests
{
    /// <summary>R: set.seed(5); g &lt;- rep(0:1, 30); y &lt;- round(exp(0.8 - 0.4*g + 0.35*rlogis(60)), 2); y[runif(60) &lt; .3] &lt;- Inf; cens &lt;- round(runif(60, 3, 9), 2).</summary>
    private static readonly SurvivalSamples Made = new(
        [
            1.37, 8.89, 5.16, 1.08, 1.05, 2.01, 2.31, 7.58, 4.34, 0.72, 1.58, 1.47, 3.11, 1.62, 5.29, 0.92, 3.61, 3.08, 2.4, 2.68,
            4.63, 2.08, 5.46, 8.4, 1.18, 7.34, 2.04, 4.81, 1.19, 4.35, 2.06, 0.57, 8.01, 0.45, 0.51, 1.47, 6.45, 1.71, 1.92, 1.29,
            3.75, 0.99, 3.24, 1.56, 5.47, 1.6, 5.94, 0.6, 3.57, 1.8, 4.43, 1.64, 5.28, 3.25, 4.91, 1.26, 1.53, 8.8, 1.36, 3.52,
        ],
        SurvivalSamples.Marks("101111100111010101111100101111110111011111011101110110011010"),
        SurvivalSamples.Column([.. Enumerable.Range(0, 60).Select(i => (double)(i % 2))]),
        []);

    /*
     * R: ev <- list(weibull = quote(z - exp(z)), lognormal = quote(-z^2/2 - log(2*pi)/2), loglogistic = quote(z - 2*log(1+exp(z))))
     *    sv <- list(weibull = quote(exp(-exp(z))), lognormal = quote(pnorm(-z)), loglogistic = quote(1/(1+exp(z)))); z <- quote((log(t) - m - b*g)/exp(s))
     *    le, lc <- the two of a distribution with z put in; v <- c("m", "b", "s", "h")
     *    E <- deriv3(bquote(-log(1+exp(h)) - s - log(t) + .(le)), v, c(v, "t", "g")); C <- deriv3(bquote(log(exp(h)/(1+exp(h)) + .(lc)/(1+exp(h)))), v, c(v, "t", "g"))
     *    p <- optim(c(0.8, 0, -1, -1), minus the sum of E over events and C over others)$par, then p <- p - solve(Hessian, gradient) until the gradient is below 1e-14; V <- solve(-Hessian)
     *    p, log-likelihood, sqrt(diag(V)), V["m", "h"], V["s", "h"]
     */
    [Theory]
    [InlineData(FailureTimeDistribution.Weibull, new[] { 1.28396239828, -0.593828621771, -0.511472449293, -1.27000561986 }, -96.2006393367, new[] { 0.18959263724, 0.231859184395, 0.125051279268, 0.400594368472 }, -0.0305936688068, -0.00762582693065)]
    [InlineData(FailureTimeDistribution.Lognormal, new[] { 0.957568265136, -0.541203133735, -0.379866942665, -1.29920626569 }, -94.0246749076, new[] { 0.184338079822, 0.228349378971, 0.133666865494, 0.420550802918 }, -0.0303160660569, -0.0188108979101)]
    [InlineData(FailureTimeDistribution.Loglogistic, new[] { 0.959993002963, -0.542327539158, -0.899392052294, -1.32446517436 }, -94.6322266846, new[] { 0.196595738567, 0.236686317557, 0.153236462022, 0.437023608725 }, -0.0346686696491, -0.0240850643657)]
    public void A_share_of_60_subjects_is_cured_as_in_R(FailureTimeDistribution distribution, double[] estimates, double logLikelihood, double[] errors, double interceptLogit, double scaleLogit)
    {
        FailureTimeFit fit = Fit(distribution, Made)!;
        double[] found = [fit.Intercept!.Value, fit.Coefficients[0]!.Value, Math.Log(fit.Scale), SpecialFunctions.Logit(fit.Cured!.Value)];
        for (int j = 0; j < 4; j++)
        {
            Assert.Equal(estimates[j], found[j], 1e-6 * errors[j]);
            Near.Equal(errors[j], Math.Sqrt(fit.Covariance[j, j]), 1e-6);
        }
        Near.Equal(interceptLogit, fit.Covariance[0, 3], 1e-6);
        Near.Equal(scaleLogit, fit.Covariance[3, 2], 1e-6);
        Near.Equal(logLikelihood, fit.LogLikelihood, 1e-10);
        Near.Equal(8 - 2 * logLikelihood, fit.Aic, 1e-10);
        Assert.True(fit.Aic < AcceleratedFailureTime.Fit(distribution, Made.Times, Made.Events, Made.Covariates)!.Aic);
    }

    // When those who fail do so long before anybody is lost sight of, the others are cured: the share and its binomial error, and the fit of the failed alone.
    [Theory]
    [InlineData(FailureTimeDistribution.Weibull)]
    [InlineData(FailureTimeDistribution.Lognormal)]
    [InlineData(FailureTimeDistribution.Loglogistic)]
    public void With_everyone_followed_for_long_the_share_is_that_without_the_event(FailureTimeDistribution distribution)
    {
        double[] failed = [.. Enumerable.Range(0, 40).Select(i => new FailureTimeCurve(distribution, 0, 0.5).TimeAt(-Math.Log(1 - (i + 0.5) / 40)))];
        FailureTimeFit fit = CuredFailureTime.Fit(distribution, [.. failed, .. Enumerable.Repeat(1e12, 10)], [.. failed.Select(_ => true), .. new bool[10]], new double[50, 0])!;
        FailureTimeFit alone = AcceleratedFailureTime.Fit(distribution, failed, [.. failed.Select(_ => true)], new double[40, 0])!;
        Near.Equal(0.2, fit.Cured, 1e-7);
        Near.Equal(1 / (50 * 0.2 * 0.8), fit.Covariance[2, 2], 1e-6);
        Near.Equal(alone.Intercept, fit.Intercept, 1e-6);
        Near.Equal(alone.Scale, fit.Scale, 1e-6);
        Near.Equal(alone.LogLikelihood + 40 * Math.Log(0.8) + 10 * Math.Log(0.2), fit.LogLikelihood);
    }

    // Both covariates say the same: the fit is that of one of them.
    [Fact]
    public void A_column_that_another_explains_has_no_coefficient()
    {
        double[] group = [.. Made.Covariates.Cast<double>()];
        FailureTimeFit one = Fit(FailureTimeDistribution.Lognormal, Made)!;
        FailureTimeFit both = Fit(FailureTimeDistribution.Lognormal, Made with { Covariates = SurvivalSamples.Columns(group, [.. group.Select(g => 1 - g)]) })!;
        Assert.Null(both.Coefficients[1]);
        Near.Equal(one.Coefficients[0], both.Coefficients[0], 1e-7);
        Near.Equal(one.Cured, both.Cured, 1e-7);
        Near.Equal(one.Covariance[3, 3], both.Covariance[4, 4], 1e-6);
        Near.Equal(one.Covariance[0, 2], both.Covariance[0, 3], 1e-6);
        Assert.All(Enumerable.Range(0, 5), j => Assert.Equal(0, both.Covariance[2, j]));
        double cured = FailureTimeParameters.Of(both).Curve([1, 0]).CumulativeHazard(double.PositiveInfinity);
        Near.Equal(-Math.Log(both.Cured!.Value), cured);
    }

    [Theory]
    [InlineData(FailureTimeDistribution.Weibull)]
    [InlineData(FailureTimeDistribution.Lognormal)]
    [InlineData(FailureTimeDistribution.Loglogistic)]
    public void Where_nobody_is_cured_there_is_no_fit(FailureTimeDistribution distribution)
    {
        Assert.Null(CuredFailureTime.Fit(distribution, [1, 2, 4, 8], [true, true, true, true], new double[4, 0]));
        Assert.Null(CuredFailureTime.Fit(distribution, [1, 2], [false, false], new double[2, 0]));
        Assert.Null(CuredFailureTime.Fit(distribution, [], [], new double[0, 0]));

        // All events at one time: the scale goes to 0.
        Assert.Null(CuredFailureTime.Fit(distribution, [2, 2, 5, 7], [true, true, false, false], new double[4, 0]));

        // A group without an event has no coefficient.
        Assert.Null(Fit(distribution, Made with { Covariates = SurvivalSamples.Column([.. Made.Events.Select((e, i) => !e && i % 3 == 0 ? 1.0 : 0)]) }));
    }

    [Theory]
    [InlineData(FailureTimeDistribution.Weibull)]
    [InlineData(FailureTimeDistribution.Lognormal)]
    [InlineData(FailureTimeDistribution.Loglogistic)]
    public void Order_changes_nothing_and_the_unit_of_time_the_intercept_alone(FailureTimeDistribution distribution)
    {
        int found = 0;
        for (int seed = 0; seed < 40; seed++)
        {
            SurvivalSamples s = Random(seed, distribution);
            var back = s.Reversed();
            FailureTimeFit? fit = Fit(distribution, s);
            FailureTimeFit? other = Fit(distribution, back with { Times = [.. back.Times.Select(t => t * 365.25)] });
            Assert.Equal(fit is null, other is null);
            if (fit is null)
                continue;
            found++;
            Assert.InRange(fit.Cured!.Value, double.Epsilon, Math.BitDecrement(1.0));
            double Error(int j) => 1e-5 * Math.Sqrt(fit.Covariance[j, j]);
            Assert.Equal(fit.Intercept!.Value + Math.Log(365.25), other!.Intercept!.Value, Error(0));
            Assert.Equal(fit.Coefficients[0]!.Value, other.Coefficients[0]!.Value, Error(1));
            Assert.Equal(Math.Log(fit.Scale), Math.Log(other.Scale), Error(2));
            Assert.Equal(SpecialFunctions.Logit(fit.Cured.Value), SpecialFunctions.Logit(other.Cured!.Value), Error(3));
            Near.Equal(fit.LogLikelihood - s.Events.Count(e => e) * Math.Log(365.25), other.LogLikelihood, 1e-8);
            Assert.True(fit.LogLikelihood > AcceleratedFailureTime.Fit(distribution, s.Times, s.Events, s.Covariates)!.LogLikelihood);
        }
        Assert.InRange(found, 20, 40);
    }

    // Means of the estimates of 200 samples with a share of 0.2, within four standard errors.
    [Fact]
    public void The_share_is_found_again()
    {
        double[] logits = [.. Enumerable.Range(0, 200).Select(seed => Fit(FailureTimeDistribution.Weibull, Random(1000 + seed, FailureTimeDistribution.Weibull, 300))).Where(f => f is not null).Select(f => f!.Cured!.Value)];
        Assert.InRange(logits.Length, 198, 200);
        double mean = logits.Average();
        double error = Math.Sqrt(logits.Sum(l => (l - mean) * (l - mean)) / logits.Length / (logits.Length - 1));
        Assert.Equal(0.2, mean, 4 * error);
        Assert.InRange(error, 0, 0.005);
    }

    // Survival 0.3 + 0.7 exp(-t): half of those left at 0.5 (survival 0.7246) have failed where it is 0.3623, at -ln(0.0623 / 0.7); of those left at 1.5 (0.4562) half never fail.
    [Fact]
    public void A_curve_with_a_share_cured_levels_off()
    {
        FailureTimeCurve curve = new(FailureTimeDistribution.Weibull, 0, 1, 0.3);
        Near.Equal(-Math.Log(0.3 + 0.7 * Math.Exp(-2)), curve.CumulativeHazard(2));
        Near.Equal(-Math.Log(0.3), curve.CumulativeHazard(1e6));
        Near.Equal(7e-20, curve.CumulativeHazard(1e-19));
        Near.Equal(1e-19, curve.TimeAt(7e-20));
        Assert.Equal(0, curve.TimeAt(0));
        Near.Equal(-Math.Log(((0.3 + 0.7 * Math.Exp(-0.5)) / 2 - 0.3) / 0.7), curve.MedianAfter(0.5));
        Assert.Equal(double.PositiveInfinity, curve.MedianAfter(1.5));
        foreach (double time in new[] { 0.01, 0.5, 0.98, 1, 1.1, 3, 9 })
            Near.Equal(time, curve.TimeAt(curve.CumulativeHazard(time)), 1e-7);
        Assert.Equal(double.PositiveInfinity, (curve with { Cured = 1 }).TimeAt(1e-9));
        Assert.Equal(0, (curve with { Cured = 1 }).CumulativeHazard(5));

        // Integral of 0.7 e^-t e^-t/2 from 1 to 2, over (0.3 + 0.7 e^-1) e^-1/2.
        double expected = 0.7 / 1.5 * (Math.Exp(-1.5) - Math.Exp(-3)) / ((0.3 + 0.7 * Math.Exp(-1)) * Math.Exp(-0.5));
        Near.Equal(expected, CompetingChance.Within(curve, new FailureTimeCurve(FailureTimeDistribution.Weibull, Math.Log(2), 1), 1, 2));
    }

    [Fact]
    public void Draws_and_the_scale_of_few_events_take_the_share_along()
    {
        FailureTimeFit fit = Fit(FailureTimeDistribution.Lognormal, Made)!;
        FailureTimeFit corrected = SmallSampleScale.Corrected(fit, 42);
        double change = Math.Log(42.0 / 40) / 2;
        Near.Equal(SpecialFunctions.Logit(fit.Cured!.Value) + fit.Covariance[3, 2] / fit.Covariance[2, 2] * change, SpecialFunctions.Logit(corrected.Cured!.Value));
        Near.Equal(fit.Scale * Math.Exp(change), corrected.Scale);
        var draws = new FailureTimeDraws(fit);
        double[] logits = [.. Enumerable.Range(0, 4000).Select(d =>
        {
            var random = SplitMix.Of(9, d);
            return SpecialFunctions.Logit(draws.Draw(ref random).Curve([1]).Cured);
        })];
        double error = Math.Sqrt(fit.Covariance[3, 3]);
        Assert.Equal(SpecialFunctions.Logit(fit.Cured.Value), logits.Average(), 4 * error / Math.Sqrt(4000));
        Assert.InRange(Math.Sqrt(logits.Sum(l => Math.Pow(l - logits.Average(), 2)) / 3999) / error, 0.95, 1.05);
    }

    private static FailureTimeFit? Fit(FailureTimeDistribution distribution, SurvivalSamples s) => CuredFailureTime.Fit(distribution, s.Times, s.Events, s.Covariates);

    /// <summary>One in five cured, two groups, followed for 4 to 9 times the scale of time.</summary>
    private static SurvivalSamples Random(int seed, FailureTimeDistribution distribution, int subjects = 80)
    {
        var random = SplitMix.Of(seed, 17);
        var (times, events, group) = (new double[subjects], new bool[subjects], new double[subjects]);
        for (int i = 0; i < subjects; i++)
        {
            group[i] = i % 2;
            double time = new FailureTimeCurve(distribution, 0.2 - 0.4 * group[i], 0.4, 0.2).TimeAt(random.Exponential());
            double until = 4 + 5 * random.Uniform();
            (times[i], events[i]) = (Math.Min(time, until), time <= until);
        }
        return new(times, events, SurvivalSamples.Column(group), []);
    }
}
