using SmpInsights.Data.Reading;
using SmpInsights.Data.Runs;
using SmpInsights.Jobs.Definitions;
using SmpInsights.Outcomes.Time;

namespace SmpInsights.Jobs.Runs;

/// <summary>
/// What is due, from the definitions, the clinics' time zones, the ledger and the clock: never from a scheduler's memory, so that a machine that was off catches up once.
/// </summary>
public sealed class DueRuns(DueCalendar calendar)
{
    /// <summary>
    /// Closed months not yet in the ledger whose scheduled time has passed, oldest first, at most <see cref="ReportDefinition.CatchUpMonths"/> a clinic, practitioner or network.
    /// </summary>
    /// <param name="definitions">Of the reports.</param>
    /// <param name="clinics">All, by id: the first gives the network's clock.</param>
    /// <param name="treating">Who treats where.</param>
    /// <param name="ledger">Runs there are.</param>
    /// <param name="now">The time.</param>
    /// <param name="onlyZone">Only what goes by the clock of this time zone.</param>
    /// <exception cref="TimeZoneNotFoundException">A clinic's time zone is unknown here: see <see cref="HasKnownTimeZone"/>.</exception>
    public IReadOnlyList<RunKey> Of(IEnumerable<ReportDefinition> definitions, IReadOnlyList<ClinicRow> clinics, IReadOnlyList<TreatingRow> treating, IReadOnlySet<RunKey> ledger, DateTimeOffset now, string? onlyZone = null)
    {
        var due = new List<RunKey>();
        foreach (var definition in definitions)
        {
            foreach (var subject in RunSubject.Of(definition.Kind.Scope, clinics, treating).Where(s => onlyZone is null || string.Equals(s.Clock.TimeZone, onlyZone, StringComparison.Ordinal)))
            {
                foreach (var month in calendar.Months(definition, TimeZoneInfo.FindSystemTimeZoneById(subject.Clock.TimeZone), now))
                    if (subject.Key(definition.Id, month) is var key && !ledger.Contains(key))
                        due.Add(key);
            }
        }

        return [.. due.OrderBy(k => k.Period, StringComparer.Ordinal).ThenBy(k => k.Report, StringComparer.Ordinal).ThenBy(k => k.Clinic, StringComparer.Ordinal).ThenBy(k => k.Practitioner, StringComparer.Ordinal)];
    }

    /// <summary>The earliest month that can be due anywhere, as the ledger has it: what is older needs no looking up.</summary>
    public static string Earliest(IEnumerable<ReportDefinition> definitions, DateTimeOffset now) =>
        ReportMonth.Of(DateOnly.FromDateTime(now.UtcDateTime)).Add(-1 - definitions.Select(d => d.CatchUpMonths).DefaultIfEmpty(0).Max()).ToString();

    /// <summary>Whether this machine knows the clinic's time zone; without it, nobody can say when its months end.</summary>
    public static bool HasKnownTimeZone(ClinicRow clinic) => TimeZoneInfo.TryFindSystemTimeZoneById(clinic.TimeZone, out _);

    /// <summary>When a month's report is due: when the clinic's clock first shows the schedule's first time after the month's end. Null for a schedule that never comes.</summary>
    public static DateTimeOffset? DueAt(ReportDefinition definition, ReportMonth month, TimeZoneInfo zone)
    {
        // The schedule is read on the wall's clock, which UTC stands for here: no hour is missing or comes twice in it.
        var before = new DateTimeOffset(month.Add(1).First.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddSeconds(-1);
        return definition.Schedule.WithTimeZone(TimeZoneInfo.Utc).GetNextValidTimeAfter(before) is { } wall ? LocalTime.Instant(wall.DateTime, zone) : null;
    }
}
