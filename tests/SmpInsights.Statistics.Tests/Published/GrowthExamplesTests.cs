using SmpInsights.Statistics.MixedModels;

namespace SmpInsights.Statistics.Tests.Published;

/// <summary>Growth curves of J. C. Pinheiro and D. M. Bates, "Mixed-Effects Models in S and S-PLUS", 2000, data of R's nlme; digits of lme4 1.1-31, bobyqa with rhoend 1e-11.</summary>
public class GrowthExamplesTests
{
    private static readonly RandomSlopePattern[] Line = [new([1], [1])];

    // Heights of 26 boys from Oxford (Goldstein 1987): Oxboys of Pinheiro and Bates. R: lmer(height ~ age + (age | Subject), Oxboys), and with I(age^2)
    [Fact]
    public void Boys_from_Oxford()
    {
        var (units, curvature, level) = PublishedData.Units("oxboys");
        RandomSlopeFit fit = RandomSlopeModel.Fit(units, level, Line)!;
        Same(fit, 724.09095056394, [149.37175290706, 6.5254686625714], [1.5854173291342, 0.33630029596983], 8.0810771325331, 1.6807165452272, 0.6412756275586, 0.65988894729945);

        UnitPrediction tenth = RandomSlopePredictions.Of(fit, units, level, Line)[9];
        Near.Equal(-19.09724763241112, tenth.Intercept, 1e-6);
        Near.Equal(-2.786574703828031, tenth.Slope, 1e-6);

        CurvatureResult bent = CurvatureTest.Of(fit, units, curvature, level, Line)!;
        Near.Equal(681.02722475864, bent.RemlCriterion, 1e-9);
        Near.Equal(0.74190449043309, bent.Coefficient, 1e-6);
        Near.Equal(0.10312812403377, bent.StandardError, 1e-5);
    }

    // Weights of 16 rats on three diets (Hand and Crowder 1996): Pinheiro and Bates, section 5.2.2, fm1BW.lme: standard deviations 36.939 and 0.24841, correlation -0.149, residual 4.4436
    [Fact]
    public void Rats_on_three_diets()
    {
        var (units, _, level) = PublishedData.Units("bodyweight");
        RandomSlopeFit fit = RandomSlopeModel.Fit(units, level, [new([1, 0, 0], [1, 0, 0]), new([1, 1, 0], [1, 1, 0]), new([1, 0, 1], [1, 0, 1])])!;
        Assert.Equal(36.939, fit.SdIntercept, 0.0005);
        Assert.Equal(0.24841, fit.SdSlope, 0.000005);
        Assert.Equal(-0.149, fit.Correlation!.Value, 0.0005);
        Assert.Equal(4.4436, fit.SdResidual, 0.00005);

        // The coefficients of lme4 are Time, Diet2, Diet3, Time:Diet2, Time:Diet3.
        Same(
            fit,
            1151.7197488201,
            [251.65165156186, 200.66548645968, 252.07167776778, 0.35963911334302, 0.60583915702159, 0.29833751910942],
            [13.093996293495, 22.679466854447, 22.679466854447, 0.091139727869715, 0.15785863925835, 0.15785863925835],
            36.938991262203, 0.24841127730297, -0.14907336599893, 4.4436061620855);
    }

    // Radioimmunoassay of ten lots of tracer (Davidian and Giltinan 1995): IGF of Pinheiro and Bates, whose estimates lie on the boundary: correlation -1
    [Fact]
    public void A_tracer_whose_lots_differ_by_nothing_but_one_line()
    {
        var (units, _, level) = PublishedData.Units("igf");
        RandomSlopeFit fit = RandomSlopeModel.Fit(units, level, Line)!;
        Assert.True(fit.IsBoundary);
        Assert.Equal(-1, fit.Correlation);
        Same(fit, 594.3661753107, [5.3749741172656, -0.0025349950592562], [0.10748804227142, 0.00504431704455], 0.082507313445953, 0.0080920459330457, -1, 0.82062771274195);
    }

    private static void Same(RandomSlopeFit fit, double criterion, double[] effects, double[] errors, double sdIntercept, double sdSlope, double correlation, double sdResidual)
    {
        Assert.InRange(fit.RemlCriterion, double.MinValue, criterion + 1e-7);
        Near.Equal(criterion, fit.RemlCriterion, 1e-9);
        for (int j = 0; j < effects.Length; j++)
        {
            Assert.Equal(effects[j], fit.Coefficients[j], 1e-5 * Math.Max(Math.Abs(effects[j]), errors[j]));
            Near.Equal(errors[j], Math.Sqrt(fit.Covariance[j, j]), 1e-4);
        }
        Near.Equal(sdIntercept, fit.SdIntercept, 1e-3);
        Near.Equal(sdSlope, fit.SdSlope, 1e-3);
        Near.Equal(correlation, fit.Correlation, 1e-3);
        Near.Equal(sdResidual, fit.SdResidual, 1e-3);
    }
}
