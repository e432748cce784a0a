using SmpInsights.Statistics.Simulation;

namespace SmpInsights.Statistics.Survival;

/// <summary>Draws of a fitted model's parameters from the normal distribution of (intercept, coefficients, log scale, logit of the share cured) about their estimates.</summary>
public sealed class FailureTimeDraws
{
    private readonly FailureTimeDistribution distribution;
    private readonly MultivariateNormal parameters;
    private readonly bool cured;

    /// <param name="fit">A fit whose intercept is estimable; a coefficient that is not counts as 0, without error.</param>
    /// <exception cref="ArgumentException">The intercept is not estimable.</exception>
    public FailureTimeDraws(FailureTimeFit fit)
    {
        ArgumentNullException.ThrowIfNull(fit);
        if (fit.Intercept is null)
            throw new ArgumentException("The intercept is not estimable.", nameof(fit));
        distribution = fit.Distribution;
        parameters = new MultivariateNormal(fit.Estimates, fit.Covariance);
        cured = fit.Cured is not null;
    }

    /// <summary>One draw.</summary>
    /// <param name="random">Where it comes from.</param>
    public FailureTimeParameters Draw(ref SplitMix random) => new(distribution, parameters.Draw(ref random), cured);
}
