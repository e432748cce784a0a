using System.Globalization;

namespace SmpInsights.Data.Import;

/// <summary>What the files of one import share: the connection and its staging tables, the moment it started, and the lists it writes.</summary>
internal sealed class ImportRun : IDisposable
{
    private readonly IssueFile rejectsFile;
    private readonly IssueFile warningsFile;
    private readonly IProgress<ImportProgress>? progress;

    public ImportRun(SmpDatabase db, TimeProvider clock, string rejectsPath, string warningsPath, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        this.progress = progress;
        Cancellation = ct;
        var now = clock.GetUtcNow();
        UtcToday = DateOnly.FromDateTime(now.UtcDateTime);
        rejectsFile = new(rejectsPath, ["file", "line", "column", "value", "reason"]);
        warningsFile = new(warningsPath, ["file", "id", "column", "value", "message"]);
        Database = db;
        Store = db.BeginImport(now);
        Zones = new(this, now);
        Cells = new(UtcToday);
        Changed = new(this, clock);
    }

    public SmpDatabase Database { get; }

    public ImportStore Store { get; }

    public CancellationToken Cancellation { get; }

    public DateOnly UtcToday { get; }

    public ClinicZones Zones { get; }

    public CellParser Cells { get; }

    public ChangedClinics Changed { get; }

    public List<Reject> Rejects { get; } = [];

    public List<ImportWarning> Warnings { get; } = [];

    public void Add(Reject reject)
    {
        rejectsFile.Add(reject.File, reject.Line.ToString(CultureInfo.InvariantCulture), reject.Column, reject.Value, reject.Reason);
        if (Rejects.Count < ImportResult.Kept)
        {
            Rejects.Add(reject);
        }
    }

    public void Add(ImportWarning warning)
    {
        warningsFile.Add(warning.File, warning.Id, warning.Column, warning.Value, warning.Message);
        if (Warnings.Count < ImportResult.Kept)
        {
            Warnings.Add(warning);
        }
    }

    public void Report(ContractTable table, string stage, long rows, long bytesRead, long bytesTotal)
    {
        Cancellation.ThrowIfCancellationRequested();
        progress?.Report(new(table.File, stage, rows, bytesRead, bytesTotal));
    }

    public void Dispose()
    {
        Store.Dispose();
        rejectsFile.Dispose();
        warningsFile.Dispose();
    }
}
