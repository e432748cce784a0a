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

/// <summary>A fitted model log T = intercept + covariates · coefficients + scale · error, of all subjects or of those who are not cured.</summary>
public sealed class FailureTimeFit
{
    public required FailureTimeDistribution Distribution { get; init; }

    /// <summary>Log time of the standard subject; null where not estimable (all covariates 0 and no event there).</summary>
    public required double? Intercept { get; init; }

    /// <summary>Change of the log time per unit of each covariate, in their order; null where not estimable.</summary>
    public required double?[] Coefficients { get; init; }

    /// <summary>Standard deviation of the error in units of the distribution's standard form, above 0.</summary>
    public required double Scale { get; init; }

    /// <summary>Share of subjects to whom the event never comes, strictly between 0 and 1; null in a model in which it comes to everybody.</summary>
    public double? Cured { get; init; }

    /// <summary>Log-likelihood of the times themselves, not of their logarithms; densities are per unit of time.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>Inverse of the observed information of (intercept, coefficients, log scale), and of the logit of the share cured where there is one; 0 in the rows and columns of what is not estimable.</summary>
    public required double[,] Covariance { get; init; }

    /// <summary>Akaike's criterion: twice the number of parameters (intercept, coefficients, scale and share cured) less twice the log-likelihood.</summary>
    public double Aic => 2 * (Coefficients.Length + (Cured is null ? 2 : 3)) - 2 * LogLikelihood;

    /// <summary>The estimates in the covariance's order; what is not estimable counts as 0.</summary>
    internal double[] Estimates => Cured is { } cured
        ? [Intercept ?? 0, .. Coefficients.Select(c => c ?? 0), Math.Log(Scale), Math.Log(cured / (1 - cured))]
        : [Intercept ?? 0, .. Coefficients.Select(c => c ?? 0), Math.Log(Scale)];
}
