using SmpInsights.Statistics.Linear;
using static SmpInsights.Statistics.Linear.Products;

namespace SmpInsights.Statistics.MixedModels;

/// <summary>
/// The REML criterion as a function of Ψ, with fixed effects and residual variance profiled out: the sum of log |V| over units,
/// + log |X'V⁻¹X| + (N − p)(1 + log(2π rss / (N − p))), where rss is the generalised residual sum of squares. D. Bates et al. (2015),
/// "Fitting linear mixed-effects models using lme4", J Stat Softw 67(1), eq. 41. A unit's design is X = Z B with B of two rows, so that
/// X'V⁻¹X = Σ B'(ΣK)B and X'V⁻¹y = Σ B'(Σk), summed within and then over patterns.
/// </summary>
internal sealed class RestrictedLikelihood
{
    /// <summary>Share of a column that the others must leave unexplained (its square): about lme4's tolerance on the columns themselves.</summary>
    private const double RankTolerance = 1e-11;

    private readonly UnitTable table;
    private readonly double[][] intercepts;
    private readonly double[][] slopes;
    private readonly PatternSums[] sums;
    private readonly double[] ordinary;
    private readonly int columns;

    private RestrictedLikelihood(UnitTable table, double[][] intercepts, double[][] slopes, double[] ordinary)
    {
        this.table = table;
        this.intercepts = intercepts;
        this.slopes = slopes;
        this.ordinary = ordinary;
        sums = new PatternSums[intercepts.Length];
        columns = ordinary.Length;
    }

    /// <summary>
    /// Takes the ordinary least-squares fit off the data, which leaves the criterion as it is and keeps large means out of it.
    /// Null when the columns are linearly dependent.
    /// </summary>
    public static RestrictedLikelihood? Of(UnitTable table, IReadOnlyList<RandomSlopePattern> patterns)
    {
        var rows0 = new double[patterns.Count][];
        var rows1 = new double[patterns.Count][];
        for (int k = 0; k < rows0.Length; k++)
        {
            // Z = [1 t] = [1 τ] T, so the rows of B become those of T B.
            rows0[k] = [.. patterns[k].Intercept, .. patterns[k].Slope.Select(s => s * table.Centre)];
            rows1[k] = [.. patterns[k].Intercept.Select(_ => 0.0), .. patterns[k].Slope.Select(s => s * table.Scale)];
        }
        var likelihood = new RestrictedLikelihood(table, rows0, rows1, new double[rows0[0].Length]);
        likelihood.Accumulate(default);
        if (likelihood.Solve() is not { } least)
            return null;
        for (int k = 0; k < rows0.Length; k++)
            table.Subtract(k, Dot(rows0[k], least.Effects), Dot(rows1[k], least.Effects));
        least.Effects.CopyTo(likelihood.ordinary, 0);
        return likelihood;
    }

    /// <summary>Null where the criterion has no finite value.</summary>
    public Evaluation? At(in Psi psi)
    {
        Accumulate(psi);
        if (Solve() is not { } solved)
            return null;
        double squares = table.Within;
        double logDeterminant = 0;
        for (int k = 0; k < sums.Length; k++)
        {
            squares += sums[k].Quadratic;
            logDeterminant += sums[k].LogDeterminant;
        }
        squares -= Dot(solved.Right, solved.Effects);
        int free = table.Readings - columns;
        double variance = squares / free;
        double criterion = logDeterminant + solved.Factor.LogDeterminant + free * (1 + Math.Log(2 * Math.PI * variance));
        if (!(variance > 0 && double.IsFinite(criterion)))
            return null;

        double[,] inverse = solved.Factor.Inverse();
        (double g00, double g01, double g11) = Gradient(solved.Effects, inverse, variance);
        var effects = new double[columns];
        for (int j = 0; j < columns; j++)
            effects[j] = ordinary[j] + solved.Effects[j];
        return new Evaluation(psi, criterion, variance, effects, inverse, g00, g01, g11);
    }

    private void Accumulate(in Psi psi)
    {
        for (int k = 0; k < sums.Length; k++)
        {
            sums[k] = default;
            sums[k].Add(table, k, psi);
        }
    }

    /// <summary>Generalised least squares from the accumulated sums.</summary>
    private Solution? Solve()
    {
        var cross = new double[columns, columns];
        var right = new double[columns];
        for (int k = 0; k < sums.Length; k++)
        {
            ref readonly PatternSums sum = ref sums[k];
            double[] w = intercepts[k];
            double[] s = slopes[k];
            for (int i = 0; i < columns; i++)
            {
                right[i] += w[i] * sum.S0 + s[i] * sum.S1;
                double left0 = w[i] * sum.K00 + s[i] * sum.K01;
                double left1 = w[i] * sum.K01 + s[i] * sum.K11;
                for (int j = 0; j <= i; j++)
                    cross[i, j] += left0 * w[j] + left1 * s[j];
            }
        }
        return Cholesky.Of(cross, RankTolerance) is { } factor ? new Solution(factor, right, factor.Solve(right)) : null;
    }

    /// <summary>
    /// Derivative of the criterion by Ψ: ΣK − Σ g g' / σ² − Σ K C K, where g = k − K B β are the units' weighted residuals and
    /// C = B (X'V⁻¹X)⁻¹ B'.
    /// </summary>
    private (double G00, double G01, double G11) Gradient(double[] effects, double[,] inverse, double variance)
    {
        double g00 = 0, g01 = 0, g11 = 0;
        for (int k = 0; k < sums.Length; k++)
        {
            ref readonly PatternSums s = ref sums[k];
            double b0 = Dot(intercepts[k], effects);
            double b1 = Dot(slopes[k], effects);
            double c00 = Form(intercepts[k], inverse, intercepts[k]);
            double c01 = Form(intercepts[k], inverse, slopes[k]);
            double c11 = Form(slopes[k], inverse, slopes[k]);

            double gg00 = s.S00 - 2 * (s.K00S0 * b0 + s.K01S0 * b1) + s.K00K00 * b0 * b0 + 2 * s.K00K01 * b0 * b1 + s.K01K01 * b1 * b1;
            double gg01 = s.S01 - (s.K01S0 + s.K00S1) * b0 - (s.K11S0 + s.K01S1) * b1
                + s.K00K01 * b0 * b0 + (s.K00K11 + s.K01K01) * b0 * b1 + s.K01K11 * b1 * b1;
            double gg11 = s.S11 - 2 * (s.K01S1 * b0 + s.K11S1 * b1) + s.K01K01 * b0 * b0 + 2 * s.K01K11 * b0 * b1 + s.K11K11 * b1 * b1;

            double kck00 = s.K00K00 * c00 + 2 * s.K00K01 * c01 + s.K01K01 * c11;
            double kck01 = s.K00K01 * c00 + (s.K00K11 + s.K01K01) * c01 + s.K01K11 * c11;
            double kck11 = s.K01K01 * c00 + 2 * s.K01K11 * c01 + s.K11K11 * c11;

            g00 += s.K00 - gg00 / variance - kck00;
            g01 += s.K01 - gg01 / variance - kck01;
            g11 += s.K11 - gg11 / variance - kck11;
        }
        return (g00, g01, g11);
    }

    private sealed record Solution(Cholesky Factor, double[] Right, double[] Effects);
}
