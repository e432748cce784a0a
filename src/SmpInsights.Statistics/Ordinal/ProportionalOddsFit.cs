using SmpInsights.Statistics.Distributions;
using SmpInsights.Statistics.Survival;

namespace SmpInsights.Statistics.Ordinal;

/// <summary>A fitted proportional odds model. Coefficients are in the order of the covariates: logarithms of the ratio by which the odds of a higher category grow per unit. Thresholds lie between the categories, in rising order.</summary>
public sealed class ProportionalOddsFit
{
    /// <summary>Number of rows.</summary>
    public required int Rows { get; init; }

    /// <summary>The categories that rows have, ascending, at least two.</summary>
    public required int[] Categories { get; init; }

    /// <summary>Null where not estimable.</summary>
    public required double?[] Coefficients { get; init; }

    /// <summary>Errors from the inverse of the observed information; null where not estimable.</summary>
    public required double?[] StandardErrors { get; init; }

    /// <summary>Errors that allow rows of one cluster to resemble each other, by the sandwich V(Σ ss')V of the clusters' scores without correction for their number (K.-Y. Liang and S. L. Zeger 1986, Biometrika 73, 13-22); null without clusters, where not estimable or where it cannot be written.</summary>
    public required double?[] ClusteredErrors { get; init; }

    /// <summary>Log odds of a category or those below it with every covariate 0; one fewer than categories; null where not estimable.</summary>
    public required double?[] Thresholds { get; init; }

    /// <summary>Errors of the thresholds; null where not estimable.</summary>
    public required double?[] ThresholdErrors { get; init; }

    /// <summary>Log-likelihood reached.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>Log-likelihood without covariates.</summary>
    public required double NullLogLikelihood { get; init; }

    /// <summary>Test that all coefficients are 0, with a degree of freedom for each covariate that varies and that those before it do not explain; null without such.</summary>
    public required ChiSquaredTest? LikelihoodRatio { get; init; }

    /// <summary>Whether the search came to its last step; otherwise nothing is estimable.</summary>
    public required bool Converged { get; init; }

    /// <summary>Coefficient over standard error; null where not estimable.</summary>
    public double? Z(int column) => Coefficients[column] / StandardErrors[column];

    /// <summary>Two-sided p of Wald's test that the coefficient is 0; null where not estimable.</summary>
    public double? P(int column) => Z(column) is { } z ? Gaussian.TwoSidedP(z) : null;
}
