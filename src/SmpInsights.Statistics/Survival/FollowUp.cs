namespace SmpInsights.Statistics.Survival;

internal static class FollowUp
{
    public static void Require(ReadOnlySpan<double> times, ReadOnlySpan<bool> events)
    {
        if (events.Length != times.Length)
            throw new ArgumentException("There must be as many event marks as times.", nameof(events));
        foreach (double time in times)
        {
            if (!(time >= 0 && double.IsFinite(time)))
                throw new ArgumentException("Every time must be finite and not negative.", nameof(times));
        }
    }
}
