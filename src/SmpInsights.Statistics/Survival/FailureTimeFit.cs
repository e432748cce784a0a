namespace SmpInsights.Statistics.Survival;

/// <summary>Distribution of the error of a log time.</summary>
public enum FailureTimeDistribution
{
    /// <summary>Smallest extreme value: the time is Weibull with shape 1 / scale.</summary>
    Weibull,

    /// <summary>Normal.</summary>
    Lognormal,

    /// <summary>Logistic.</summary>
    Loglogistic,
}

/// <summary>A fitted model log T = intercept + covariates · coefficients + scale · error.</summary>
public sealed class FailureTimeFit
{
    public required FailureTimeDistribution Distribution { get; init; }

    /// <summary>Log time of the standard subject; null where not estimable (all covariates 0 and no event there).</summary>
    public required double? Intercept { get; init; }

    /// <summary>Change of the log time per unit of each covariate, in their order; null where not estimable.</summary>
    public required double?[] Coefficients { get; init; }

    /// <summary>Standard deviation of the error in units of the distribution's standard form, above 0.</summary>
    public required double Scale { get; init; }

    /// <summary>Log-likelihood of the times themselves, not of their logarithms; densities are per unit of time.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>Inverse of the observed information of (intercept, coefficients, log scale); 0 in the rows and columns of what is not estimable.</summary>
    public required double[,] Covariance { get; init; }

    /// <summary>Akaike's criterion: twice the number of parameters (intercept, coefficients and scale) less twice the log-likelihood.</summary>
    public double Aic => 2 * (Coefficients.Length + 2) - 2 * LogLikelihood;
}
