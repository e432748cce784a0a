namespace SmpInsights.Statistics.Survival;

/// <summary>
/// The Nelson-Aalen estimator of a cumulative hazard under right censoring: the sum of d / n over event times, with variance the sum of d / n². W. Nelson (1972),
/// Technometrics 14, 945-966; O. O. Aalen (1978), Ann Stat 6, 701-726; J. P. Klein and M. L. Moeschberger, "Survival Analysis", 2nd ed. 2003, eqs. 4.2.3 and 4.2.4.
/// Same as <c>cumhaz</c> and <c>std.chaz</c> of R's <c>survfit</c>.
/// </summary>
public static class NelsonAalen
{
    /// <summary>The cumulative hazard of the subjects a Kaplan-Meier curve was fitted to, in O(distinct times).</summary>
    public static CumulativeHazard Of(SurvivalCurve curve)
    {
        ArgumentNullException.ThrowIfNull(curve);
        var hazard = new double[curve.Times.Length];
        var error = new double[curve.Times.Length];
        double sum = 0;
        double variance = 0;
        for (int i = 0; i < hazard.Length; i++)
        {
            double atRisk = curve.AtRisk[i];
            sum += curve.EventsAt[i] / atRisk;
            variance += curve.EventsAt[i] / (atRisk * atRisk);
            hazard[i] = sum;
            error[i] = Math.Sqrt(variance);
        }
        return new CumulativeHazard(curve.Times, hazard, error);
    }
}
