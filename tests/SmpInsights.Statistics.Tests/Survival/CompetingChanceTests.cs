using SmpInsights.Statistics.Survival;

namespace SmpInsights.Statistics.Tests.Survival;

public sealed class CompetingChanceTests
{
    private static FailureTimeCurve Weibull(double shape, double scale) => new(FailureTimeDistribution.Weibull, Math.Log(scale), 1 / shape);

    // Constant hazards a and b: a / (a + b) · (1 − exp(−(a + b) h)), whatever went before.
    [Theory]
    [InlineData(0.3, 0.1, 0, 0.5)]
    [InlineData(0.3, 0.1, 7, 0.5)]
    [InlineData(2.5, 4, 1, 3)]
    [InlineData(0.01, 0.02, 2, 0.25)]
    public void Constant_hazards_in_closed_form(double rate, double other, double from, double length) =>
        Near.Equal(rate / (rate + other) * (1 - Math.Exp(-(rate + other) * length)), CompetingChance.Within(Weibull(1, 1 / rate), Weibull(1, 1 / other), from, from + length));

    // R: S <- function(t) exp(-(t/scale)^shape); G likewise for the other ending;
    // integrate(function(t) dweibull(t, shape, scale) * G(t), from, to, rel.tol = 1e-13)$value / (S(from) * G(from))
    [Theory]
    [InlineData(2.5, 3, 1.2, 12, 1.5, 2, 0.166876050354192)]
    [InlineData(2.5, 3, 1.2, 12, 0, 1, 0.060060285249793)]
    [InlineData(0.7, 3, 1, 5, 0.5, 1.5, 0.257704834238675)]
    public void Weibull_hazards_agree_with_R(double shape, double scale, double otherShape, double otherScale, double from, double to, double expected) =>
        Near.Equal(expected, CompetingChance.Within(Weibull(shape, scale), Weibull(otherShape, otherScale), from, to), 1e-9);

    // R: integrate(function(t) dlnorm(t, 1, .4) * exp(-.1*t), from, to) / (plnorm(from, 1, .4, lower = FALSE) * exp(-.1*from)), and
    // integrate(function(t) dlogis((log(t) - 1)/.3)/(.3*t) * plnorm(t, 2.5, 1, lower = FALSE), 2, 3) / (plogis((log(2) - 1)/.3, lower = FALSE) * plnorm(2, 2.5, 1, lower = FALSE))
    [Fact]
    public void Lognormal_and_loglogistic_agree_with_R()
    {
        var lognormal = new FailureTimeCurve(FailureTimeDistribution.Lognormal, 1, 0.4);
        Near.Equal(0.245048631306821, CompetingChance.Within(lognormal, Weibull(1, 10), 2, 2.5), 1e-9);
        Near.Equal(0.567244584224616, CompetingChance.Within(lognormal, Weibull(1, 10), 9, 10), 1e-9);
        Near.Equal(0.421582956517308, CompetingChance.Within(new(FailureTimeDistribution.Loglogistic, 1, 0.3), new FailureTimeCurve(FailureTimeDistribution.Lognormal, 2.5, 1), 2, 3), 1e-9);
    }

    // R: -plnorm(t, 1, .4, lower = FALSE, log = TRUE), -pweibull(3, 1/.4, exp(1), ...), -plogis((log(t) - 1)/.4, ...)
    [Theory]
    [InlineData(FailureTimeDistribution.Lognormal, 3, 0.909723064176532)]
    [InlineData(FailureTimeDistribution.Lognormal, 0.2, 3.43210007312060e-11)]
    [InlineData(FailureTimeDistribution.Lognormal, 1000, 112.683442002003)]
    [InlineData(FailureTimeDistribution.Weibull, 3, 1.27957849340233)]
    [InlineData(FailureTimeDistribution.Loglogistic, 3, 0.82399055456077264)]
    [InlineData(FailureTimeDistribution.Loglogistic, 0.2, 0.00146730407751395)]
    public void Cumulative_hazards_agree_with_R(FailureTimeDistribution distribution, double time, double expected) =>
        Near.Ratio(expected, new FailureTimeCurve(distribution, 1, 0.4).CumulativeHazard(time), 1e-9);

    // R: qlnorm(-h, 1, .4, lower = FALSE, log = TRUE), of 5000 the root of pnorm(z, lower = FALSE, log = TRUE) + 5000 by uniroot, exp(1 + .4*qlogis(-2.5, lower = FALSE, log = TRUE))
    [Theory]
    [InlineData(FailureTimeDistribution.Lognormal, 2.5, 4.74206704328255)]
    [InlineData(FailureTimeDistribution.Lognormal, 1e-5, 0.493636054979936)]
    [InlineData(FailureTimeDistribution.Lognormal, 700, 8186785.21441949)]
    [InlineData(FailureTimeDistribution.Lognormal, 5000, 625857603655382016)]
    [InlineData(FailureTimeDistribution.Loglogistic, 2.5, 7.14019299789145)]
    [InlineData(FailureTimeDistribution.Loglogistic, 0, 0)]
    public void Times_agree_with_R(FailureTimeDistribution distribution, double hazard, double expected) => Near.Equal(expected, new FailureTimeCurve(distribution, 1, 0.4).TimeAt(hazard), 1e-9);

