namespace SmpInsights.Statistics.Linear;

/// <summary>
/// Cholesky factor of a small symmetric positive definite matrix, taken after scaling its diagonal to 1. A pivot is then the share of a
/// column's sum of squares that the columns before it leave unexplained, so one tolerance tells rank deficiency whatever the units.
/// </summary>
internal sealed class Cholesky
{
    private readonly double[,] lower;
    private readonly double[] scale;

    private Cholesky(double[,] lower, double[] scale, double logDeterminant)
    {
        this.lower = lower;
        this.scale = scale;
        LogDeterminant = logDeterminant;
    }

    public double LogDeterminant { get; }

    /// <summary>Null when a scaled pivot is not above <paramref name="tolerance"/>.</summary>
    public static Cholesky? Of(double[,] matrix, double tolerance)
    {
        int size = matrix.GetLength(0);
        var factor = new double[size, size];
        var unit = new double[size];
        double logDeterminant = 0;
        for (int row = 0; row < size; row++)
        {
            if (!(matrix[row, row] > 0 && double.IsFinite(matrix[row, row])))
                return null;
            unit[row] = 1 / Math.Sqrt(matrix[row, row]);
            for (int column = 0; column <= row; column++)
            {
                double left = matrix[row, column] * unit[row] * unit[column];
                for (int k = 0; k < column; k++)
                    left -= factor[row, k] * factor[column, k];
                if (column < row)
                {
                    factor[row, column] = left / factor[column, column];
                    continue;
                }
                if (!(left > tolerance))
                    return null;
                factor[row, row] = Math.Sqrt(left);
                logDeterminant += Math.Log(left) + Math.Log(matrix[row, row]);
            }
        }
        return new Cholesky(factor, unit, logDeterminant);
    }

    public double[] Solve(ReadOnlySpan<double> right)
    {
        int size = scale.Length;
        var x = new double[size];
        for (int row = 0; row < size; row++)
        {
            double left = right[row] * scale[row];
            for (int k = 0; k < row; k++)
                left -= lower[row, k] * x[k];
            x[row] = left / lower[row, row];
        }
        for (int row = size - 1; row >= 0; row--)
        {
            for (int k = row + 1; k < size; k++)
                x[row] -= lower[k, row] * x[k];
            x[row] /= lower[row, row];
        }
        for (int row = 0; row < size; row++)
            x[row] *= scale[row];
        return x;
    }

    public double[,] Inverse()
    {
        int size = scale.Length;
        var inverse = new double[size, size];
        var unit = new double[size];
        for (int column = 0; column < size; column++)
        {
            unit[column] = 1;
            double[] x = Solve(unit);
            unit[column] = 0;
            for (int row = 0; row < size; row++)
                inverse[row, column] = x[row];
        }
        for (int row = 0; row < size; row++)
        {
            for (int column = 0; column < row; column++)
                inverse[row, column] = inverse[column, row] = (inverse[row, column] + inverse[column, row]) / 2;
        }
        return inverse;
    }
}
