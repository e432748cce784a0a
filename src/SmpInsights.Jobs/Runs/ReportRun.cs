using System.Globalization;
using SmpInsights.Data.Reading;
using SmpInsights.Data.Runs;
using SmpInsights.Jobs.Brands;
using SmpInsights.Jobs.Definitions;
using SmpInsights.Jobs.Settings;
using SmpInsights.Outcomes.Input;
using SmpInsights.Outcomes.Techniques;
using SmpInsights.Outcomes.Time;
using SmpInsights.Reporting;

namespace SmpInsights.Jobs.Runs;

/// <summary>One run of one report, from top to bottom: read, compute, suppress, lay out, write, publish.</summary>
public sealed class ReportRun(OutcomeReader reader, RunLedger ledger, DefinitionCatalog definitions, DataFolder folder, string productVersion, IReadOnlyList<IFigureWriter>? figureWriters = null)
{
    private readonly ArtefactStore _artefacts = new(folder);

    /// <param name="run">A run this owner has claimed.</param>
    /// <param name="owner">Whose lease it is: every mark in the ledger is refused to anyone else.</param>
    /// <param name="progress">Hears of each stage.</param>
    /// <param name="cancellation">Looked at between stages.</param>
    /// <exception cref="RunException">The run can't be done, and why.</exception>
    /// <exception cref="SettingException">The branding can't be used.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; nothing was published.</exception>
    public RunOutcome Execute(RunRow run, string owner, IProgress<RunProgress>? progress, CancellationToken cancellation)
    {
        var key = run.Key;
        void Begin(string stage)
        {
            cancellation.ThrowIfCancellationRequested();
            ledger.Stage(run.RunId, owner, stage, RunStage.Share(stage));
            progress?.Report(new RunProgress(key, stage, RunStage.Share(stage)));
        }

        var definition = definitions.TryGet(key.Report, out var found) ? found : throw new RunException($"There is no report \"{key.Report}\".");
        var month = ReportMonth.TryParse(key.Period, out var parsed) ? parsed : throw new RunException($"\"{key.Period}\" is no month (yyyy-MM).");

        // Read anew each time: a clinic's new logo does not wait for the worker to be started again.
        var branding = BrandBook.Load(folder).Of(key.Clinic);
        var definitionHash = BrandHash.With(definition.Hash, branding);

        Begin(RunStage.Read);
        var network = string.Equals(definition.Kind.Scope, ReportScope.Network, StringComparison.Ordinal);
        var rows = reader.Read(network ? null : key.Clinic, cancellation);
        if (rows.Clinics.Count == 0)
            throw new RunException(network ? "There is no clinic." : $"There is no clinic \"{key.Clinic}\".");
        if (key.Practitioner.Length > 0 && !rows.Practitioners.Id.Contains(key.Practitioner, StringComparer.Ordinal))
            throw new RunException($"There is no practitioner \"{key.Practitioner}\" in clinic {key.Clinic}.");
        var known = rows.KnownAt(month.Last);
        var input = InputFingerprint.Of(known);
        var fingerprint = InputFingerprint.Combined(input);
        if (Standing(key, fingerprint, definitionHash) is { } standing)
            return ledger.Discard(run.RunId, owner) ? standing : new RunOutcome.Lost(key);

        Begin(RunStage.Compute);
        var suppress = definition.Kind.Compute(known, new ReportSubject(month, Whose(key, rows), definition.Rebase));

        Begin(RunStage.Suppress);
        var layOut = suppress(definition.SmallestCell);

        Begin(RunStage.LayOut);
        var document = layOut(definition, productVersion).With(branding);

        Begin(RunStage.Write);
        var files = Artefacts.Write(document, figureWriters);
        var manifest = new Manifest(key.Report, key.Clinic, key.Period, run.Revision, month.Last, productVersion, definitionHash, input, [.. files.Select(f => new ManifestArtefact(f.Path, ArtefactStore.Sha256(f.Bytes)))], key.Practitioner.Length == 0 ? null : key.Practitioner);
        var staging = _artefacts.Stage(StagingName(run.RunId, owner), [.. files, new Artefact(Manifest.FileName, manifest.ToBytes())]);

        Begin(RunStage.Publish);
        var target = Target(key, run.Revision);
        return ledger.Publish(run.RunId, owner, fingerprint, definitionHash, productVersion, () => _artefacts.Publish(staging, target))
            ? new RunOutcome.Done(key, run.Revision, target, [.. manifest.Artefacts.Select(a => a.Path)])
            : new RunOutcome.Lost(key);
    }

    /// <summary>Leaves nothing of a run that did not get through.</summary>
    public void Abandon(RunRow run, string owner) => _artefacts.Discard(StagingName(run.RunId, owner));

    /// <summary>Removes staging that no one works in any more.</summary>
    public void Sweep() => _artefacts.Sweep(() => ledger.List().Where(r => r is { State: RunState.Running, LeaseOwner: not null }).Select(r => StagingName(r.RunId, r.LeaseOwner!)));

    /// <summary>Run and owner: a worker that takes a run over never touches the folder of the one before.</summary>
    private static string StagingName(long runId, string owner) => string.Create(CultureInfo.InvariantCulture, $"run-{runId}-{owner}");

    /// <summary>The practitioner of the run by id and name, of all rows: one who has not treated anyone by the month's end has a report that says so.</summary>
    private static PractitionerFacts? Whose(RunKey key, ClinicData rows) =>
        key.Practitioner.Length == 0 ? null : new PractitionerFacts(key.Practitioner, rows.Practitioners.Name[Array.IndexOf(rows.Practitioners.Id, key.Practitioner)]);

    private string Target(RunKey key, int revision) => folder.Revision(key.Report, key.Clinic, key.Practitioner, key.Period, revision);

    /// <summary>The latest revision, when it was made from the same rows, definition, branding and version and its files are whole.</summary>
    private RunOutcome.Unchanged? Standing(RunKey key, string fingerprint, string definitionHash)
    {
        if (ledger.LatestDone(key) is not { } last
            || !string.Equals(last.Fingerprint, fingerprint, StringComparison.Ordinal)
            || !string.Equals(last.DefinitionHash, definitionHash, StringComparison.Ordinal)
            || !string.Equals(last.ProductVersion, productVersion, StringComparison.Ordinal))
            return null;
        var target = Target(key, last.Revision);
        return ArtefactStore.IsWhole(target) && Manifest.In(target) is { } manifest ? new RunOutcome.Unchanged(key, last.Revision, target, [.. manifest.Artefacts.Select(a => a.Path)]) : null;
    }
}
