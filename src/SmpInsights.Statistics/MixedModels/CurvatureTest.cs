using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;
using SmpInsights.Statistics.Distributions;
using SmpInsights.Statistics.Linear;
using static SmpInsights.Statistics.Linear.Products;

namespace SmpInsights.Statistics.MixedModels;

/// <summary>
/// Wald test of t² as one more fixed effect of a random-slope model, fitted anew by REML: are the lines straight? The criterion is that of
/// D. Bates et al. (2015), J Stat Softw 67(1), eq. 41, found from the fit without t² by the simplex of J. A. Nelder and R. Mead (1965).
/// </summary>
public static class CurvatureTest
{
    private const double RankTolerance = 1e-11;

    /// <summary>Time in proportion to the number of units, some two hundred times over.</summary>
    /// <param name="fit">The model without t².</param>
    /// <param name="units">Its units.</param>
    /// <param name="curvature">Further sums of the same readings.</param>
    /// <param name="pattern">For each unit the index of its covariates in <paramref name="patterns"/>.</param>
    /// <param name="patterns">The covariates.</param>
    /// <returns>Null where t² is determined by the other columns (all readings at two times), or the search does not end.</returns>
    /// <exception cref="ArgumentException">Lengths differ, an index is out of range, or a number is not finite.</exception>
    public static CurvatureResult? Of(
        RandomSlopeFit fit, ReadOnlySpan<UnitSums> units, ReadOnlySpan<CurvatureSums> curvature, ReadOnlySpan<int> pattern, IReadOnlyList<RandomSlopePattern> patterns)
    {
        ArgumentNullException.ThrowIfNull(fit);
        ModelInput.Require(units, pattern, patterns);
        if (curvature.Length != units.Length)
            throw new ArgumentException("There must be as many further sums as units.", nameof(curvature));
        foreach (ref readonly CurvatureSums sums in curvature)
        {
            if (!double.IsFinite(sums.SumTTT + sums.SumTTTT + sums.SumTTY))
                throw new ArgumentException("The further sums of every unit must be finite.", nameof(curvature));
        }
        var data = new Data(fit, units.ToArray(), curvature.ToArray(), pattern.ToArray(), patterns);
        double sd0 = fit.SdIntercept / fit.SdResidual;
        double sd1 = fit.SdSlope / fit.SdResidual;
        double correlation = fit.Correlation ?? 0;
        var start = Vector<double>.Build.Dense([sd0, correlation * sd1, Math.Sqrt((1 - correlation) * (1 + correlation)) * sd1]);
        var around = Vector<double>.Build.Dense([0.1 + 0.1 * sd0, 0.1 + 0.1 * sd1, 0.1 + 0.1 * sd1]);
        if (data.At(start) is null)
            return null;
        try
        {
            var objective = ObjectiveFunction.Value(x => data.At(x)?.Criterion ?? double.MaxValue);
            Vector<double> best = NelderMeadSimplex.Minimum(objective, start, around, convergenceTolerance: 1e-10, maximumIterations: 5000).MinimizingPoint;
            return data.At(best) is { } at ? new CurvatureResult(at.Coefficient, at.Error, StudentT.TwoSidedP(at.Coefficient / at.Error, fit.Units - 1), at.Criterion) : null;
        }
        catch (MaximumIterationsException)
        {
            return null;
        }
    }

    private sealed record Point(double Criterion, double Coefficient, double Error);

    /// <summary>The readings less the fixed effects of the fit, which leaves the criterion as it is and keeps large means out of it.</summary>
    private sealed class Data(RandomSlopeFit fit, UnitSums[] units, CurvatureSums[] curvature, int[] pattern, IReadOnlyList<RandomSlopePattern> patterns)
    {
        private readonly double[][] intercepts = [.. patterns.Select(p => (double[])[.. p.Intercept, .. p.Slope.Select(_ => 0.0)])];
        private readonly double[][] slopes = [.. patterns.Select(p => (double[])[.. p.Intercept.Select(_ => 0.0), .. p.Slope])];

