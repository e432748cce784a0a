using System.Collections.Concurrent;
using SmpInsights.Jobs.Definitions;
using SmpInsights.Outcomes.Time;

namespace SmpInsights.Jobs.Runs;

/// <summary>
/// Which months a definition owes in a time zone. The answer stays the same until a schedule comes or a month begins, so it is worked out once for each such stretch: a minute in which
/// nothing happens costs a look-up.
/// </summary>
public sealed class DueCalendar
{
    private readonly ConcurrentDictionary<(ReportDefinition Definition, string Zone), Stretch> _stretches = new();

    /// <summary>Closed months (yyyy-MM) whose scheduled time has passed, oldest first, at most <see cref="ReportDefinition.CatchUpMonths"/>.</summary>
    public IReadOnlyList<string> Months(ReportDefinition definition, TimeZoneInfo zone, DateTimeOffset now)
    {
        var key = (definition, zone.Id);
        if (_stretches.TryGetValue(key, out var known) && known.From <= now && now < known.Until)
            return known.Months;
        return (_stretches[key] = Work(definition, zone, now)).Months;
    }

    private static Stretch Work(ReportDefinition definition, TimeZoneInfo zone, DateTimeOffset now)
    {
        var current = ReportMonth.Of(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime));
        var times = current.Previous.Trailing(definition.CatchUpMonths).Select(m => (Month: m, At: DueRuns.DueAt(definition, m, zone))).ToList();
        var next = times.Where(t => t.At > now).Select(t => t.At!.Value).Append(LocalTime.Instant(current.Add(1).First.ToDateTime(TimeOnly.MinValue), zone)).Min();
        return new Stretch(now, next, [.. times.Where(t => t.At <= now).Select(t => t.Month.ToString())]);
    }

    private sealed record Stretch(DateTimeOffset From, DateTimeOffset Until, IReadOnlyList<string> Months);
}
