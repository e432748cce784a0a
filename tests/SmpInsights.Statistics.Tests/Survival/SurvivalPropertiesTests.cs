using SmpInsights.Statistics.Survival;

namespace SmpInsights.Statistics.Tests.Survival;

/// <summary>What must not matter to a survival statistic does not: the order of rows, the unit of time, the names of groups and strata.</summary>
public class SurvivalPropertiesTests
{
    /// <summary>Standard error beyond which a likelihood is so flat that rounding decides where its search ends.</summary>
    private const double Flat = 30;

    [Fact]
    public void One_more_censored_subject_never_raises_the_pooled_hazard() => Properties.Hold<Tuple<byte, bool, byte>[], byte>((subjects, time) =>
    {
        var s = SurvivalSamples.Of(subjects);
        if (s.Times.Length == 0)
            return true;
        CumulativeHazard before = NelsonAalen.Of(KaplanMeier.Fit(s.Times, s.Events));
        CumulativeHazard after = NelsonAalen.Of(KaplanMeier.Fit([.. s.Times, time % 15], [.. s.Events, false]));
        return before.Times.All(t => after.At(t) <= before.At(t) + 1e-15);
    });

    [Fact]
    public void The_hazard_rises_stays_below_minus_the_logarithm_of_the_curve_and_forgets_order_and_unit() => Properties.Hold<Tuple<byte, bool, byte>[]>(subjects =>
    {
        var s = SurvivalSamples.Of(subjects);
        if (s.Times.Length == 0)
            return true;
        SurvivalCurve curve = KaplanMeier.Fit(s.Times, s.Events);
        CumulativeHazard hazard = NelsonAalen.Of(curve);
        var back = s.Reversed();
        CumulativeHazard other = NelsonAalen.Of(KaplanMeier.Fit([.. back.Times.Select(t => t * 4)], back.Events));
        return hazard.Hazard.SequenceEqual(other.Hazard) && hazard.StandardError.SequenceEqual(other.StandardError) && hazard.Times.Select(t => t * 4).SequenceEqual(other.Times)
            && Enumerable.Range(0, hazard.Times.Length).All(i => hazard.Hazard[i] >= (i == 0 ? 0 : hazard.Hazard[i - 1]) && Math.Exp(-hazard.Hazard[i]) >= curve.Survival[i] - 1e-15);
    });

    [Fact]
    public void A_higher_level_never_narrows_the_limits_of_a_curve() => Properties.Hold<Tuple<byte, bool, byte>[]>(subjects =>
    {
        var s = SurvivalSamples.Of(subjects);
        if (s.Times.Length == 0)
            return true;
        SurvivalCurve narrow = KaplanMeier.Fit(s.Times, s.Events, 0.8);
        SurvivalCurve wide = KaplanMeier.Fit(s.Times, s.Events, 0.99);
        return Enumerable.Range(0, narrow.Times.Length).All(i => narrow.Lower[i] is null
            ? wide.Lower[i] is null
            : wide.Lower[i] <= narrow.Lower[i] && narrow.Lower[i] <= narrow.Survival[i] && narrow.Survival[i] <= narrow.Upper[i] && narrow.Upper[i] <= wide.Upper[i]);
    });

    [Fact]
    public void Stratified_log_rank_forgets_order_unit_and_names() => Properties.Hold<Tuple<byte, bool, byte>[]>(subjects =>
    {
        var s = SurvivalSamples.Of(subjects);
        int[] group = [.. subjects.Select(u => u.Item3 % 3)];
        LogRankResult? test = LogRank.Test(s.Times, s.Events, group, s.Strata);
        LogRankResult? other = LogRank.Test([.. s.Times.Reverse().Select(t => t / 365.25)], [.. s.Events.Reverse()], [.. group.Reverse().Select(g => (g + 1) % 3)], [.. s.Strata.Reverse().Select(k => -5 * k)]);
        if (test is null || other is null)
            return test is null && other is null;
        return SurvivalSamples.Same(test.ChiSquared, other.ChiSquared, 1e-9) && SurvivalSamples.Same(test.P, other.P, 1e-9) && test.DegreesOfFreedom == other.DegreesOfFreedom
            && Enumerable.Range(0, test.Groups.Length).All(g => Array.IndexOf(other.Groups, (test.Groups[g] + 1) % 3) is var at && SurvivalSamples.Same(test.Expected[g], other.Expected[at], 1e-12) && test.Observed[g] == other.Observed[at]);
    });

