using SmpInsights.Data.Reading;
using SmpInsights.Data.Runs;
using SmpInsights.Jobs.Definitions;
using SmpInsights.Outcomes.Time;

namespace SmpInsights.Jobs.Runs;

/// <summary>
/// What is due, from the definitions, the clinics' time zones, the ledger and the clock: never from a scheduler's memory, so that a machine that was off catches up once.
/// </summary>
public static class DueRuns
{
    /// <summary>
    /// Closed months not yet in the ledger whose scheduled time has passed, oldest first, at most <see cref="ReportDefinition.CatchUpMonths"/> a clinic, practitioner or network.
    /// </summary>
    /// <exception cref="TimeZoneNotFoundException">A clinic's time zone is unknown here: see <see cref="HasKnownTimeZone"/>.</exception>
    public static IReadOnlyList<RunKey> Of(IEnumerable<ReportDefinition> definitions, IReadOnlyList<ClinicRow> clinics, IReadOnlyList<TreatingRow> treating, IEnumerable<RunRow> ledger, DateTimeOffset now)
    {
        var known = ledger.Select(r => r.Key).ToHashSet();
        var due = new List<RunKey>();
        foreach (var definition in definitions)
        {
            foreach (var subject in RunSubject.Of(definition.Kind.Scope, clinics, treating))
            {
                var zone = TimeZoneInfo.FindSystemTimeZoneById(subject.Clock.TimeZone);
                var current = ReportMonth.Of(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime));
                due.AddRange(current.Previous.Trailing(definition.CatchUpMonths)
                    .Where(m => DueAt(definition, m, zone) <= now)
                    .Select(m => subject.Key(definition.Id, m.ToString()))
                    .Where(k => !known.Contains(k)));
            }
        }

        return [.. due.OrderBy(k => k.Period, StringComparer.Ordinal).ThenBy(k => k.Report, StringComparer.Ordinal).ThenBy(k => k.Clinic, StringComparer.Ordinal).ThenBy(k => k.Practitioner, StringComparer.Ordinal)];
    }

    /// <summary>Whether this machine knows the clinic's time zone; without it, nobody can say when its months end.</summary>
    public static bool HasKnownTimeZone(ClinicRow clinic) => TimeZoneInfo.TryFindSystemTimeZoneById(clinic.TimeZone, out _);

    /// <summary>When a month's report is due: the schedule's first local time after the month's end. Null for a schedule that never comes.</summary>
    public static DateTimeOffset? DueAt(ReportDefinition definition, ReportMonth month, TimeZoneInfo zone)
    {
        var firstInstant = month.Add(1).First.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(firstInstant))
            firstInstant = firstInstant.AddMinutes(15);
        var before = new DateTimeOffset(firstInstant, zone.GetUtcOffset(firstInstant)).AddSeconds(-1);
        return definition.Schedule.WithTimeZone(zone).GetNextValidTimeAfter(before);
    }
}
