using SmpInsights.Statistics.Linear;

namespace SmpInsights.Statistics.MixedModels;

/// <summary>
/// BFGS with a backtracking line search (J. Nocedal and S. J. Wright, "Numerical Optimization", 2nd ed. 2006, eq. 6.17 and algorithm 3.1).
/// The three variables are the entries of M in L = B M, with B the L of the starting point: in them the criterion bends about alike
/// whether L is 1 or 1e6 and however correlated its two effects are.
/// </summary>
internal static class QuasiNewton
{
    /// <summary>A search from a fair start ends within about 30.</summary>
    private const int MaximumSteps = 300;

    /// <summary>Searches, each from where the one before it gave up.</summary>
    private const int MaximumSearches = 3;

    /// <summary>Longest step as a multiple of M's length (at least 1), so that any region is crossed in a few.</summary>
    private const double MaximumLength = 4;

    /// <summary>The search ends when the next step promises less than this, far below the 1e-5 to which the criterion is wanted.</summary>
    private const double Promise = 1e-10;

    /// <summary>Where the line search finds nothing better, the most that a Newton step may still promise at an optimum.</summary>
    private const double LoosePromise = 1e-6;

    /// <summary>Smallest diagonal of B.</summary>
    private const double SmallestBase = 0.1;

    /// <summary>The lowest point found, and whether it is a minimum as far as can be told.</summary>
    public static (Evaluation Best, bool Converged) Minimise(RestrictedLikelihood likelihood, Evaluation start)
    {
        (Evaluation Best, bool Converged) found = (start, false);
        for (int search = 0; search < MaximumSearches && !found.Converged; search++)
            found = Search(likelihood, found.Best);
        return found;
    }

    private static (Evaluation Best, bool Converged) Search(RestrictedLikelihood likelihood, Evaluation start)
    {
        Evaluation best = start;
        var around = new Psi(Math.Max(Math.Abs(start.Psi.L11), SmallestBase), start.Psi.L21, Math.Max(Math.Abs(start.Psi.L22), SmallestBase));
        double m11 = start.Psi.L11 / around.L11;
        double[] at = [m11, (start.Psi.L21 - around.L21 * m11) / around.L22, start.Psi.L22 / around.L22];
        double[] slope = Slope(around, best);
        double[,]? inverse = null;
        for (int step = 0; step < MaximumSteps; step++)
        {
            bool steepest = inverse is null;
            inverse ??= Scaled(0.5 / Math.Max(Norm(slope), 1e-300));
            double[] direction = Times(inverse, slope);
            double descent = Dot(direction, slope);
            double noise = 1e-13 * Math.Abs(best.Criterion);
            if (!steepest && descent < Math.Max(Promise, noise))
            {
                // What BFGS makes of the curvature may be wrong in a direction it has not been; differences of slopes are not.
                inverse = InverseCurvature(likelihood, around, at, slope);
                if (inverse is null)
                    return (best, true);
                direction = Times(inverse, slope);
                descent = Dot(direction, slope);
                if (descent < Math.Max(Promise, noise))
                    return (Polished(likelihood, best, around.Times(Moved(at, direction, -1)), noise), true);
            }
            double length = Math.Min(1, MaximumLength * Math.Max(1, Norm(at)) / Norm(direction));
            Evaluation? next = null;
            for (int halving = 0; halving < 40; halving++, length /= 2)
            {
                next = likelihood.At(around.Times(Moved(at, direction, -length)));
                if (next is not null && next.Criterion <= best.Criterion - 1e-4 * length * descent + (steepest ? 0 : noise))
                    break;
                next = null;
            }
            if (next is null)
            {
                if (steepest)
                    return (best, InverseCurvature(likelihood, around, at, slope) is not { } exact || Dot(slope, Times(exact, slope)) < LoosePromise + 10 * noise);
                inverse = null;
                continue;
            }
            double[] change = [-length * direction[0], -length * direction[1], -length * direction[2]];
            double[] nextSlope = Slope(around, next);
            double[] bend = [nextSlope[0] - slope[0], nextSlope[1] - slope[1], nextSlope[2] - slope[2]];
            if (steepest && Dot(change, bend) > 0)
                inverse = Scaled(Dot(change, bend) / Dot(bend, bend));
            Update(inverse, change, bend);
            at = Moved(at, direction, -length);
            best = next;
            slope = nextSlope;
        }
        return (best, false);
    }

    /// <summary>The point after a last Newton step: no lower to speak of, but its variances have twice the digits.</summary>
    private static Evaluation Polished(RestrictedLikelihood likelihood, Evaluation best, in Psi last, double noise) =>
        likelihood.At(last) is { } polished && polished.Criterion <= best.Criterion + noise ? polished : best;

    /// <summary>Derivative by M from that by L.</summary>
    private static double[] Slope(in Psi around, Evaluation evaluation)
    {
        double[] byL = evaluation.Slope;
        return [around.L11 * byL[0] + around.L21 * byL[1], around.L22 * byL[1], around.L22 * byL[2]];
    }

    /// <summary>Inverse of the matrix of second derivatives by M; null where that is not positive definite, as on a ridge or the boundary.</summary>
    private static double[,]? InverseCurvature(RestrictedLikelihood likelihood, in Psi around, double[] at, double[] slope)
    {
        double width = 1e-5 * Math.Max(1, Norm(at));
        var curvature = new double[3, 3];
        for (int i = 0; i < 3; i++)
        {
            double[] aside = [.. at];
            aside[i] += width;
            if (likelihood.At(around.Times(aside)) is not { } beside)
                return null;
            double[] other = Slope(around, beside);
            for (int j = 0; j < 3; j++)
            {
                curvature[i, j] += (other[j] - slope[j]) / width / 2;
                curvature[j, i] += (other[j] - slope[j]) / width / 2;
            }
        }
        return Cholesky.Of(curvature, 1e-9)?.Inverse();
    }

    private static void Update(double[,] inverse, double[] change, double[] bend)
    {
        double curvature = Dot(change, bend);
        if (!(curvature > 1e-12 * Norm(change) * Norm(bend)))
            return;
        double[] carried = Times(inverse, bend);
        double weight = (1 + Dot(bend, carried) / curvature) / curvature;
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 3; j++)
                inverse[i, j] += weight * change[i] * change[j] - (carried[i] * change[j] + change[i] * carried[j]) / curvature;
        }
    }

    private static double[,] Scaled(double factor) => new[,] { { factor, 0, 0 }, { 0, factor, 0 }, { 0, 0, factor } };

    private static double[] Moved(double[] from, double[] direction, double length) =>
        [from[0] + length * direction[0], from[1] + length * direction[1], from[2] + length * direction[2]];

    private static double[] Times(double[,] matrix, double[] x) =>
    [
        matrix[0, 0] * x[0] + matrix[0, 1] * x[1] + matrix[0, 2] * x[2],
        matrix[1, 0] * x[0] + matrix[1, 1] * x[1] + matrix[1, 2] * x[2],
        matrix[2, 0] * x[0] + matrix[2, 1] * x[1] + matrix[2, 2] * x[2],
    ];

    private static double Dot(double[] a, double[] b) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

    private static double Norm(double[] a) => Math.Sqrt(Dot(a, a));
}
