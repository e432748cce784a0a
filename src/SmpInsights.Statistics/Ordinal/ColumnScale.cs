namespace SmpInsights.Statistics.Ordinal;

/// <summary>
/// Covariates taken from their means and divided by their reach, so that neither unit nor distance matters to a search, and the way back of its parameters: thresholds first, then coefficients.
/// </summary>
internal sealed class ColumnScale
{
    private readonly int thresholds;
    private readonly double[] means;
    private readonly double[] reach;

    private ColumnScale(int thresholds, double[] means, double[] reach)
    {
        this.thresholds = thresholds;
        this.means = means;
        this.reach = reach;

        // A threshold far from the covariates is known less well without being unknowable.
        double distance = 1 + means.Select((m, j) => Math.Abs(m) / reach[j]).Sum();
        Reach = [.. Enumerable.Repeat(1 / distance, thresholds), .. reach];
    }

    /// <summary>Reach of each parameter: of a covariate its largest value less its smallest, 1 where it is constant.</summary>
    public double[] Reach { get; }

    public static ColumnScale Of(double[,] covariates, int thresholds)
    {
        int rows = covariates.GetLength(0);
        var (means, reach) = (new double[covariates.GetLength(1)], new double[covariates.GetLength(1)]);
        for (int j = 0; j < means.Length; j++)
        {
            double[] column = [.. Enumerable.Range(0, rows).Select(i => covariates[i, j])];
            reach[j] = column.Max() - column.Min();
            means[j] = reach[j] > 0 ? column.Average() : column[0];
            reach[j] = reach[j] > 0 ? reach[j] : 1;
        }
        return new ColumnScale(thresholds, means, reach);
    }

    public double[,] Apply(double[,] covariates)
    {
        var scaled = new double[covariates.GetLength(0), means.Length];
        for (int i = 0; i < covariates.GetLength(0); i++)
        {
            for (int j = 0; j < means.Length; j++)
                scaled[i, j] = (covariates[i, j] - means[j]) / reach[j];
        }
        return scaled;
    }

    /// <summary>Parameters, or a direction of them, in the covariates' own units.</summary>
    public double[] Restore(double[] parameters) => [.. Enumerable.Range(0, parameters.Length).Select(j => Row(j).Zip(parameters, (a, b) => a * b).Sum())];

    /// <summary>The parameter in the covariates' own units as a sum of those of the search.</summary>
    public double[] Row(int parameter)
    {
        var row = new double[thresholds + means.Length];
        row[parameter] = 1;
        if (parameter >= thresholds)
            row[parameter] = 1 / reach[parameter - thresholds];
        for (int j = 0; j < means.Length && parameter < thresholds; j++)
            row[thresholds + j] = means[j] / reach[j];
        return row;
    }
}
