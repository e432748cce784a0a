using SmpInsights.Statistics.Descriptive;

namespace SmpInsights.Statistics.Tests.Published;

/// <summary>Certified values of the Statistical Reference Datasets (univariate summary statistics) of the National Institute of Standards and Technology, doi:10.18434/T43G6C.</summary>
public class NistUnivariateTests
{
    [Theory]
    [InlineData("lew", -177.435000000000, 277.332168044316)]
    [InlineData("lottery", 518.958715596330, 291.699727470969)]
    [InlineData("mavro", 2.00185600000000, 0.000429123454003053)]
    [InlineData("michelso", 299.852400000000, 0.0790105478190518)]
    public void Measured(string name, double mean, double deviation)
    {
        double[] values = PublishedData.Column(name, "y");
        Near.Equal(mean, Sample.Mean(values), 1e-14);
        Near.Ratio(deviation, Sample.StandardDeviation(values)!.Value, 1e-12);
    }

    // NumAcc1 to NumAcc4: three or 1001 values about a mean that takes up to eight digits away. What is left is the rounding of the values themselves.
    [Theory]
    [InlineData(10000002, 10000001, 10000003, 1, 10000002, 1, 1e-15)]
    [InlineData(1.2, 1.1, 1.3, 500, 1.2, 0.1, 1e-13)]
    [InlineData(1000000.2, 1000000.1, 1000000.3, 500, 1000000.2, 0.1, 1e-8)]
    [InlineData(10000000.2, 10000000.1, 10000000.3, 500, 10000000.2, 0.1, 1e-7)]
    public void Made_to_be_hard(double first, double second, double third, int times, double mean, double deviation, double tolerance)
    {
        double[] values = [first, .. Enumerable.Repeat(new[] { second, third }, times).SelectMany(pair => pair)];
        Near.Equal(mean, Sample.Mean(values), 1e-14);
        Near.Ratio(deviation, Sample.StandardDeviation(values)!.Value, tolerance);
    }
}
