using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace SmpInsights.Statistics.Linear;

/// <summary>
/// Tells which parameters of a concave log-likelihood have no maximum. Where it rises for ever, in a direction of recession (C. J. Geyer 2009, Electron J Stat 3, 259-289), the information falls off with what is still to be
/// gained, and in the limit nothing is known of that direction, nor of others in which the likelihood is then level. Only what is at right angles to all of them is estimable.
/// </summary>
internal sealed class Recession
{
    /// <summary>
    /// Information, per covariates' reach, not above which nothing is known of a direction. A search that ends at a gain of <see cref="ConcaveSearch.Gain"/> leaves about that much in a receding direction, a hundred times as much
    /// in a normal tail; and an error of 30000 in a logarithm tells nobody anything.
    /// </summary>
    private const double Unknown = 1e-9;

    /// <summary>Share of a direction's largest part below which a parameter takes no part in it.</summary>
    private const double Part = 1e-6;

    private Recession(List<double[]> directions, double[,] covariance)
    {
        Directions = directions;
        Covariance = covariance;
    }

    /// <summary>Directions in which there is no maximum, in units of the parameters.</summary>
    public IReadOnlyList<double[]> Directions { get; }

    /// <summary>Inverse of the information at right angles to those of which nothing is known; 0 in the rows and columns of parameters not informed.</summary>
    public double[,] Covariance { get; }

    /// <param name="information">Negated second derivative at the end of the search, flat, lower triangle.</param>
    /// <param name="informed">Parameters that others did not explain at the start.</param>
    /// <param name="reach">Reach of each parameter's covariate, above 0 where informed.</param>
    public static Recession Of(double[] information, bool[] informed, double[] reach)
    {
        int size = informed.Length;
        var directions = new List<double[]>();
        var covariance = new double[size, size];

        // One reach after the other: their product could be too small to write.
        double PerReach(int a, int b) => information[Math.Max(a, b) * size + Math.Min(a, b)] / reach[a] / reach[b];
        int[] rows = [.. Enumerable.Range(0, size).Where(j => informed[j])];
        if (rows.Length == 0)
            return new Recession(directions, covariance);
        var perReach = DenseMatrix.Create(rows.Length, rows.Length, (a, b) => PerReach(rows[a], rows[b]));
        var eigen = perReach.Evd(Symmetricity.Symmetric);
        for (int k = 0; k < rows.Length; k++)
        {
            var direction = new double[size];
            for (int a = 0; a < rows.Length; a++)
                direction[rows[a]] = eigen.EigenVectors[a, k] / reach[rows[a]];
            double known = eigen.EigenValues[k].Real;
            if (!(known > Unknown))
            {
                directions.Add(direction);
                continue;
            }
            foreach (int a in rows)
            {
                foreach (int b in rows)
                    covariance[a, b] += direction[a] * direction[b] / known;
            }
        }
        return new Recession(directions, covariance);
    }

    /// <summary>Whether each parameter takes part in one of the directions.</summary>
    public static bool[] Open(IEnumerable<double[]> directions, double[] reach)
    {
        var open = new bool[reach.Length];
        foreach (double[] direction in directions)
        {
            double largest = Largest(direction, reach);
            for (int j = 0; j < direction.Length; j++)
                open[j] |= !(Math.Abs(direction[j]) * reach[j] <= Part * largest);
        }
        return open;
    }

    private static double Largest(double[] direction, double[] reach)
    {
        double largest = 0;
        for (int j = 0; j < direction.Length; j++)
            largest = Math.Max(largest, Math.Abs(direction[j]) * reach[j]);
        return largest;
    }
}
