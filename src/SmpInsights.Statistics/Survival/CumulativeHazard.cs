namespace SmpInsights.Statistics.Survival;

/// <summary>A cumulative hazard; parallel arrays with one entry for every distinct time of an event or a censoring. Between two times it is flat, and it is held flat beyond the last.</summary>
/// <param name="Times">Distinct times, ascending, in the unit they were given in.</param>
/// <param name="Hazard">Expected events of a subject that could have more than one, up to and including each time; 0 or above.</param>
/// <param name="StandardError">Its standard error; 0 before the first event.</param>
public sealed record CumulativeHazard(double[] Times, double[] Hazard, double[] StandardError)
{
    /// <summary>The cumulative hazard at a time: 0 before the first, the last value beyond the last.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is negative, not finite or beyond 1e100.</exception>
    public double At(double time)
    {
        if (!(time is >= 0 and <= FollowUp.Longest))
            throw new ArgumentOutOfRangeException(nameof(time), time, "Must be a finite time, 0 or later.");
        int found = Array.BinarySearch(Times, time);
        int last = found >= 0 ? found : ~found - 1;
        return last < 0 ? 0 : Hazard[last];
    }
}
