namespace SmpInsights.Statistics.Survival;

/// <summary>
/// A Kaplan-Meier curve. The arrays are parallel and hold one entry for every distinct time, ascending, of an event or a censoring;
/// between two times the curve is flat, and it is held flat beyond the last. Times are in the unit they were given in.
/// </summary>
public sealed class SurvivalCurve
{
    /// <summary>How near one half a curve counts as one half: the tolerance of R's <c>quantile.survfit</c>, the root of the machine precision.</summary>
    private const double HalfTolerance = 1.4901161193847656e-08;

    /// <summary>Number of subjects, at least one.</summary>
    public required int Subjects { get; init; }

    /// <summary>Number of subjects with the event.</summary>
    public required int Events { get; init; }

    /// <summary>Sum of all times.</summary>
    public required double PersonTime { get; init; }

    /// <summary>Distinct times, ascending.</summary>
    public required double[] Times { get; init; }

    /// <summary>Subjects under observation just before each time.</summary>
    public required int[] AtRisk { get; init; }

    /// <summary>Events at each time.</summary>
    public required int[] EventsAt { get; init; }

    /// <summary>Censorings at each time; they come after the events of the same time.</summary>
    public required int[] CensoredAt { get; init; }

    /// <summary>The curve from each time on.</summary>
    public required double[] Survival { get; init; }

    /// <summary>Greenwood standard error of <see cref="Survival"/>; null where the curve is 0.</summary>
    public required double?[] StandardError { get; init; }

    /// <summary>Lower limit of the log-log interval; null where the curve is exactly 1 or 0.</summary>
    public required double?[] Lower { get; init; }

    /// <summary>Upper limit, likewise.</summary>
    public required double?[] Upper { get; init; }

    /// <summary>
    /// The median and its interval. The median is where the curve first reaches one half, or the middle of the flat piece if it stays
    /// at exactly one half (to the last time if nothing follows); the limits are read in the same way from the lower and the upper curve
    /// (R. Brookmeyer and J. Crowley 1982, Biometrics 38, 29-41; rule for the flat piece as in R's <c>quantile.survfit</c>).
    /// </summary>
    public MedianTime Median => new(FirstAtOneHalf(i => Survival[i]), FirstAtOneHalf(i => Lower[i]), FirstAtOneHalf(i => Upper[i]));

    /// <summary>The curve at a time: 1, with everyone at risk, before the first; the last values, with no one at risk, beyond the last.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is negative or not finite.</exception>
    public SurvivalPoint At(double time)
    {
        int atRisk = AtRiskAt(time);
        int found = Array.BinarySearch(Times, time);
        int last = found >= 0 ? found : ~found - 1;
        return last < 0
            ? new SurvivalPoint(1, 0, null, null, atRisk)
            : new SurvivalPoint(Survival[last], StandardError[last], Lower[last], Upper[last], atRisk);
    }

    /// <summary>Subjects whose own time is <paramref name="time"/> or later.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is negative or not finite.</exception>
    public int AtRiskAt(double time)
    {
        RequireTime(time, nameof(time));
        int found = Array.BinarySearch(Times, time);
        int next = found >= 0 ? found : ~found;
        return next < AtRisk.Length ? AtRisk[next] : 0;
    }

    /// <summary>
    /// The area under the curve from 0 to the horizon. Its variance sums, over event times up to the horizon, the squared area still to
    /// come times d / (n (n − d)); the time at which the last subjects at risk all have the event adds nothing, as no area follows.
    /// Beyond the last time the curve is held flat (E. L. Kaplan and P. Meier 1958, J Am Stat Assoc 53, 457-481, section 6; R's
    /// <c>print.survfit</c> with a number for <c>rmean</c>).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="horizon"/> is negative or not finite.</exception>
    public RestrictedMean RestrictedMean(double horizon)
    {
        RequireTime(horizon, nameof(horizon));
        double end = horizon;
        double area = 0;
        double variance = 0;
        for (int i = Times.Length - 1; i >= 0; i--)
        {
            if (Times[i] > horizon)
                continue;
            area += (end - Times[i]) * Survival[i];
            end = Times[i];
            int left = AtRisk[i] - EventsAt[i];
            if (left > 0)
                variance += area * area * EventsAt[i] / ((double)AtRisk[i] * left);
        }
        return new RestrictedMean(area + end, Math.Sqrt(variance));
    }

    private double? FirstAtOneHalf(Func<int, double?> curve)
    {
        for (int i = 0; i < Times.Length; i++)
        {
            if (!(curve(i) <= 0.5 + HalfTolerance))
                continue;
            for (int j = i; j < Times.Length; j++)
            {
                if (curve(j) <= 0.5 - HalfTolerance)
                    return (Times[i] + Times[j]) / 2;
            }
            return curve(Times.Length - 1) is null ? null : (Times[i] + Times[^1]) / 2;
        }
        return null;
    }

    private static void RequireTime(double time, string name)
    {
        if (!(time is >= 0 and <= FollowUp.Longest))
            throw new ArgumentOutOfRangeException(name, time, "Must be a finite time, 0 or later.");
    }
}
