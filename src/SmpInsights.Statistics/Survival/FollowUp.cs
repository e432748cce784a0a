namespace SmpInsights.Statistics.Survival;

internal static class FollowUp
{
    /// <summary>No time in any unit is longer; sums and squares of such times are still numbers.</summary>
    public const double Longest = 1e100;

    public static void Require(ReadOnlySpan<double> times, ReadOnlySpan<bool> events)
    {
        if (events.Length != times.Length)
            throw new ArgumentException("There must be as many event marks as times.", nameof(events));
        foreach (double time in times)
        {
            if (!(time is >= 0 and <= Longest))
                throw new ArgumentException("Every time must be finite, not negative and at most 1e100.", nameof(times));
        }
    }
}
