using SmpInsights.Statistics.Simulation;

namespace SmpInsights.Statistics.Tests.Simulation;

public sealed class MultivariateNormalTests
{
    // The third variable has no variance, the fourth is the sum of the first two less their means.
    [Fact]
    public void Draws_have_the_mean_and_covariance_asked_for()
    {
        double[,] covariance = { { 4, -1.5, 0, 2.5 }, { -1.5, 1, 0, -0.5 }, { 0, 0, 0, 0 }, { 2.5, -0.5, 0, 2 } };
        double[] mean = [1, -2, 3, 0];
        var normal = new MultivariateNormal(mean, covariance);
        var random = SplitMix.Of(11);
        const int Count = 50_000;
        var draws = new double[Count][];
        for (int d = 0; d < Count; d++)
            draws[d] = normal.Draw(ref random);
        for (int a = 0; a < 4; a++)
        {
            Assert.Equal(mean[a], draws.Average(x => x[a]), 5 * Math.Sqrt(covariance[a, a] / Count) + 1e-12);
            for (int b = 0; b < 4; b++)
            {
                double error = Math.Sqrt((covariance[a, a] * covariance[b, b] + covariance[a, b] * covariance[a, b]) / Count);
                Assert.Equal(covariance[a, b], draws.Average(x => (x[a] - mean[a]) * (x[b] - mean[b])), 5 * error + 1e-12);
            }
        }
        Assert.All(draws, x => Assert.Equal(x[0] - 1 + x[1] + 2, x[3], 1e-9));
    }

    [Fact]
    public void Impossible_values_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new MultivariateNormal([0], new double[2, 2]));
        Assert.Throws<ArgumentException>(() => new MultivariateNormal([double.NaN], new double[1, 1]));
        Assert.Throws<ArgumentException>(() => new MultivariateNormal([0], new[,] { { double.PositiveInfinity } }));
    }
}
