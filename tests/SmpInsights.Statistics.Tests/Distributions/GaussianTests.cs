using SmpInsights.Statistics.Distributions;

namespace SmpInsights.Statistics.Tests.Distributions;

public class GaussianTests
{
    // R 4.2: qnorm(p)
    [Theory]
    [InlineData(1e-12, -7.0344838253011321)]
    [InlineData(0.001, -3.0902323061678132)]
    [InlineData(0.4999, -0.00025066283008800752)]
    [InlineData(0.5, 0)]
    [InlineData(0.9, 1.2815515655446006)]
    [InlineData(0.999999, 4.7534243088170891)]
    public void Quantile_agrees_with_R(double p, double expected) => Near.Equal(expected, Gaussian.Quantile(p), 1e-13);

    [Fact]
    public void The_constant_is_the_quantile() => Near.Equal(Gaussian.Z975, Gaussian.Quantile(0.975), 1e-15);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void Certainty_has_no_quantile(double p) => Assert.Throws<ArgumentOutOfRangeException>(() => Gaussian.Quantile(p));
}
