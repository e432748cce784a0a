using SmpInsights.Statistics.MixedModels;

namespace SmpInsights.Statistics.Tests.MixedModels;

/// <summary>Eight units read at t = 0, 1, 2, 3, with estimates on the edge of what a covariance matrix can be. Values of lme4 1.1-31: lmer(y ~ t + (t | u)).</summary>
public class BoundaryTests
{
    private static readonly RandomSlopePattern[] Line = [new([1], [1])];

    [Fact]
    public void A_correlation_of_one_is_found_and_flagged()
    {
        RandomSlopeFit fit = Fit(
            [8.6, 8.2, 8.6, 8.3], [11.4, 10.4, 12.4, 13.2], [13.2, 13.4, 16.3, 17.2], [8.1, 7.7, 7.8, 7.4],
            [10.4, 10.1, 10.4, 10.9], [9.4, 10.4, 11.1, 11.9], [11.2, 11.4, 12.8, 15.1], [9.8, 10.9, 10.1, 10.5]);

        Assert.True(fit.IsBoundary);
        Assert.Equal(1, fit.Correlation);
        Assert.True(fit.RemlCriterion <= 85.8054156705815 + 1e-8);
        Near.Equal(1.409564720358040, fit.SdIntercept, 1e-4);
        Near.Equal(0.593299073030638, fit.SdSlope, 1e-4);
        Near.Equal(0.538239114182574, fit.SdResidual, 1e-5);
        Near.Equal(10.065, fit.Coefficients[0], 1e-8);
        Near.Equal(0.5525, fit.Coefficients[1], 1e-8);
        Near.Equal(0.2737079552129, fit.Covariance[0, 0], 1e-4);
        Near.Equal(0.0512430073583, fit.Covariance[1, 1], 1e-4);
    }

    [Fact]
    public void Units_that_do_not_differ_have_standard_deviations_of_zero_and_no_correlation()
    {
        RandomSlopeFit fit = Fit(
            [9.5, 10.2, 11.6, 11.6], [9.7, 10.0, 10.9, 10.7], [9.8, 10.1, 11.6, 12.0], [10.0, 9.9, 11.5, 11.9],
            [10.4, 10.9, 10.8, 11.9], [10.7, 10.5, 10.5, 11.9], [10.4, 10.3, 11.8, 11.1], [10.2, 9.4, 10.9, 12.1]);

        Assert.True(fit.IsBoundary);
        Assert.Equal(0, fit.SdIntercept);
        Assert.Equal(0, fit.SdSlope);
        Assert.Null(fit.Correlation);
        Assert.Equal(49.0145082690733, fit.RemlCriterion, 1e-8);
        Near.Equal(0.486132697933393, fit.SdResidual, 1e-8);
        Near.Equal(9.91625, fit.Coefficients[0], 1e-10);
        Near.Equal(0.0206784375, fit.Covariance[0, 0], 1e-8);
        Near.Equal(0.0059081250, fit.Covariance[1, 1], 1e-8);
    }

    private static RandomSlopeFit Fit(params double[][] units) =>
        RandomSlopeModel.Fit([.. units.Select(y => UnitSums.Of([0, 1, 2, 3], y))], new int[units.Length], Line)!;
}
