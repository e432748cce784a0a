using SmpInsights.Statistics.Survival;
using SmpInsights.Statistics.Tests.Survival;

namespace SmpInsights.Statistics.Tests.Published;

/// <summary>
/// Certified values of the Statistical Reference Datasets (linear regression) of the National Institute of Standards and Technology: a lognormal model of exp(y) without
/// censoring is least squares of y, its scale the residual standard deviation with divisor n. R: summary(lm(y ~ x)), summary(lm(Employed ~ ., longley)).
/// </summary>
public class NistRegressionTests
{
    // y over 100, so that exp(y) is a number
    [Fact]
    public void Norris_lower_difficulty()
    {
        double[] x = PublishedData.Column("norris", "x");
        FailureTimeFit fit = Fit([.. PublishedData.Column("norris", "y").Select(y => y / 100)], SurvivalSamples.Column(x));
        Near.Ratio(-0.262323073774029, 100 * fit.Intercept!.Value, 1e-7);
        Near.Ratio(1.00211681802045, 100 * fit.Coefficients[0]!.Value, 1e-11);
        double shrink = Math.Sqrt(34.0 / 36);
        Near.Ratio(0.884796396144373 * shrink, 100 * fit.Scale, 1e-7);
        Near.Ratio(0.232818234301152 * shrink, 100 * Math.Sqrt(fit.Covariance[0, 0]), 1e-7);
        Near.Ratio(0.429796848199937e-03 * shrink, 100 * Math.Sqrt(fit.Covariance[1, 1]), 1e-7);
    }

    // J. W. Longley 1967, J Am Stat Assoc 62:819: six columns that nearly explain each other. Certified for the number employed; R's longley has thousands.
    [Fact]
    public void Longley_higher_difficulty()
    {
        string[] names = ["GNP.deflator", "GNP", "Unemployed", "Armed.Forces", "Population", "Year"];
        FailureTimeFit fit = Fit(PublishedData.Column("longley", "Employed"), SurvivalSamples.Columns([.. names.Select(name => PublishedData.Column("longley", name))]));
        double[] certified = [15.0618722713733, -0.0358191792925910, -2.02022980381683, -1.03322686717359, -0.0511041056535807, 1829.15146461355];
        double[] errors = [84.9149257747669, 0.0334910077722432, 0.488399681651699, 0.214274163161675, 0.226073200069370, 455.478499142212];
        double shrink = Math.Sqrt(9.0 / 16);
        Near.Ratio(-3482258.63459582, 1000 * fit.Intercept!.Value, 1e-7);
        Near.Ratio(304.854073561965 * shrink, 1000 * fit.Scale, 1e-7);
        for (int j = 0; j < 6; j++)
        {
            // People employed against thousands; and, in R, dollars by the thousand million, the unemployed and soldiers by ten thousand, the population by the million.
            double perUnit = j switch { 1 or 4 => 1, 2 or 3 => 100, _ => 1000 };
            Near.Ratio(certified[j], perUnit * fit.Coefficients[j]!.Value, 1e-6);
            Near.Ratio(errors[j] * shrink, perUnit * Math.Sqrt(fit.Covariance[j + 1, j + 1]), 1e-6);
        }
    }

    private static FailureTimeFit Fit(double[] y, double[,] x) =>
        AcceleratedFailureTime.Fit(FailureTimeDistribution.Lognormal, [.. y.Select(Math.Exp)], [.. y.Select(_ => true)], x)!;
}
