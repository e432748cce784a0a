using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace SmpInsights.Statistics.Distributions;

/// <summary>The standard normal distribution.</summary>
public static class Gaussian
{
    /// <summary>The 97.5 % quantile: half the width, in standard errors, of a 95 % interval.</summary>
    public const double Z975 = 1.959963984540054;

    /// <summary>The value below which a standard normal variable falls with probability <paramref name="p"/>.</summary>
    /// <param name="p">A probability strictly between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="p"/> is not strictly between 0 and 1.</exception>
    public static double Quantile(double p)
    {
        Probability.RequireInside(p, nameof(p));
        return Normal.InvCDF(0, 1, p);
    }

    /// <summary>The probability that a standard normal variable lies further from 0 than <paramref name="z"/>, on either side; computed as a tail, so that a very small one keeps its digits.</summary>
    /// <param name="z">The statistic, of either sign.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="z"/> is not a number.</exception>
    public static double TwoSidedP(double z) =>
        double.IsNaN(z) ? throw new ArgumentOutOfRangeException(nameof(z), z, "Must be a number.") : SpecialFunctions.Erfc(Math.Abs(z) / Math.Sqrt(2));

    /// <summary>The multiple of a standard error that a two-sided interval of the given level reaches to either side.</summary>
    internal static double TwoSided(double level)
    {
        Probability.RequireInside(level, nameof(level));

        // By the lower tail: the upper one rounds to 1 for levels that are not.
        return level == 0.95 ? Z975 : -Quantile((1 - level) / 2);
    }
}
