using MathNet.Numerics;

namespace SmpInsights.Statistics.Distributions;

/// <summary>Student's t distribution.</summary>
public static class StudentT
{
    /// <summary>
    /// Degrees of freedom above which the statistic is carried to a normal one (Hill 1970). There the incomplete beta function begins
    /// to lose digits, in the difference of two large log-gammas, while the error of the transformation is below 1e-13.
    /// </summary>
    private const double NearlyNormal = 2000;

    /// <summary>Square of a normal variable beyond which no probability is left to write.</summary>
    private const double Certain = 4000;

    /// <summary>Statistic whose square is no longer safe: far beyond, the tail is a power of it.</summary>
    private const double Far = 1e100;

    /// <summary>The value below which a t variable falls with probability <paramref name="p"/>; the largest number there is where that would be larger (one degree of freedom, p below 2e-309).</summary>
    /// <param name="p">A probability strictly between 0 and 1.</param>
    /// <param name="df">Degrees of freedom, 1 or above; need not be whole.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>
    /// Newton's method for log P as a function of log t, started at the normal quantile. That function is decreasing and concave, so after
    /// one step the iterates come down to the root from above.
    /// </remarks>
    public static double Quantile(double p, double df)
    {
        Probability.RequireInside(p, nameof(p));
        RequireDegreesOfFreedom(df);
        if (p == 0.5)
            return 0;
        double tails = 2 * Math.Min(p, 1 - p);
        double t = -Gaussian.Quantile(Math.Min(p, 1 - p));
        for (int step = 0; step < 100; step++)
        {
            double reached = TwoSidedP(t, df);
            double slope = t > Far ? df : 2 * t * MathNet.Numerics.Distributions.StudentT.PDF(0, 1, df, t) / reached;
            double ratio = reached / tails;
            double change = (double.IsFinite(ratio) ? Math.Log(ratio) : Math.Log(reached) - Math.Log(tails)) / slope;
            if (!double.IsFinite(change))
                break;
            t = Math.Min(t * Math.Exp(change), double.MaxValue);
            if (Math.Abs(change) < 1e-14)
                break;
        }
        return p < 0.5 ? -t : t;
    }

    /// <summary>The probability that a t variable lies further from 0 than <paramref name="t"/>, on either side.</summary>
    /// <param name="t">The statistic, of either sign.</param>
    /// <param name="df">Degrees of freedom, 1 or above; need not be whole.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="t"/> is not finite, or <paramref name="df"/> is not a finite number of 1 or above.</exception>
    /// <remarks>
    /// Abramowitz and Stegun 26.7.1 by the incomplete beta function; above 2000 degrees of freedom the normalising transformation of
    /// G. W. Hill (1970), "Algorithm 395: Student's t-distribution", Comm. ACM 13, 617-619.
    /// </remarks>
    public static double TwoSidedP(double t, double df)
    {
        if (!double.IsFinite(t))
            throw new ArgumentOutOfRangeException(nameof(t), t, "Must be finite.");
        RequireDegreesOfFreedom(df);
        if (Math.Abs(t) > Far)
            return df > NearlyNormal ? 0 : Math.Exp(df * (Math.Log(df) / 2 - Math.Log(Math.Abs(t))) - Math.Log(df / 2) - SpecialFunctions.BetaLn(df / 2, 0.5));
        double perDf = t * t / df;
        if (df > NearlyNormal)
            return SpecialFunctions.Erfc(Normalised(perDf, df) / Math.Sqrt(2));
        return Math.Abs(t) < 0.5
            ? 1 - SpecialFunctions.BetaRegularized(0.5, df / 2, perDf / (1 + perDf))
            : SpecialFunctions.BetaRegularized(df / 2, 0.5, 1 / (1 + perDf));
    }

    private static double Normalised(double perDf, double df)
    {
        double a = df - 0.5;
        double b = 48 * a * a;
        double y = Math.Min(a * SpecialFunctions.Log1p(perDf), Certain);
        return (((((-0.4 * y - 3.3) * y - 24) * y - 85.5) / (0.8 * y * y + 100 + b) + y + 3) / b + 1) * Math.Sqrt(y);
    }

    private static void RequireDegreesOfFreedom(double df)
    {
        if (!(df >= 1 && double.IsFinite(df)))
            throw new ArgumentOutOfRangeException(nameof(df), df, "Must be a finite number of 1 or above.");
    }
}
