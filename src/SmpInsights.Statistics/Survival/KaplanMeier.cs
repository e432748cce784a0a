using SmpInsights.Statistics.Distributions;

namespace SmpInsights.Statistics.Survival;

/// <summary>
/// The product-limit estimator of a survival curve under right censoring. E. L. Kaplan and P. Meier (1958), J Am Stat Assoc 53,
/// 457-481; error of M. Greenwood (1926); interval on the scale log(−log S) (J. D. Kalbfleisch and R. L. Prentice, "The Statistical
/// Analysis of Failure Time Data", 2nd ed. 2002, section 1.4).
/// </summary>
public static class KaplanMeier
{
    /// <summary>Fits the curve in O(n log n). Equal times are those equal as numbers; at one time events come before censorings.</summary>
    /// <param name="times">Time under observation of each subject, in any order and unit, 0 or more.</param>
    /// <param name="events">Whether each subject's time ended in the event (true) or was censored (false).</param>
    /// <param name="level">Confidence level of the interval, strictly between 0 and 1.</param>
    /// <exception cref="ArgumentException">There is no subject, the lengths differ, or a time is negative, not finite or beyond 1e100.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is outside its range.</exception>
    public static SurvivalCurve Fit(ReadOnlySpan<double> times, ReadOnlySpan<bool> events, double level = 0.95)
    {
        if (times.IsEmpty)
            throw new ArgumentException("A curve needs at least one subject.", nameof(times));
        FollowUp.Require(times, events);
        double z = Gaussian.TwoSided(level);

        double[] sorted = times.ToArray();
        bool[] ended = events.ToArray();
        Array.Sort(sorted, ended);
        int distinct = 1;
        for (int i = 1; i < sorted.Length; i++)
            distinct += sorted[i] == sorted[i - 1] ? 0 : 1;

        var curve = new SurvivalCurve
        {
            Subjects = sorted.Length,
            Events = ended.AsSpan().Count(true),
            PersonTime = sorted.Sum(),
            Times = new double[distinct],
            AtRisk = new int[distinct],
            EventsAt = new int[distinct],
            CensoredAt = new int[distinct],
            Survival = new double[distinct],
            StandardError = new double?[distinct],
            Lower = new double?[distinct],
            Upper = new double?[distinct],
        };

        double survival = 1;
        double greenwood = 0;
        for (int i = 0, next = 0, k = 0; i < sorted.Length; i = next, k++)
        {
            int failed = 0;
            for (next = i; next < sorted.Length && sorted[next] == sorted[i]; next++)
                failed += ended[next] ? 1 : 0;
            int atRisk = sorted.Length - i;
            int left = atRisk - failed;
            survival *= (double)left / atRisk;
            if (left > 0)
                greenwood += failed / ((double)atRisk * left);

            curve.Times[k] = sorted[i];
            curve.AtRisk[k] = atRisk;
            curve.EventsAt[k] = failed;
            curve.CensoredAt[k] = next - i - failed;
            curve.Survival[k] = survival;
            curve.StandardError[k] = survival > 0 ? survival * Math.Sqrt(greenwood) : null;
            if (survival is > 0 and < 1)
            {
                double log = Math.Log(survival);
                double spread = Math.Exp(z * Math.Sqrt(greenwood) / -log);
                curve.Lower[k] = Math.Exp(log * spread);
                curve.Upper[k] = Math.Exp(log / spread);
            }
        }
        return curve;
    }
}
