using SmpInsights.Statistics.Distributions;
using SmpInsights.Statistics.Linear;
using SmpInsights.Statistics.Survival;

namespace SmpInsights.Statistics.Ordinal;

/// <summary>
/// Regression of an ordered category on covariates: log odds of category k or below = ζ_k − covariates · β, so that a coefficient above 0 goes with higher categories. P. McCullagh (1980), J R Stat Soc B 42, 109-142, model (1.1)
/// with the sign of W. N. Venables and B. D. Ripley, "Modern Applied Statistics with S", 4th ed. 2002, section 7.3: same as <c>polr</c> of R's MASS with the logistic link. The log-likelihood is concave (J. W. Pratt 1981, J Am Stat Assoc 76, 103-106).
/// </summary>
public static class ProportionalOdds
{
    private const double Explained = 1e-13;

    /// <summary>No covariate in any unit lies further from 0; sums and squares of such are still numbers.</summary>
    private const double Largest = 1e100;

    /// <summary>Newton-Raphson from the covariates' absence, in O(n p²) a step. Neither the order of the rows nor the units of the covariates matter.</summary>
    /// <param name="categories">Category of each row; only the order of the numbers counts, and those that no row has do not exist.</param>
    /// <param name="covariates">A row for each row, a column for each covariate; finite.</param>
    /// <param name="clusters">Code of the cluster of each row, for errors that hold when rows of a cluster resemble each other; leave out for none.</param>
    /// <returns>
    /// Null with fewer than two categories, or with no more rows than thresholds and covariates together. A coefficient is null when its covariate is constant or explained by those before it, or when the likelihood rises for ever
    /// along a direction it takes part in, as when the covariate separates the categories; so is a threshold that such a direction takes along, and whatever is too large or has too large or too small an error to be written. The others are those of the limit.
    /// </returns>
    /// <exception cref="ArgumentException">The lengths differ, or a covariate is not finite and within 1e100 of 0.</exception>
    public static ProportionalOddsFit? Fit(ReadOnlySpan<int> categories, double[,] covariates, ReadOnlySpan<int> clusters = default)
    {
        ArgumentNullException.ThrowIfNull(covariates);
        int rows = categories.Length;
        int columns = covariates.GetLength(1);
        if (covariates.GetLength(0) != rows)
            throw new ArgumentException("There must be a row of covariates for each category.", nameof(covariates));
        if (!clusters.IsEmpty && clusters.Length != rows)
            throw new ArgumentException("There must be as many clusters as categories, or none.", nameof(clusters));
        foreach (double value in covariates)
        {
            if (!(Math.Abs(value) <= Largest))
                throw new ArgumentException("Every covariate must be finite and within 1e100 of 0.", nameof(covariates));
        }

        int[] levels = [.. categories.ToArray().Distinct().Order()];
        if (levels.Length < 2 || rows <= levels.Length - 1 + columns)
            return null;
        int[] codes = new int[rows];
        for (int i = 0; i < rows; i++)
            codes[i] = Array.BinarySearch(levels, categories[i]);
        var scale = ColumnScale.Of(covariates, thresholds: levels.Length - 1);
        var likelihood = new OrdinalLikelihood(codes, levels.Length, scale.Apply(covariates));
        var search = ConcaveSearch.Run(likelihood.Evaluate, likelihood.Start(), new double[likelihood.Size], Explained);
        return Result(levels, search, scale, likelihood, clusters);
    }

    private static ProportionalOddsFit Result(int[] levels, ConcaveSearch search, ColumnScale scale, OrdinalLikelihood likelihood, ReadOnlySpan<int> clusters)
    {
        int thresholds = levels.Length - 1;
        int columns = likelihood.Size - thresholds;
        double[] units = [.. Enumerable.Repeat(1.0, likelihood.Size)];
        var recession = search.Receding(units);
        bool[] open = Recession.Open(recession.Directions.Select(scale.Restore), scale.Reach);
        double[,] covariance = search.Covariance(recession);
        double[,]? spread = clusters.IsEmpty ? null : likelihood.ClusteredScores(search.Reached, clusters);
        double[] restored = scale.Restore(search.Reached);
        double Variance(int j) => Products.Form(scale.Row(j), covariance, scale.Row(j));
        double RobustVariance(int j, double[,] scores)
        {
            double[] row = Products.Times(covariance, scale.Row(j));
            return Products.Form(row, scores, row);
        }

        int[] estimable = [.. Enumerable.Range(0, likelihood.Size).Where(j => search.Converged && search.Kept[j] && !open[j])];
        var (values, errors, robust) = (new double?[likelihood.Size], new double?[likelihood.Size], new double?[likelihood.Size]);
        foreach (int j in estimable)
        {
            double error = Math.Sqrt(Variance(j));
            if (!(error > 0 && double.IsFinite(error) && double.IsFinite(restored[j])))
                continue;
            values[j] = restored[j];
            errors[j] = error;
            robust[j] = spread is not null && Math.Sqrt(RobustVariance(j, spread)) is var clustered && double.IsFinite(clustered) ? clustered : null;
        }
        int df = search.Informed[thresholds..].Count(true);
        double ratio = 2 * (search.Value - search.StartValue);
        return new ProportionalOddsFit
        {
            Rows = likelihood.Rows,
            Categories = levels,
            Coefficients = values[thresholds..],
            StandardErrors = errors[thresholds..],
            ClusteredErrors = robust[thresholds..],
            Thresholds = values[..thresholds],
            ThresholdErrors = errors[..thresholds],
            LogLikelihood = search.Value,
            NullLogLikelihood = search.StartValue,
            LikelihoodRatio = df == 0 ? null : new ChiSquaredTest(ratio, df, ChiSquared.UpperTail(ratio, df)),
            Converged = search.Converged,
        };
    }
}
