using SmpInsights.Statistics.Distributions;

namespace SmpInsights.Statistics.Tests.Distributions;

public class StudentTTests
{
    // R 4.2: qt(p, df)
    [Theory]
    [InlineData(0.9, 1, 3.077683537175254)]
    [InlineData(0.975, 1, 12.70620473617469)]
    [InlineData(0.995, 1, 63.65674116287153)]
    [InlineData(0.975, 2, 4.302652729749462)]
    [InlineData(0.9, 10, 1.372183641110336)]
    [InlineData(0.975, 10, 2.228138851986274)]
    [InlineData(0.995, 30, 2.749995653567225)]
    [InlineData(0.975, 120, 1.979930405082422)]
    public void Quantile_agrees_with_R(double p, double df, double expected)
    {
        Near.Equal(expected, StudentT.Quantile(p, df), 1e-12);
        Near.Equal(-expected, StudentT.Quantile(1 - p, df), 1e-12);
    }

    // R 4.2: 2 * pt(-t, df)
    [Theory]
    [InlineData(0.01, 1, 0.99363401447018351)]
    [InlineData(2, 3.5, 0.12613852257591349)]
    [InlineData(20, 17, 2.9927008195203581e-13)]
    [InlineData(5, 484, 8.029829790063112e-07)]
    [InlineData(20, 2001, 2.8490916225050462e-81)]
    [InlineData(0.01, 1e6, 0.99202128936554768)]
    [InlineData(5, 1e6, 5.7339978708907352e-07)]
    public void Tail_agrees_with_R(double t, double df, double expected)
    {
        Near.Ratio(expected, StudentT.TwoSidedP(t, df), 1e-11);
        Near.Ratio(expected, StudentT.TwoSidedP(-t, df), 1e-11);
    }

    // P(|T| > t) = 1 - 2 arctan(t) / pi with one degree of freedom, 1 - t / sqrt(2 + t^2) with two.
    [Fact]
    public void One_and_two_degrees_of_freedom_have_their_closed_forms()
    {
        Near.Equal(0.5, StudentT.TwoSidedP(1, 1), 1e-14);
        Near.Equal(1 - Math.Sqrt(0.5), StudentT.TwoSidedP(Math.Sqrt(2), 2), 1e-14);
    }

    [Theory]
    [InlineData(1999.9)]
    [InlineData(2000.1)]
    public void The_two_formulas_meet_where_they_change_over(double df)
    {
        Near.Equal(StudentT.TwoSidedP(3, 2000), StudentT.TwoSidedP(3, df), 3e-6);
        Near.Equal(0.025, StudentT.TwoSidedP(StudentT.Quantile(0.975, df), df) / 2, 1e-12);
    }

    // With one degree of freedom a quantile is a cotangent, so 1 / (π p) far out; R: 2 * pt(-1e200, 1), qt(1e-200, 2)
    [Fact]
    public void Far_tails_keep_their_digits_and_the_furthest_is_the_largest_number()
    {
        Near.Ratio(6.36619772367582e-201, StudentT.TwoSidedP(1e200, 1), 1e-12);
        Near.Ratio(-1 / (Math.PI * 1e-250), StudentT.Quantile(1e-250, 1), 1e-12);
        Near.Ratio(-7.07106781186547e99, StudentT.Quantile(1e-200, 2), 1e-12);
        Assert.Equal(-double.MaxValue, StudentT.Quantile(double.Epsilon, 1));
        Assert.Equal(0, StudentT.TwoSidedP(double.MaxValue, 1e9));
    }

    [Fact]
    public void The_middle_is_zero() => Assert.Equal(0, StudentT.Quantile(0.5, 7));

    [Theory]
    [InlineData(0, 3)]
    [InlineData(1, 3)]
    [InlineData(double.NaN, 3)]
    [InlineData(0.975, 0)]
    [InlineData(0.975, 0.99)]
    [InlineData(0.975, double.PositiveInfinity)]
    public void Nonsense_is_refused(double p, double df) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.Quantile(p, df));
}
