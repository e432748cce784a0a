using MathNet.Numerics;

namespace SmpInsights.Statistics.Distributions;

/// <summary>The upper tail of the standard normal distribution, however far out.</summary>
internal static class NormalTail
{
    /// <summary>Where the tail is taken from its continued fraction.</summary>
    private const double Far = 8;

    /// <summary>Density over upper tail; far out by the continued fraction of Laplace (Abramowitz and Stegun 26.2.14).</summary>
    public static double Hazard(double z)
    {
        if (z <= Far)
            return Math.Exp(-z * z / 2 - Constants.LogSqrt2Pi) / (SpecialFunctions.Erfc(z / Constants.Sqrt2) / 2);
        double fraction = z;
        for (int k = 60; k > 0; k--)
            fraction = z + k / fraction;
        return fraction;
    }

    /// <summary>Logarithm of the upper tail.</summary>
    public static double Log(double z) => z > Far ? Log(z, Hazard(z)) : Math.Log(SpecialFunctions.Erfc(z / Constants.Sqrt2) / 2);

    /// <summary>The same where <see cref="Hazard"/> is known already.</summary>
    public static double Log(double z, double hazard) => z > Far ? -z * (z / 2) - Constants.LogSqrt2Pi - Math.Log(hazard) : Log(z);

    /// <summary>Where the upper tail's logarithm is −<paramref name="x"/>.</summary>
    /// <param name="x">Above 0.</param>
    /// <remarks>By Newton's method on the logarithm, which is concave: from the quantile, or where the tail is no number any more, from the tail's leading term, which lies beyond the root.</remarks>
    public static double AtLog(double x)
    {
        if (double.IsPositiveInfinity(x))
            return x;

        // Near 0 the tail is 1 less a probability that keeps its digits.
        if (x < 0.5)
            return Gaussian.Quantile(Math.Max(-SpecialFunctions.Expm1(-x), double.Epsilon));
        if (x < 30)
            return -Gaussian.Quantile(Math.Exp(-x));
        double z = Constants.Sqrt2 * Math.Sqrt(x);
        for (int step = 0; step < 50; step++)
        {
            double change = (Log(z) + x) / Hazard(z);
            z += change;
            if (Math.Abs(change) <= 1e-14 * z)
                break;
        }
        return z;
    }
}