        public Point? At(Vector<double> l)
        {
            double p00 = l[0] * l[0];
            double p01 = l[0] * l[1];
            double p11 = l[1] * l[1] + l[2] * l[2];
            double determinantOfPsi = l[0] * l[2] * (l[0] * l[2]);
            var sums = new Sums[patterns.Count];
            double logDeterminant = 0;
            double squares = 0;
            double bent = 0;
            double bentY = 0;
            for (int i = 0; i < units.Length; i++)
            {
                UnitSums u = units[i];
                if (u.Count == 0)
                    continue;
                double a = Dot(intercepts[pattern[i]], fit.Coefficients);
                double b = Dot(slopes[pattern[i]], fit.Coefficients);
                double n = u.Count;
                double g0 = u.SumTT;
                double g1 = curvature[i].SumTTT;
                double z0 = u.SumY - a * n - b * u.SumT;
                double z1 = u.SumTY - a * u.SumT - b * u.SumTT;
                double zz = u.SumYY - a * u.SumY - b * u.SumTY - a * z0 - b * z1;
                double gz = curvature[i].SumTTY - a * g0 - b * g1;

                double determinantOfA = n * Math.Max(0, u.SumTT - u.SumT / n * u.SumT);
                double determinant = 1 + n * p00 + 2 * u.SumT * p01 + u.SumTT * p11 + determinantOfPsi * determinantOfA;
                double m00 = (p00 + determinantOfPsi * u.SumTT) / determinant;
                double m01 = (p01 - determinantOfPsi * u.SumT) / determinant;
                double m11 = (p11 + determinantOfPsi * n) / determinant;
                double mg0 = m00 * g0 + m01 * g1;
                double mg1 = m01 * g0 + m11 * g1;
                double mz0 = m00 * z0 + m01 * z1;
                double mz1 = m01 * z0 + m11 * z1;

                ref Sums s = ref sums[pattern[i]];
                s.K00 += (n + determinantOfA * p11) / determinant;
                s.K01 += (u.SumT - determinantOfA * p01) / determinant;
                s.K11 += (u.SumTT + determinantOfA * p00) / determinant;
                s.G0 += g0 - n * mg0 - u.SumT * mg1;
                s.G1 += g1 - u.SumT * mg0 - u.SumTT * mg1;
                s.Z0 += z0 - n * mz0 - u.SumT * mz1;
                s.Z1 += z1 - u.SumT * mz0 - u.SumTT * mz1;
                logDeterminant += Math.Log(determinant);
                squares += zz - z0 * mz0 - z1 * mz1;
                bent += curvature[i].SumTTTT - g0 * mg0 - g1 * mg1;
                bentY += gz - g0 * mz0 - g1 * mz1;
            }
            return Solve(sums, logDeterminant, squares, bent, bentY);
        }

        private Point? Solve(Sums[] sums, double logDeterminant, double squares, double bent, double bentY)
        {
            int last = fit.Coefficients.Length;
            var cross = new double[last + 1, last + 1];
            var right = new double[last + 1];
            for (int k = 0; k < sums.Length; k++)
            {
                (double[] w, double[] s, Sums sum) = (intercepts[k], slopes[k], sums[k]);
                for (int i = 0; i < last; i++)
                {
                    right[i] += w[i] * sum.Z0 + s[i] * sum.Z1;
                    cross[last, i] += w[i] * sum.G0 + s[i] * sum.G1;
                    for (int j = 0; j <= i; j++)
                        cross[i, j] += w[i] * (sum.K00 * w[j] + sum.K01 * s[j]) + s[i] * (sum.K01 * w[j] + sum.K11 * s[j]);
                }
            }
            cross[last, last] = bent;
            right[last] = bentY;
            if (Cholesky.Of(cross, RankTolerance) is not { } factor)
                return null;
            double[] effects = factor.Solve(right);
            int free = fit.Readings - last - 1;
            double variance = (squares - Dot(right, effects)) / free;
            double criterion = logDeterminant + factor.LogDeterminant + free * (1 + Math.Log(2 * Math.PI * variance));
            return variance > 0 && double.IsFinite(criterion) ? new Point(criterion, effects[last], Math.Sqrt(variance * factor.Inverse()[last, last])) : null;
        }
    }

    private struct Sums
    {
        public double K00, K01, K11, G0, G1, Z0, Z1;
    }
}
