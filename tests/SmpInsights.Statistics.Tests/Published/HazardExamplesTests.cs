using SmpInsights.Statistics.Survival;
using SmpInsights.Statistics.Tests.Survival;

namespace SmpInsights.Statistics.Tests.Published;

/// <summary>Log-rank tests, Cox models and their proportional hazards; R's coxph with eps = 1e-12 and toler.chol = 1e-13.</summary>
public class HazardExamplesTests
{
    // Kalbfleisch and Prentice 2002: 3.12. R: survdiff(Surv(t, e) ~ g)
    [Fact]
    public void Rats_with_vaginal_cancer_log_rank()
    {
        SurvivalSamples s = VaginalCancer.Sample;
        LogRankResult test = LogRank.Test(s.Times, s.Events, [.. s.Covariates.Cast<double>().Select(x => (int)x)])!;
        Assert.Equal(3.12, test.ChiSquared, 0.005);
        Near.Equal(3.12271210127939, test.ChiSquared);
        Near.Equal(12.2375336341541, test.Expected[0]);
        Near.Equal(0.0772081807765207, test.P);
    }

    // R: coxph(Surv(t, e) ~ g), cox.zph(., "km")
    [Fact]
    public void Rats_with_vaginal_cancer_hazard_ratio()
    {
        SurvivalSamples s = VaginalCancer.Sample;
        CoxFit fit = CoxModel.Fit(s.Times, s.Events, s.Covariates)!;
        Near.Equal(-0.568642689075234, fit.Coefficients[0]);
        Near.Equal(0.34720093625311, fit.StandardError(0));
        Near.Equal(-100.022702837148, fit.LogLikelihood);
        Near.Equal(0.0864726737272246, ProportionalHazards.Test(fit, s.Times, s.Events, s.Covariates, [0]).Global!.Value.ChiSquared, 1e-7);
    }

    // R: survdiff(Surv(time, status) ~ celltype, veteran), survdiff(Surv(time, status) ~ trt + strata(celltype), veteran): 25.4 on 3 and 0.7 on 1
    [Fact]
    public void Lung_cancer_log_rank_by_cell_type_and_stratified_by_it()
    {
        SurvivalSamples s = PublishedData.Veteran();
        LogRankResult types = LogRank.Test(s.Times, s.Events, s.Strata)!;
        Near.Equal(25.4037003457854, types.ChiSquared);
        Assert.Equal(3, types.DegreesOfFreedom);
        Near.Ratio(1.27124593900609e-05, types.P, 1e-9);
        double[] expected = [47.6546776724754, 30.1020793268148, 15.6937646143605, 34.5494783863493];
        for (int g = 0; g < 4; g++)
            Near.Equal(expected[g], types.Expected[g]);

        LogRankResult treatment = LogRank.Test(s.Times, s.Events, [.. Enumerable.Range(0, 137).Select(i => (int)s.Covariates[i, 0])], s.Strata)!;
        Near.Equal(0.701743346844319, treatment.ChiSquared);
        Near.Equal(68.2075529768725, treatment.Expected[0]);
        Near.Equal(0.402198523780674, treatment.P);
    }

    // Eight covariates: Kalbfleisch and Prentice 2002, data set I (there with the ties of Breslow). R: coxph(Surv(time, status) ~ trt + celltype + karno + diagtime + age + prior, veteran)
    [Fact]
    public void Lung_cancer_hazard_ratios()
    {
        SurvivalSamples s = PublishedData.Veteran();
        CoxFit fit = CoxModel.Fit(s.Times, s.Events, s.Covariates)!;
        double[] coefficients = [0.294602821498041, 0.861560462753391, 1.19606637417932, 0.40129165432742, -0.0328153261941662, 8.13205087074866e-05, -0.00870647494549884, 0.00715936019179385];
        double[] errors = [0.207549603603182, 0.275284474023005, 0.300916994492145, 0.28268863828055, 0.00550775688643625, 0.00913606224866357, 0.00930029912031249, 0.02323053840684];
        for (int j = 0; j < 8; j++)
        {
            Assert.Equal(coefficients[j], fit.Coefficients[j]!.Value, 1e-8 * errors[j]);
            Near.Equal(errors[j], fit.StandardError(j), 1e-8);
        }
        Near.Equal(-505.449054918058, fit.NullLogLikelihood);
        Near.Equal(-474.397111714723, fit.LogLikelihood);
    }

    // cox.zph of that model: the Karnofsky score does not keep its effect (Therneau and Grambsch 2000, chapter 6, with the earlier approximation)
    [Fact]
    public void Lung_cancer_proportional_hazards()
    {
        SurvivalSamples s = PublishedData.Veteran();
        ProportionalHazardsResult result = ProportionalHazards.Test(CoxModel.Fit(s.Times, s.Events, s.Covariates)!, s.Times, s.Events, s.Covariates, [0, 1, 1, 1, 2, 3, 4, 5]);
        (double ChiSquared, int Df, double P)[] expected =
        [
            (0.2643888356838903, 1, 6.07120871930311e-01), (15.2273639243526588, 3, 1.63230696760660e-03), (12.9351978291357828, 1, 3.22461157332617e-04),
            (0.0128893708208361, 1, 9.09609298215126e-01), (1.8288266094451628, 1, 1.76266203411368e-01), (2.1655663305955919, 1, 1.41132618878544e-01),
        ];
        for (int term = 0; term < 6; term++)
            Same(expected[term], result.Terms[term]!.Value);
        Same((34.5524911052456432, 8, 3.22519348876558e-05), result.Global!.Value);
    }

