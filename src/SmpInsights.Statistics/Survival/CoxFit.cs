using SmpInsights.Statistics.Distributions;

namespace SmpInsights.Statistics.Survival;

/// <summary>A fitted proportional hazards model. Arrays are in the order of the covariates; coefficients are logarithms of hazard ratios per unit of the covariate.</summary>
public sealed class CoxFit
{
    /// <summary>Number of subjects.</summary>
    public required int Subjects { get; init; }

    /// <summary>Number of subjects with the event, at least one.</summary>
    public required int Events { get; init; }

    /// <summary>Logarithms of the hazard ratios; null where not estimable.</summary>
    public required double?[] Coefficients { get; init; }

    /// <summary>Inverse of the observed information; 0 in the rows and columns of coefficients that are not estimable.</summary>
    public required double[,] Covariance { get; init; }

    /// <summary>Partial log-likelihood with all coefficients 0.</summary>
    public required double NullLogLikelihood { get; init; }

    /// <summary>Partial log-likelihood reached.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>Steps taken.</summary>
    public required int Iterations { get; init; }

    /// <summary>Whether the search came to its last step; otherwise no coefficient is estimable.</summary>
    public required bool Converged { get; init; }

    /// <summary>Coefficients as reached, whether estimable or not.</summary>
    internal double[] Reached { get; init; } = [];

    /// <summary>Columns that vary among those at risk and are not explained by those before them, whether estimable or not.</summary>
    internal bool[] Informed { get; init; } = [];

    /// <summary>Standard error of a coefficient; null where not estimable.</summary>
    public double? StandardError(int column) => Coefficients[column] is null ? null : Math.Sqrt(Covariance[column, column]);

    /// <summary>Coefficient over standard error; null where not estimable.</summary>
    public double? Z(int column) => Coefficients[column] / StandardError(column);

    /// <summary>Two-sided p of Wald's test that the coefficient is 0; null where not estimable.</summary>
    public double? P(int column) => Z(column) is { } z ? Gaussian.TwoSidedP(z) : null;
}
