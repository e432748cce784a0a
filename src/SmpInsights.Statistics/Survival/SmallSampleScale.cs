namespace SmpInsights.Statistics.Survival;

/// <summary>The scale of a fitted model for use with few events.</summary>
public static class SmallSampleScale
{
    /// <summary>
    /// The maximum likelihood estimate of a squared scale is too small by a share of about p / d, with p coefficients, the intercept included, and d events: exactly so for
    /// lognormal times without censoring, where the unbiased estimate divides by d − p. The fit is moved by that much, the other parameters along with the scale as their covariance says.
    /// </summary>
    /// <param name="fit">A fit by maximum likelihood.</param>
    /// <param name="events">Events it rests on; more than it has coefficients, or the fit is left as it is.</param>
    /// <returns>The moved fit, with the log-likelihood and covariance that it had.</returns>
    public static FailureTimeFit Corrected(FailureTimeFit fit, int events)
    {
        ArgumentNullException.ThrowIfNull(fit);
        int last = fit.Coefficients.Length + 1;
        double variance = fit.Covariance[last, last];
        if (events <= last || !(variance > 0))
            return fit;
        double change = Math.Log((double)events / (events - last)) / 2;
        double Along(int j) => fit.Covariance[j, last] / variance * change;
        return new FailureTimeFit
        {
            Distribution = fit.Distribution,
            Intercept = fit.Intercept + Along(0),
            Coefficients = [.. fit.Coefficients.Select((c, j) => c + Along(j + 1))],
            Scale = fit.Scale * Math.Exp(change),
            Cured = fit.Cured is { } cured ? cured / (cured + (1 - cured) * Math.Exp(-Along(last + 1))) : null,
            LogLikelihood = fit.LogLikelihood,
            Covariance = fit.Covariance,
        };
    }
}
