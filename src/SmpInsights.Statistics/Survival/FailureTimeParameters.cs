namespace SmpInsights.Statistics.Survival;

/// <summary>Parameters of an accelerated failure time model.</summary>
public sealed class FailureTimeParameters
{
    private readonly FailureTimeDistribution distribution;
    private readonly double[] values;

    /// <param name="distribution">Distribution of the error.</param>
    /// <param name="values">Intercept, coefficients, log scale; left as they are.</param>
    internal FailureTimeParameters(FailureTimeDistribution distribution, double[] values)
    {
        this.distribution = distribution;
        this.values = values;
    }

    /// <summary>The estimates; what is not estimable counts as 0.</summary>
    /// <param name="fit">Any fit.</param>
    public static FailureTimeParameters Of(FailureTimeFit fit)
    {
        ArgumentNullException.ThrowIfNull(fit);
        return new FailureTimeParameters(fit.Distribution, [fit.Intercept ?? 0, .. fit.Coefficients.Select(c => c ?? 0), Math.Log(fit.Scale)]);
    }

    /// <summary>The distribution of the time of a subject with these covariates.</summary>
    /// <param name="covariates">One a coefficient, in their order.</param>
    public FailureTimeCurve Curve(ReadOnlySpan<double> covariates)
    {
        double location = values[0];
        for (int j = 0; j < covariates.Length; j++)
            location += covariates[j] * values[j + 1];
        return new FailureTimeCurve(distribution, location, Math.Exp(values[^1]));
    }
}
