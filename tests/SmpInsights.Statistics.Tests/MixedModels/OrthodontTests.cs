using SmpInsights.Statistics.MixedModels;

namespace SmpInsights.Statistics.Tests.MixedModels;

/// <summary>
/// Distance (mm) from pituitary to pterygomaxillary fissure of 16 boys and 11 girls at ages 8, 10, 12 and 14: Potthoff and Roy 1964,
/// Biometrika 51:313; data and model of Pinheiro and Bates 2000, Mixed-Effects Models in S and S-PLUS, section 4.2.
/// </summary>
public class OrthodontTests
{
    private static readonly double[] Ages = [8, 10, 12, 14];

    private static readonly double[][] Boys =
    [
        [26, 25, 29, 31], [21.5, 22.5, 23, 26.5], [23, 22.5, 24, 27.5], [25.5, 27.5, 26.5, 27],
        [20, 23.5, 22.5, 26], [24.5, 25.5, 27, 28.5], [22, 22, 24.5, 26.5], [24, 21.5, 24.5, 25.5],
        [23, 20.5, 31, 26], [27.5, 28, 31, 31.5], [23, 23, 23.5, 25], [21.5, 23.5, 24, 28],
        [17, 24.5, 26, 29.5], [22.5, 25.5, 25.5, 26], [23, 24.5, 26, 30], [22, 21.5, 23.5, 25],
    ];

    private static readonly double[][] Girls =
    [
        [21, 20, 21.5, 23], [21, 21.5, 24, 25.5], [20.5, 24, 24.5, 26], [23.5, 24.5, 25, 26.5],
        [21.5, 23, 22.5, 23.5], [20, 21, 21, 22.5], [21.5, 22.5, 23, 25], [23, 23, 23.5, 24],
        [20, 21, 22, 21.5], [16.5, 19, 19, 19.5], [24.5, 25, 28, 28],
    ];

    // lme4 1.1-31: lmer(distance ~ Sex * age + (age | Subject), Orthodont), bobyqa with rhoend 1e-11
    [Fact]
    public void A_covariate_of_intercept_and_slope_agrees_with_lme4()
    {
        RandomSlopeFit fit = RandomSlopeModel.Fit(
            [.. Boys.Concat(Girls).Select(y => UnitSums.Of(Ages, y))],
            [.. Enumerable.Repeat(0, Boys.Length), .. Enumerable.Repeat(1, Girls.Length)],
            [new([1, 0], [1, 0]), new([1, 1], [1, 1])])!;

        Assert.Equal(27, fit.Units);
        Assert.Equal(108, fit.Readings);
        Assert.Equal(432.581661502608, fit.RemlCriterion, 1e-7);
        double[] effects = [16.340625, 1.032102272725706, 0.784375, -0.304829545454431];
        double[] errors = [1.0185318859723276, 1.5957327890357380, 0.0859995088582663, 0.1347353362384905];
        for (int j = 0; j < 4; j++)
        {
            Near.Equal(effects[j], fit.Coefficients[j], 1e-8);
            Near.Equal(errors[j], Math.Sqrt(fit.Covariance[j, j]), 1e-6);
        }
        Near.Equal(-0.077096192916, fit.Covariance[2, 0], 1e-5);
        Near.Equal(2.405500267908649, fit.SdIntercept, 1e-5);
        Near.Equal(0.180345391532848, fit.SdSlope, 1e-5);
        Near.Equal(-0.667618884699290, fit.Correlation, 1e-5);
        Near.Equal(1.310039603482746, fit.SdResidual, 1e-6);
    }
}
