namespace SmpInsights.Statistics.Survival;

/// <summary>The exponential distribution fitted to right-censored times by maximum likelihood: events over time under observation (Kalbfleisch and Prentice 2002, section 3.3).</summary>
public static class ConstantHazard
{
    /// <summary>Fits the one rate, as a Weibull distribution whose scale is known to be 1.</summary>
    /// <param name="times">Time under observation of each subject, in any unit, not negative.</param>
    /// <param name="events">Whether each subject's time ended in the event.</param>
    /// <returns>Null when nobody has the event, or nobody was observed for any time.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a time is not finite and not negative.</exception>
    public static FailureTimeFit? Fit(ReadOnlySpan<double> times, ReadOnlySpan<bool> events)
    {
        FollowUp.Require(times, events);
        double observed = 0;
        foreach (double time in times)
            observed += time;
        int ended = events.Count(true);
        if (ended == 0 || !(observed > 0))
            return null;
        return new FailureTimeFit
        {
            Distribution = FailureTimeDistribution.Weibull,
            Intercept = Math.Log(observed) - Math.Log(ended),
            Coefficients = [],
            Scale = 1,
            LogLikelihood = ended * (Math.Log(ended) - Math.Log(observed)) - ended,
            Covariance = new[,] { { 1.0 / ended, 0 }, { 0, 0 } },
        };
    }
}
