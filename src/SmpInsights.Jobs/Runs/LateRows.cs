using SmpInsights.Data.Reading;
using SmpInsights.Data.Runs;
using SmpInsights.Jobs.Definitions;
using SmpInsights.Outcomes.Time;

namespace SmpInsights.Jobs.Runs;

/// <summary>
/// Late rows: where an import changed a clinic's rows, its reported months are held against them, and those that were made from others are queued again. A clinic is read once for
/// all its months, and only after a change; months older than <see cref="ReportDefinition.CatchUpMonths"/> stay as they are.
/// </summary>
public sealed class LateRows(DefinitionCatalog definitions, OutcomeReader reader, RunLedger ledger, DueCalendar calendar, TimeProvider clock)
{
    /// <summary>How long a worker has a comparison to itself.</summary>
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(10);

    /// <summary>Queues revisions of what was reported from other rows.</summary>
    /// <param name="clinics">By id; those in unknown time zones left out.</param>
    /// <param name="stop">Stops between clinics and in the middle of reading one; what is not compared is compared later.</param>
    public IEnumerable<RunKey> Queue(IReadOnlyList<ClinicRow> clinics, CancellationToken stop)
    {
        foreach (var change in ledger.Changes.Waiting())
        {
            stop.ThrowIfCancellationRequested();
            if (!ledger.Changes.Claim(change, Hold))
                continue;
            var reported = Reported(change.Clinic, clinics);
            foreach (var run in reported.Count == 0 ? [] : Differing(change.Clinic, reported, stop))
            {
                ledger.Queue(run);
                yield return run;
            }

            ledger.Changes.Compared(change);
        }
    }

    /// <summary>The newest revisions of a clinic's months that may still change, where they are done.</summary>
    private List<RunRow> Reported(string clinic, IReadOnlyList<ClinicRow> clinics)
    {
        var network = string.Equals(clinic, ReportScope.AllClinics, StringComparison.Ordinal);
        if ((network ? clinics.FirstOrDefault() : clinics.FirstOrDefault(c => string.Equals(c.Id, clinic, StringComparison.Ordinal))) is not { } place)
            return [];
        var (now, zone) = (clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(place.TimeZone));
        var open = definitions.All.Where(d => string.Equals(d.Kind.Scope, ReportScope.Network, StringComparison.Ordinal) == network)
            .ToDictionary(d => d.Id, d => calendar.Months(d, zone, now), StringComparer.Ordinal);
        return [.. ledger.Newest(clinic, DueRuns.Earliest(definitions.All, now)).Where(r => r.State == RunState.Done && open.TryGetValue(r.Key.Report, out var months) && months.Contains(r.Key.Period, StringComparer.Ordinal))];
    }

    private IEnumerable<RunKey> Differing(string clinic, List<RunRow> reported, CancellationToken stop)
    {
        var rows = reader.Read(string.Equals(clinic, ReportScope.AllClinics, StringComparison.Ordinal) ? null : clinic, stop);
        foreach (var month in reported.GroupBy(r => r.Key.Period, StringComparer.Ordinal))
        {
            stop.ThrowIfCancellationRequested();
            if (!ReportMonth.TryParse(month.Key, out var period))
                continue;
            var fingerprint = InputFingerprint.Combined(InputFingerprint.Of(rows.KnownAt(period.Last)));
            foreach (var run in month.Where(r => !string.Equals(r.Fingerprint, fingerprint, StringComparison.Ordinal)))
                yield return run.Key;
        }
    }
}