    [Fact]
    public void One_stratum_is_none_whatever_its_name() => Properties.Hold<Tuple<byte, bool, byte>[], int>((subjects, name) =>
    {
        var s = SurvivalSamples.Of(subjects);
        int[] group = [.. subjects.Select(u => u.Item3 % 3)];
        int[] one = [.. subjects.Select(_ => name)];
        CoxFit? cox = CoxModel.Fit(s.Times, s.Events, s.Covariates);
        CoxFit? stratified = CoxModel.Fit(s.Times, s.Events, s.Covariates, one);
        return LogRank.Test(s.Times, s.Events, group)?.ChiSquared == LogRank.Test(s.Times, s.Events, group, one)?.ChiSquared
            && cox?.LogLikelihood == stratified?.LogLikelihood
            && (cox is null || (cox.Coefficients.SequenceEqual(stratified!.Coefficients)
                && ProportionalHazards.Test(cox, s.Times, s.Events, s.Covariates, [0, 0]).Global == ProportionalHazards.Test(stratified, s.Times, s.Events, s.Covariates, [0, 0], one).Global));
    });

    [Fact]
    public void A_stratum_of_one_group_adds_nothing_to_tests_and_ratios() => Properties.Hold<Tuple<byte, bool, byte>[], byte[]>((subjects, others) =>
    {
        var s = SurvivalSamples.Of(subjects);
        int[] group = [.. subjects.Select(u => u.Item3 % 3)];
        double[] times = [.. s.Times, .. others.Select(o => 1.0 + o % 12)];
        bool[] events = [.. s.Events, .. others.Select(o => o % 2 == 0)];
        int[] strata = [.. s.Strata, .. others.Select(_ => 9)];
        return SurvivalSamples.Same(LogRank.Test(s.Times, s.Events, group, s.Strata)?.ChiSquared, LogRank.Test(times, events, [.. group, .. others.Select(_ => 2)], strata)?.ChiSquared, 1e-9);
    });

    [Fact]
    public void Another_of_three_groups_as_reference_gives_the_same_ratios() => Properties.Hold<Tuple<byte, bool, byte>[]>(subjects =>
    {
        var s = SurvivalSamples.Of(subjects);
        double[,] turned = Turned(subjects);
        CoxFit? fit = CoxModel.Fit(s.Times, s.Events, s.Covariates, s.Strata);
        CoxFit? other = CoxModel.Fit(s.Times, s.Events, turned, s.Strata);
        if (fit is null || other is null)
            return fit is null && other is null;
        if (!Sure(fit) || !Sure(other))
            return true;
        return SurvivalSamples.Same(fit.LogLikelihood, other.LogLikelihood, 1e-9)
            && SurvivalSamples.Same(-fit.Coefficients[0], other.Coefficients[0]) && SurvivalSamples.Same(fit.Coefficients[1] - fit.Coefficients[0], other.Coefficients[1])
            && SurvivalSamples.Same(fit.StandardError(0), other.StandardError(0))
            && SurvivalSamples.Same(Global(fit, s, s.Covariates), Global(other, s, turned), 1e-5);
    });

    [Fact]
    public void Proportional_hazards_forget_order_and_unit() => Properties.Hold<Tuple<byte, bool, byte>[]>(subjects =>
    {
        var s = SurvivalSamples.Of(subjects);
        var back = s.Reversed();
        var scaled = back with { Times = [.. back.Times.Select(t => t * 30.4375)] };
        CoxFit? fit = CoxModel.Fit(s.Times, s.Events, s.Covariates, s.Strata);
        CoxFit? other = CoxModel.Fit(scaled.Times, scaled.Events, scaled.Covariates, scaled.Strata);
        return fit is null || !Sure(fit) || !Sure(other!) || SurvivalSamples.Same(Global(fit, s, s.Covariates), Global(other!, scaled, scaled.Covariates), 1e-5);
    });

