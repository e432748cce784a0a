using SmpInsights.Statistics.Linear;

namespace SmpInsights.Statistics.Simulation;

/// <summary>The multivariate normal distribution, drawn from through the Cholesky factor of its covariance.</summary>
public sealed class MultivariateNormal
{
    /// <summary>Share of a variance which the variables before it leave unexplained, below which it is taken to be explained by them.</summary>
    private const double Explained = 1e-12;

    private readonly double[] mean;
    private readonly ReducedCholesky factor;

    /// <param name="mean">Mean of each variable.</param>
    /// <param name="covariance">Their covariance, positive semidefinite; a variable with variance 0 stays at its mean.</param>
    /// <exception cref="ArgumentException">The sizes differ, or a number is not finite.</exception>
    public MultivariateNormal(ReadOnlySpan<double> mean, double[,] covariance)
    {
        ArgumentNullException.ThrowIfNull(covariance);
        int size = mean.Length;
        if (covariance.GetLength(0) != size || covariance.GetLength(1) != size)
            throw new ArgumentException("There must be a row and a column of the covariance for each mean.", nameof(covariance));
        this.mean = mean.ToArray();
        double[] flat = [.. covariance.Cast<double>()];
        if (!flat.All(double.IsFinite) || !this.mean.All(double.IsFinite))
            throw new ArgumentException("Every number must be finite.", nameof(covariance));
        factor = new ReducedCholesky(size);
        factor.Factor(flat, new double[size], Explained);
    }

    /// <summary>Draws once.</summary>
    /// <param name="random">Where the draw comes from; one normal number a variable, in their order.</param>
    public double[] Draw(ref SplitMix random)
    {
        var standard = new double[mean.Length];
        for (int j = 0; j < standard.Length; j++)
            standard[j] = random.Normal();
        var drawn = new double[mean.Length];
        factor.Spread(standard, drawn);
        for (int j = 0; j < drawn.Length; j++)
            drawn[j] += mean[j];
        return drawn;
    }
}