    // The hazard is half the square of the normal deviate, all but its logarithm: √2 · 10^154 scales of 10^-154.
    [Fact]
    public void The_largest_hazard_still_has_its_time() => Near.Equal(Math.Exp(Math.Sqrt(2)), new FailureTimeCurve(FailureTimeDistribution.Lognormal, 0, 1e-154).TimeAt(1e308), 1e-9);

    // 10^400 is no number.
    [Fact]
    public void Nothing_is_left_to_come_where_the_other_ending_is_sure() => Assert.Equal(0, CompetingChance.Within(Weibull(1, 1), Weibull(400, 1), 10, 11));

    // R: qlnorm(plnorm(2, 1, .4, lower = FALSE)/2, 1, .4, lower = FALSE)
    [Fact]
    public void The_median_after_a_time() => Near.Equal(3.04198576811042, new FailureTimeCurve(FailureTimeDistribution.Lognormal, 1, 0.4).MedianAfter(2), 1e-9);

    [Fact]
    public void Chances_lie_between_0_and_1_rise_with_the_interval_and_fall_with_another_ending() => Properties.Hold<byte, byte, byte>((a, b, c) =>
    {
        foreach (var kind in Enum.GetValues<FailureTimeDistribution>())
        {
            var ending = new FailureTimeCurve(kind, a / 60.0 - 1, 0.15 + c / 200.0);
            var other = new FailureTimeCurve((FailureTimeDistribution)(b % 3), b / 60.0, 0.3 + a / 200.0);
            double before = 0;
            foreach (double length in new[] { 0, 0.25, 0.5, 1, 50 })
            {
                double chance = CompetingChance.Within(ending, other, c / 20.0, c / 20.0 + length);
                if (!(chance >= before - 1e-6 && chance <= 1 && chance <= CompetingChance.Within(ending, null, c / 20.0, c / 20.0 + length) + 1e-9))
                    return false;
                before = chance;
            }
        }
        return true;
    });

    [Fact]
    public void Impossible_times_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => CompetingChance.Within(Weibull(1, 1), null, -1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => CompetingChance.Within(Weibull(1, 1), null, 2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => CompetingChance.Within(Weibull(1, 1), null, 0, double.NaN));
    }

    // R: survreg(Surv(c(1, 2, 3, 4), c(1, 0, 1, 0)) ~ 1, dist = "exponential"): intercept log(10/2), its error 1/sqrt(2), log-likelihood 2 log(2/10) − 2.
    [Fact]
    public void A_constant_hazard_is_events_over_time()
    {
        var fit = ConstantHazard.Fit([1, 2, 3, 4], [true, false, true, false])!;
        Near.Equal(Math.Log(5), fit.Intercept);
        Near.Equal(0.5, fit.Covariance[0, 0]);
        Near.Equal(2 * Math.Log(0.2) - 2, fit.LogLikelihood);
        Near.Equal(0.6, FailureTimeParameters.Of(fit).Curve([]).CumulativeHazard(3));
        Assert.Null(ConstantHazard.Fit([1, 2], [false, false]));
        Assert.Null(ConstantHazard.Fit([0], [true]));
    }

    // log(2^-1074 / 3), though a third of the smallest number is none.
    [Fact]
    public void The_shortest_time_has_a_hazard()
    {
        var fit = ConstantHazard.Fit([double.Epsilon, 0, 0], [true, true, true])!;
        Near.Equal(-1074 * Math.Log(2) - Math.Log(3), fit.Intercept);
        Near.Equal(3 * (Math.Log(3) + 1074 * Math.Log(2)) - 3, fit.LogLikelihood);
    }

    // Squares about the two means add to 10 over six times: maximum likelihood divides by 6, least squares by 6 − 2.
    [Fact]
    public void The_corrected_scale_of_uncensored_lognormal_times_is_that_of_least_squares()
    {
        double[] logs = [0, 1, 2, 1, 3, 5];
        var fit = AcceleratedFailureTime.Fit(FailureTimeDistribution.Lognormal, [.. logs.Select(Math.Exp)], [true, true, true, true, true, true], SurvivalSamples.Column([0, 0, 0, 1, 1, 1]))!;
        var corrected = SmallSampleScale.Corrected(fit, 6);
        Near.Equal(Math.Sqrt(10.0 / 4), corrected.Scale);
        Near.Equal(1, corrected.Intercept);
        Near.Equal(2, corrected.Coefficients[0]);
        Assert.Same(fit, SmallSampleScale.Corrected(fit, 2));
    }
}
