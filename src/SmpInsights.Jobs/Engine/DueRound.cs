using SmpInsights.Data.Reading;
using SmpInsights.Data.Runs;
using SmpInsights.Jobs.Adoption;
using SmpInsights.Jobs.Definitions;
using SmpInsights.Jobs.Runs;

namespace SmpInsights.Jobs.Engine;

/// <summary>What a worker looks for each minute, whatever engine calls it: staging that killed workers left, months that are due, reported months whose rows changed.</summary>
public sealed class DueRound(DefinitionCatalog definitions, SourceRows source, OutcomeReader reader, RunLedger ledger, ReportJob job, TimeProvider clock, WorkerLog log)
{
    private readonly DueCalendar _calendar = new();
    private readonly Lock _one = new();
    private readonly HashSet<string> _unknown = new(StringComparer.Ordinal);

    /// <summary>Queues what there is to do. What fails is said and tried again in the next round.</summary>
    /// <exception cref="OperationCanceledException">Stopped; what is queued stays queued.</exception>
    public void Queue(CancellationToken stop)
    {
        lock (_one)
        {
            log.Attempt("staging was not swept", job.Sweep);
            if (!IsFresh(stop))
                return;
            log.Attempt("what is due was not queued", () => QueueDue([.. definitions.All], onlyZone: null, stop));
            log.Attempt("late rows were not looked for", () => QueueLate(stop));
        }
    }

    /// <summary>Queues one report's due runs of the clinics in one time zone, for an engine that has a schedule for each.</summary>
    /// <exception cref="OperationCanceledException">Stopped; what is queued stays queued.</exception>
    public void QueueDue(string report, string timeZone, CancellationToken stop)
    {
        if (definitions.TryGet(report, out var definition))
            lock (_one)
                if (IsFresh(stop))
                    QueueDue([definition], timeZone, stop);
    }

    /// <summary>What is due waits until the clinic's own database can be read, where there is one: late and right, and nobody has to notice that rows were missing.</summary>
    private bool IsFresh(CancellationToken stop) => log.Attempt("the clinic's own database was not read, so what is due waits", () =>
    {
        if (source.Refresh(SourceRows.Every, progress: null, stop) is { } pulled)
            log.Pulled(pulled);
    });

    private void QueueDue(IReadOnlyCollection<ReportDefinition> due, string? onlyZone, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var treating = due.Any(d => string.Equals(d.Kind.Scope, ReportScope.Practitioner, StringComparison.Ordinal)) ? reader.Treating() : [];
        foreach (var key in new DueRuns(_calendar).Of(due, Clinics(), treating, ledger.Known(DueRuns.Earliest(due, now)), now, onlyZone))
        {
            stop.ThrowIfCancellationRequested();
            ledger.Queue(key);
            log.Queued(key);
        }
    }

    private void QueueLate(CancellationToken stop)
    {
        foreach (var key in new LateRows(definitions, reader, ledger, _calendar, clock).Queue(Clinics(), stop))
            log.Late(key);
    }

    private IReadOnlyList<ClinicRow> Clinics()
    {
        var clinics = reader.Clinics();
        foreach (var clinic in clinics.Where(c => !DueRuns.HasKnownTimeZone(c) && _unknown.Add(c.Id)))
            log.UnknownTimeZone(clinic.Id, clinic.TimeZone);
        return [.. clinics.Where(DueRuns.HasKnownTimeZone)];
    }
}
