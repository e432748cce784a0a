using System.Globalization;
using SmpInsights.Data.Adoption;

namespace SmpInsights.Data.Import;

/// <summary>What the files of one import share: the connection and its staging tables, the moment it started, and the lists it writes.</summary>
internal sealed class ImportRun : IDisposable
{
    private readonly IssueFile rejectsFile;
    private readonly IssueFile warningsFile;
    private readonly IProgress<ImportProgress>? progress;
    private readonly bool byId;
    private readonly Lazy<HashSet<string>> adopted;

    /// <param name="db">Where the rows go.</param>
    /// <param name="clock">Gives the moment.</param>
    /// <param name="rejectsPath">The list of rejects.</param>
    /// <param name="warningsPath">The list of warnings.</param>
    /// <param name="progress">Hears of it.</param>
    /// <param name="ct">Stops it between rows and statements.</param>
    /// <param name="names">What a table's rows come from, where that is not its file: lists then name rows by id.</param>
    public ImportRun(SmpDatabase db, TimeProvider clock, string rejectsPath, string warningsPath, IProgress<ImportProgress>? progress, CancellationToken ct, Func<ContractTable, string>? names = null)
    {
        this.progress = progress;
        byId = names is not null;
        NameOf = names ?? (table => table.File);
        Cancellation = ct;
        var now = clock.GetUtcNow();
        UtcToday = DateOnly.FromDateTime(now.UtcDateTime);
        rejectsFile = new(rejectsPath, byId ? ["view", "id", "column", "value", "reason"] : ["file", "line", "column", "value", "reason"]);
        warningsFile = new(warningsPath, [byId ? "view" : "file", "id", "column", "value", "message"]);
        Database = db;
        Store = db.BeginImport(now);
        Zones = new(this, now);
        Cells = new(UtcToday);
        Changed = new(this, clock);
        adopted = new(() => [.. Database.Try(() => AdoptedViews.Of(Store.Connection, Database)).Keys]);
    }

    public SmpDatabase Database { get; }

    public ImportStore Store { get; }

    public CancellationToken Cancellation { get; }

    public DateOnly UtcToday { get; }

    public ClinicZones Zones { get; }

    public CellParser Cells { get; }

    public ChangedClinics Changed { get; }

    /// <summary>What a table's rows come from, for the person.</summary>
    public Func<ContractTable, string> NameOf { get; }

    /// <summary>Tables whose rows come from the clinic's own database.</summary>
    public IReadOnlySet<string> Adopted => adopted.Value;

    /// <summary>Told of every reject, however many are kept.</summary>
    public Action<Reject>? Heard { get; set; }

    /// <summary>Told of every warning.</summary>
    public Action<ImportWarning>? HeardWarning { get; init; }

    public List<Reject> Rejects { get; } = [];

    public List<ImportWarning> Warnings { get; } = [];

    public void Add(Reject reject)
    {
        Heard?.Invoke(reject);
        reject = reject with { Id = reject.Id is { } id ? Shown.Value(id) : null };
        rejectsFile.Add(reject.File, byId ? reject.Id ?? "" : reject.Line.ToString(CultureInfo.InvariantCulture), reject.Column, reject.Value, reject.Reason);
        if (Rejects.Count < ImportResult.Kept)
        {
            Rejects.Add(reject);
        }
    }

    public void Add(ImportWarning warning)
    {
        HeardWarning?.Invoke(warning);
        warningsFile.Add(warning.File, warning.Id, warning.Column, warning.Value, warning.Message);
        if (Warnings.Count < ImportResult.Kept)
        {
            Warnings.Add(warning);
        }
    }

    public void Report(ContractTable table, string stage, long rows, long bytesRead, long bytesTotal)
    {
        Cancellation.ThrowIfCancellationRequested();
        progress?.Report(new(NameOf(table), stage, rows, bytesRead, bytesTotal));
    }

    public void Dispose()
    {
        Store.Dispose();
        rejectsFile.Dispose();
        warningsFile.Dispose();
    }
}
