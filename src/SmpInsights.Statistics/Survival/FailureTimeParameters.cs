namespace SmpInsights.Statistics.Survival;

/// <summary>Parameters of an accelerated failure time model, with a share cured or without.</summary>
public sealed class FailureTimeParameters
{
    private readonly FailureTimeDistribution distribution;
    private readonly double[] values;
    private readonly int scale;

    /// <param name="distribution">Distribution of the error.</param>
    /// <param name="values">Intercept, coefficients, log scale, and the logit of the share cured where there is one; left as they are.</param>
    /// <param name="cured">Whether there is one.</param>
    internal FailureTimeParameters(FailureTimeDistribution distribution, double[] values, bool cured)
    {
        scale = values.Length - (cured ? 2 : 1);
        this.distribution = distribution;
        this.values = values;
    }

    /// <summary>The estimates; what is not estimable counts as 0.</summary>
    /// <param name="fit">Any fit.</param>
    public static FailureTimeParameters Of(FailureTimeFit fit)
    {
        ArgumentNullException.ThrowIfNull(fit);
        return new FailureTimeParameters(fit.Distribution, fit.Estimates, fit.Cured is not null);
    }

    /// <summary>The distribution of the time of a subject with these covariates.</summary>
    /// <param name="covariates">One a coefficient, in their order.</param>
    public FailureTimeCurve Curve(ReadOnlySpan<double> covariates)
    {
        double location = values[0];
        for (int j = 0; j < covariates.Length; j++)
            location += covariates[j] * values[j + 1];
        return new FailureTimeCurve(distribution, location, Math.Exp(values[scale]), scale < values.Length - 1 ? 1 / (1 + Math.Exp(-values[^1])) : 0);
    }
}
