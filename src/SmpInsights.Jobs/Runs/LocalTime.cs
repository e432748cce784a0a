namespace SmpInsights.Jobs.Runs;

/// <summary>A clinic's clock on the wall as an instant.</summary>
public static class LocalTime
{
    /// <summary>
    /// The instant at which a clock in the time zone first shows this time. A time that clocks skip is the instant they skip it; one that they show twice is the first.
    /// </summary>
    /// <param name="local">A whole minute.</param>
    /// <param name="zone">The time zone.</param>
    public static DateTimeOffset Instant(DateTime local, TimeZoneInfo zone)
    {
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(1);
        return new DateTimeOffset(local, zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local));
    }
}
