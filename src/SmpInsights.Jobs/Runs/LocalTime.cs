namespace SmpInsights.Jobs.Runs;

/// <summary>A clinic's clock on the wall as an instant.</summary>
public static class LocalTime
{
    /// <summary>Further than any clock is ahead of UTC.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(15);

    /// <summary>
    /// The instant at which a clock in the time zone first shows this time or a later one: a time that clocks skip is the instant they skip it, one that they show twice is the first.
    /// Looked for from instants to clocks, minute by minute, since that way round there is one answer whatever the zone did; some 1,000 steps.
    /// </summary>
    /// <param name="local">A whole minute.</param>
    /// <param name="zone">The time zone.</param>
    public static DateTimeOffset Instant(DateTime local, TimeZoneInfo zone)
    {
        var at = new DateTimeOffset(local, TimeSpan.Zero) - Ahead;
        while (TimeZoneInfo.ConvertTime(at, zone).DateTime < local)
            at = at.AddMinutes(1);
        return at;
    }
}