    [Theory]
    [InlineData(FailureTimeDistribution.Weibull)]
    [InlineData(FailureTimeDistribution.Lognormal)]
    [InlineData(FailureTimeDistribution.Loglogistic)]
    public void Another_reference_group_moves_the_intercept_of_a_failure_time(FailureTimeDistribution distribution) => Properties.Hold<Tuple<byte, bool, byte>[]>(subjects =>
    {
        var s = SurvivalSamples.Of(subjects);
        FailureTimeFit? fit = AcceleratedFailureTime.Fit(distribution, s.Times, s.Events, s.Covariates);
        FailureTimeFit? other = AcceleratedFailureTime.Fit(distribution, s.Times, s.Events, Turned(subjects));
        if (fit is null || other is null)
            return fit is null && other is null;
        if (fit.Coefficients.Contains(null) || other.Coefficients.Contains(null) || fit.Covariance[1, 1] > Flat * Flat || fit.Covariance[2, 2] > Flat * Flat)
            return true;
        return SurvivalSamples.Same(fit.LogLikelihood, other.LogLikelihood, 1e-8) && SurvivalSamples.Same(fit.Scale, other.Scale)
            && SurvivalSamples.Same(fit.Intercept + fit.Coefficients[0], other.Intercept, 1e-5) && SurvivalSamples.Same(-fit.Coefficients[0], other.Coefficients[0], 1e-5)
            && SurvivalSamples.Same(fit.Coefficients[1] - fit.Coefficients[0], other.Coefficients[1], 1e-5);
    });

    [Fact]
    public void Incidence_rises_within_one_and_forgets_order_unit_and_the_numbers_of_causes() => Properties.Hold<Tuple<byte, byte>[]>(subjects =>
    {
        if (subjects.Length == 0)
            return true;
        double[] times = [.. subjects.Select(u => u.Item1 % 15.0)];
        int[] causes = [.. subjects.Select(u => u.Item2 % 3)];
        IncidenceCurves curves = CumulativeIncidence.Fit(times, causes, 2);
        IncidenceCurves other = CumulativeIncidence.Fit([.. times.Reverse().Select(t => t * 8)], [.. causes.Reverse().Select(c => (3 - c) % 3)], 2);
        return Enumerable.Range(0, curves.Times.Length).All(i => curves.Times[i] * 8 == other.Times[i] && new[] { 0, 1 }.All(k =>
            Math.Abs(curves.Incidence[i][k] - other.Incidence[i][1 - k]) < 1e-14 && Math.Abs(curves.StandardError[i][k] - other.StandardError[i][1 - k]) < 1e-7
            && curves.Incidence[i][k] <= 1 + 1e-15 && curves.Incidence[i][k] >= (i == 0 ? 0 : curves.Incidence[i - 1][k]) && curves.StandardError[i][k] >= 0));
    });

    private static double? Global(CoxFit fit, SurvivalSamples s, double[,] covariates) => ProportionalHazards.Test(fit, s.Times, s.Events, covariates, [0, 0], s.Strata).Global?.ChiSquared;

    private static bool Sure(CoxFit fit) => fit.StandardError(0) < Flat && fit.StandardError(1) < Flat;

    /// <summary>The dummies of groups 0 and 2 against group 1, where <see cref="SurvivalSamples.Of"/> has those of 1 and 2 against 0.</summary>
    private static double[,] Turned(Tuple<byte, bool, byte>[] subjects) =>
        SurvivalSamples.Columns([.. subjects.Select(u => u.Item3 % 3 == 0 ? 1.0 : 0)], [.. subjects.Select(u => u.Item3 % 3 == 2 ? 1.0 : 0)]);
}
