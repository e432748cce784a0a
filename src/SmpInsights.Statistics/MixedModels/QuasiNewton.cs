namespace SmpInsights.Statistics.MixedModels;

/// <summary>
/// BFGS in the three entries of L with a backtracking line search (J. Nocedal and S. J. Wright, "Numerical Optimization", 2nd ed. 2006,
/// eq. 6.17 and algorithm 3.1).
/// </summary>
internal static class QuasiNewton
{
    private const int MaximumSteps = 200;

    /// <summary>Longest step; L is a ratio of standard deviations, so this crosses any region of interest in a few.</summary>
    private const double MaximumLength = 4;

    /// <summary>The search ends when the next step promises less than this, far below the 1e-5 to which the criterion is wanted.</summary>
    private const double Promise = 1e-10;

    public static Evaluation Minimise(RestrictedLikelihood likelihood, Evaluation start)
    {
        Evaluation best = start;
        double[] slope = best.Slope;
        double[,]? inverse = null;
        for (int step = 0; step < MaximumSteps; step++)
        {
            bool steepest = inverse is null;
            inverse ??= Scaled(0.5 / Math.Max(Norm(slope), 1e-300));
            double[] direction = Times(inverse, slope);
            double descent = Dot(direction, slope);
            double noise = 1e-13 * Math.Abs(best.Criterion);
            if (!steepest && descent < Math.Max(Promise, noise))
                break;
            double length = Math.Min(1, MaximumLength / Norm(direction));
            Evaluation? next = null;
            for (int halving = 0; halving < 40; halving++, length /= 2)
            {
                next = likelihood.At(best.Psi.Step(direction, -length));
                if (next is not null && next.Criterion <= best.Criterion - 1e-4 * length * descent + (steepest ? 0 : noise))
                    break;
                next = null;
            }
            if (next is null)
            {
                if (steepest)
                    break;
                inverse = null;
                continue;
            }
            double[] change = [-length * direction[0], -length * direction[1], -length * direction[2]];
            double[] nextSlope = next.Slope;
            double[] bend = [nextSlope[0] - slope[0], nextSlope[1] - slope[1], nextSlope[2] - slope[2]];
            if (steepest && Dot(change, bend) > 0)
                inverse = Scaled(Dot(change, bend) / Dot(bend, bend));
            Update(inverse, change, bend);
            best = next;
            slope = nextSlope;
        }
        return best;
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

    private static double[] Times(double[,] matrix, double[] x) =>
    [
        matrix[0, 0] * x[0] + matrix[0, 1] * x[1] + matrix[0, 2] * x[2],
        matrix[1, 0] * x[0] + matrix[1, 1] * x[1] + matrix[1, 2] * x[2],
        matrix[2, 0] * x[0] + matrix[2, 1] * x[1] + matrix[2, 2] * x[2],
    ];

    private static double Dot(double[] a, double[] b) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

    private static double Norm(double[] a) => Math.Sqrt(Dot(a, a));
}
