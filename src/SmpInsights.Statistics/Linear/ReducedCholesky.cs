namespace SmpInsights.Statistics.Linear;

/// <summary>
/// Cholesky factor of a small symmetric matrix, taken after scaling its diagonal to 1, that leaves out every column which those before it
/// explain, and solves for the others. Matrices are flat, row by row, and only the lower triangle is read. Its memory is used again at each factorisation.
/// </summary>
internal sealed class ReducedCholesky(int size)
{
    private readonly double[] lower = new double[size * size];
    private readonly double[] scale = new double[size];
    private readonly bool[] kept = new bool[size];
    private readonly bool[] scaled = new bool[size];

    /// <summary>Which columns the last factorisation kept.</summary>
    public ReadOnlySpan<bool> Kept => kept;

    /// <summary>A column is left out when its diagonal is not above <paramref name="least"/> or its scaled pivot not above <paramref name="tolerance"/>.</summary>
    public void Factor(ReadOnlySpan<double> matrix, ReadOnlySpan<double> least, double tolerance)
    {
        for (int row = 0; row < size; row++)
        {
            double diagonal = matrix[row * size + row];
            scaled[row] = kept[row] = diagonal > least[row] && double.IsFinite(diagonal);
            if (!kept[row])
                continue;
            scale[row] = 1 / Math.Sqrt(diagonal);
            double pivot = 1;
            for (int column = 0; column < row; column++)
            {
                if (!kept[column])
                    continue;
                double left = matrix[row * size + column] * scale[row] * scale[column];
                for (int k = 0; k < column; k++)
                    left -= kept[k] ? lower[row * size + k] * lower[column * size + k] : 0;
                left /= lower[column * size + column];
                lower[row * size + column] = left;
                pivot -= left * left;
            }
            kept[row] = pivot > tolerance;
            lower[row * size + row] = Math.Sqrt(Math.Max(pivot, 0));
        }
    }

    /// <summary>The solution for the kept columns; 0 in the others.</summary>
    public void Solve(ReadOnlySpan<double> right, Span<double> x)
    {
        for (int row = 0; row < size; row++)
        {
            x[row] = 0;
            if (!kept[row])
                continue;
            double left = right[row] * scale[row];
            for (int k = 0; k < row; k++)
                left -= kept[k] ? lower[row * size + k] * x[k] : 0;
            x[row] = left / lower[row * size + row];
        }
        for (int row = size - 1; row >= 0; row--)
        {
            if (!kept[row])
                continue;
            for (int k = row + 1; k < size; k++)
                x[row] -= kept[k] ? lower[k * size + row] * x[k] : 0;
            x[row] /= lower[row * size + row];
        }
        for (int row = 0; row < size; row++)
            x[row] *= kept[row] ? scale[row] : 0;
    }

    /// <summary>The factor's product with a vector, the diagonal's scale undone: standard normal numbers become normal ones with the matrix as their covariance. 0 in columns without a diagonal; those that others explain follow them.</summary>
    public void Spread(ReadOnlySpan<double> standard, Span<double> x)
    {
        for (int row = 0; row < size; row++)
        {
            x[row] = 0;
            for (int k = 0; scaled[row] && k <= row; k++)
                x[row] += kept[k] ? lower[row * size + k] * standard[k] / scale[row] : 0;
        }
    }

    /// <summary>The inverse over the kept columns; 0 in the rows and columns of the others.</summary>
    public double[,] Inverse()
    {
        var inverse = new double[size, size];
        var unit = new double[size];
        var x = new double[size];
        for (int column = 0; column < size; column++)
        {
            if (!kept[column])
                continue;
            unit[column] = 1;
            Solve(unit, x);
            unit[column] = 0;
            for (int row = 0; row < size; row++)
                inverse[row, column] = x[row];
        }
        return inverse;
    }
}