    // R: coxph(Surv(time, status) ~ trt + karno + strata(celltype), veteran), cox.zph(., "km")
    [Fact]
    public void Lung_cancer_stratified_by_cell_type()
    {
        SurvivalSamples s = PublishedData.Veteran();
        double[,] x = SurvivalSamples.Columns([.. Enumerable.Range(0, 137).Select(i => s.Covariates[i, 0])], [.. Enumerable.Range(0, 137).Select(i => s.Covariates[i, 4])]);
        CoxFit fit = CoxModel.Fit(s.Times, s.Events, x, s.Strata)!;
        Near.Equal(0.232834676889496, fit.Coefficients[0], 1e-8);
        Near.Equal(-0.0358011230001631, fit.Coefficients[1], 1e-8);
        Near.Equal(0.201098744895487, fit.StandardError(0), 1e-8);
        Near.Equal(-317.580554890043, fit.LogLikelihood);
        ProportionalHazardsResult result = ProportionalHazards.Test(fit, s.Times, s.Events, x, [0, 1], s.Strata);
        Same((6.7067884895470913, 1, 0.00960465474826845), result.Terms[1]!.Value);
        Same((7.0950522124245348, 2, 0.02879578933392297), result.Global!.Value);
    }

    // The example of R's survdiff (1.1 on 1, p 0.3) and cox.zph (age 0.698, ecog.ps 2.371, global 3.633): Edmonson et al. 1979
    [Fact]
    public void Ovarian_cancer()
    {
        SurvivalSamples s = SurvivalSamples.Ovarian;
        LogRankResult test = LogRank.Test(s.Times, s.Events, s.Strata)!;
        Near.Equal(1.06273986129141, test.ChiSquared);
        Near.Equal(0.302591116989095, test.P);

        CoxFit fit = CoxModel.Fit(s.Times, s.Events, s.Covariates)!;
        Near.Equal(0.161501220364668, fit.Coefficients[0], 1e-8);
        Near.Equal(0.018661860233282, fit.Coefficients[1], 1e-7);
        ProportionalHazardsResult result = ProportionalHazards.Test(fit, s.Times, s.Events, s.Covariates, [0, 1]);
        Same((0.697726829063789, 1, 0.403548568388828), result.Terms[0]!.Value);
        Same((2.370799822384401, 1, 0.123623698500473), result.Terms[1]!.Value);
        Same((3.633490979500100, 2, 0.162553924407849), result.Global!.Value);
    }

    // Fifty litters of three female rats, one of each treated: Mantel, Bohidar and Ciminera 1977, Cancer Res 37:3863, as rats of R's survival.
    // R: survdiff(Surv(time, status) ~ rx + strata(litter), rats, sex == "f"): 6.98; coxph of the same
    [Fact]
    public void Rats_matched_by_litter()
    {
        double[] times = PublishedData.Column("rats", "time");
        bool[] events = [.. PublishedData.Column("rats", "status").Select(s => s == 1)];
        double[] treated = PublishedData.Column("rats", "rx");
        int[] litter = [.. PublishedData.Column("rats", "litter").Select(l => (int)l)];
        int[] group = [.. treated.Select(x => (int)x)];
        Near.Equal(6.97510373443983, LogRank.Test(times, events, group, litter)!.ChiSquared);
        Near.Equal(14.1666666666667, LogRank.Test(times, events, group, litter)!.Expected[1]);
        Near.Equal(8.60618176766222, LogRank.Test(times, events, group)!.ChiSquared);

        CoxFit fit = CoxModel.Fit(times, events, SurvivalSamples.Column(treated), litter)!;
        Near.Equal(0.984717499526396, fit.Coefficients[0]);
        Near.Equal(0.386993090624936, fit.StandardError(0));
        Near.Equal(-28.3132065354236, fit.LogLikelihood);
        Near.Equal(0.904735241949608, CoxModel.Fit(times, events, SurvivalSamples.Column(treated))!.Coefficients[0]);
    }

    // Acute leukaemia: Feigl and Zelen 1965, Biometrics 21:826, as leuk of R's MASS (Venables and Ripley 2002, chapter 13: 'coxph(Surv(time) ~ ag + log(wbc), leuk)' gives -1.069 (0.429) and 0.368 (0.136))
    [Fact]
    public void Leukaemia_and_white_blood_cells()
    {
        List<Dictionary<string, string>> rows = PublishedData.Rows("leuk");
        double[,] x = SurvivalSamples.Columns([.. rows.Select(row => row["ag"] is "present" ? 1.0 : 0)], Array.ConvertAll(PublishedData.Column(rows, "wbc"), Math.Log));
        CoxFit fit = CoxModel.Fit(PublishedData.Column(rows, "time"), [.. Enumerable.Repeat(true, 33)], x)!;
        Assert.Equal(-1.069, fit.Coefficients[0]!.Value, 0.0005);
        Assert.Equal(0.368, fit.Coefficients[1]!.Value, 0.0005);
        Near.Equal(-1.06905035566929, fit.Coefficients[0]);
        Near.Equal(0.429264769285184, fit.StandardError(0));
        Near.Equal(0.367698896894303, fit.Coefficients[1]);
        Near.Equal(0.136028711294857, fit.StandardError(1));
        Near.Equal(-77.2339413111614, fit.LogLikelihood);
    }

    private static void Same((double ChiSquared, int Df, double P) expected, ChiSquaredTest actual)
    {
        Near.Equal(expected.ChiSquared, actual.ChiSquared, 1e-6);
        Near.Equal(expected.P, actual.P, 1e-6);
        Assert.Equal(expected.Df, actual.DegreesOfFreedom);
    }
}
