using SmpInsights.Jobs.Definitions;
using SmpInsights.Outcomes.Time;

namespace SmpInsights.Jobs.Runs;

/// <summary>The next time a definition's schedule comes, and the month that is reported then.</summary>
public sealed record NextDue(ReportMonth Month, DateTimeOffset At)
{
    /// <summary>Null where the schedule does not come again. The earliest month still to come: a schedule of once a year brings later months with it.</summary>
    public static NextDue? Of(ReportDefinition definition, TimeZoneInfo zone, DateTimeOffset now)
    {
        var current = ReportMonth.Of(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime));
        foreach (var month in new[] { current.Previous, current })
            if (DueRuns.DueAt(definition, month, zone) is { } at && at > now)
                return new NextDue(month, TimeZoneInfo.ConvertTime(at, zone));
        return null;
    }
}
