using SmpInsights.Statistics.Survival;

namespace SmpInsights.Statistics.Tests.Survival;

public class ProportionalHazardsTests
{
    // Shares of covariate 1 among the risks: a = r / (r + 1) at the first and third event, b = r / (r + 2) at the second, 0 at the last; r² = r + 4.
    [Fact]
    public void Four_subjects_by_hand()
    {
        double[] times = [1, 2, 3, 4];
        bool[] events = [true, true, true, true];
        double[,] x = SurvivalSamples.Column([1, 0, 1, 0]);
        ChiSquaredTest test = ProportionalHazards.Test(CoxModel.Fit(times, events, x)!, times, events, x, [0]).Global!.Value;

        double r = (1 + Math.Sqrt(17)) / 2;
        double a = r / (r + 1);
        double b = r / (r + 2);
        double[] g = [-3.0 / 8, -1.0 / 8, 1.0 / 8];
        double[] v = [a * (1 - a), b * (1 - b), a * (1 - a)];
        double u = g[0] * (1 - a) - g[1] * b + g[2] * (1 - a);
        double gv = g.Zip(v, (p, q) => p * q).Sum();
        double ggv = g.Zip(v, (p, q) => p * p * q).Sum();
        Near.Equal(u * u / (ggv - gv * gv / v.Sum()), test.ChiSquared, 1e-7);
        Assert.Equal(1, test.DegreesOfFreedom);
    }

    // R: cox.zph(coxph(Surv(time, status) ~ x, test1), transform = "km"); the subjects of Therneau and Grambsch 2000, appendix E.1
    [Fact]
    public void Six_subjects_with_ties() => Near.Equal(0.238655717641594, Test(new SurvivalSamples([9, 1, 1, 6, 6, 8], SurvivalSamples.Marks("110110"), SurvivalSamples.Column([0, 1, 1, 1, 0, 0]), []), 0).Global!.Value.ChiSquared, 1e-8);

    // R: cox.zph(coxph(Surv(w, r) ~ g), transform = "km")
    [Fact]
    public void Freireichs_trial()
    {
        ProportionalHazardsResult result = Test(SurvivalSamples.Freireich, 0);
        Near.Equal(0.022863378052822, result.Terms[0]!.Value.ChiSquared, 1e-8);
        Near.Equal(0.879812894957257, result.Terms[0]!.Value.P, 1e-8);
        Assert.Equal(result.Terms[0], result.Global);
    }

    // R: cox.zph(coxph(Surv(futime, fustat) ~ age + ecog.ps + strata(rx), ovarian), transform = "km")
    [Fact]
    public void Ovarian_cancer_stratified_by_treatment()
    {
        ProportionalHazardsResult result = Test(SurvivalSamples.Ovarian, 0, 1);
        Near.Equal(0.0265979830345285, result.Terms[0]!.Value.ChiSquared, 1e-7);
        Near.Equal(1.98002450377249, result.Terms[1]!.Value.ChiSquared, 1e-7);
        Near.Equal(2.09453091054778, result.Global!.Value.ChiSquared, 1e-7);
        Near.Equal(0.159387825376559, result.Terms[1]!.Value.P, 1e-7);
        Near.Equal(0.350895979101723, result.Global!.Value.P, 1e-7);
        Assert.Equal(result.Global, Test(SurvivalSamples.Ovarian, 0, 0).Terms[0]);
    }

    [Fact]
    public void One_event_tests_nothing()
    {
        ProportionalHazardsResult result = Test(new SurvivalSamples([1, 2, 3], [false, true, false], SurvivalSamples.Column([0, 1, 2]), []), 0);
        Assert.Null(result.Terms[0]);
        Assert.Null(result.Global);
    }

    [Fact]
    public void A_column_that_others_explain_costs_no_degree_of_freedom()
    {
        var s = SurvivalSamples.Freireich;
        double[] placebo = [.. s.Covariates.Cast<double>()];
        ProportionalHazardsResult result = Test(s with { Covariates = SurvivalSamples.Columns(placebo, [.. placebo.Select(v => 1 - v)]) }, 0, 1);
        Near.Equal(0.022863378052822, result.Global!.Value.ChiSquared, 1e-8);
        Assert.Equal(1, result.Global!.Value.DegreesOfFreedom);
        Assert.Null(result.Terms[1]);
    }

    [Fact]
    public void Neither_order_nor_unit_of_time_matters()
    {
        var s = SurvivalSamples.Ovarian;
        var back = s.Reversed();
        ProportionalHazardsResult result = Test(s, 0, 1);
        ProportionalHazardsResult other = Test(back with { Times = [.. back.Times.Select(t => t / 365.25)] }, 0, 1);
        Near.Equal(result.Global!.Value.ChiSquared, other.Global!.Value.ChiSquared);
        Near.Equal(result.Terms[0]!.Value.P, other.Terms[0]!.Value.P);
    }

    [Fact]
    public void A_term_for_each_column_is_asked_for() => Assert.Throws<ArgumentException>(() => Test(SurvivalSamples.Ovarian, 0));

    private static ProportionalHazardsResult Test(SurvivalSamples s, params int[] terms) =>
        ProportionalHazards.Test(CoxModel.Fit(s.Times, s.Events, s.Covariates, s.Strata)!, s.Times, s.Events, s.Covariates, terms, s.Strata);
}
