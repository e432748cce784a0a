using SmpInsights.Statistics.Distributions;

namespace SmpInsights.Statistics.Tests.Distributions;

public class ChiSquaredTests
{
    // R 4.2: pchisq(x, df, lower.tail = FALSE)
    [Theory]
    [InlineData(0.001, 1, 0.97477287936996038)]
    [InlineData(16.79, 1, 4.1752751389197914e-05)]
    [InlineData(1100, 1, 3.3028188325072777e-241)]
    [InlineData(16.79, 3, 0.00078061458602466218)]
    [InlineData(300, 10, 1.5546747543803181e-58)]
    [InlineData(60, 50, 0.15724202723839162)]
    public void Tail_agrees_with_R(double x, double df, double expected) => Near.Ratio(expected, ChiSquared.UpperTail(x, df), 1e-12);

    [Fact]
    public void Two_degrees_of_freedom_are_exponential() => Near.Equal(Math.Exp(-3.5), ChiSquared.UpperTail(7, 2), 1e-14);

    [Fact]
    public void Nothing_exceeds_zero_less_than_surely() => Assert.Equal(1, ChiSquared.UpperTail(0, 4));

    [Theory]
    [InlineData(double.NaN, 1)]
    [InlineData(1, 0)]
    public void Nonsense_is_refused(double x, double df) => Assert.Throws<ArgumentOutOfRangeException>(() => ChiSquared.UpperTail(x, df));
}
