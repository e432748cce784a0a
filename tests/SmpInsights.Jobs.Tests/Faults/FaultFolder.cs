using SmpInsights.Data;
using SmpInsights.Data.Reading;
using SmpInsights.Data.Runs;
using SmpInsights.Data.Tests;
using SmpInsights.Jobs.Definitions;
using SmpInsights.Jobs.Engine;
using SmpInsights.Jobs.Runs;

namespace SmpInsights.Jobs.Tests.Faults;

/// <summary>A data folder in which June is reported and a payment of June has come since, so that its second revision waits; disk and database fail as planned.</summary>
public sealed class FaultFolder : IDisposable
{
    public static readonly RunKey June = new("short", "C", string.Empty, "2026-06");

    private readonly RunLedger _ledger;
    private readonly ReportRun _run;
    private readonly ErrorLog _errors;
    private readonly JobHost _host = new();

    /// <param name="like">Copied as it is; made anew where null.</param>
    public FaultFolder(FaultFolder? like = null)
    {
        Folder = new DataFolder(Directory.CreateTempSubdirectory("smp-fault-").FullName);
        foreach (var file in like is null ? [] : Directory.EnumerateFiles(like.Folder.Root, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Folder.Root, Path.GetRelativePath(like!.Folder.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var database = SmpDatabase.Open(Folder.Root, connection => new FaultyConnection(connection, Plan));
        _errors = new ErrorLog(Folder, Clock);
        _ledger = new RunLedger(database, Clock);
        Sound = new RunLedger(SmpDatabase.Open(Folder.Root), Clock);
        if (like is null)
            Fill();
        _run = new ReportRun(new OutcomeReader(database), _ledger, DefinitionCatalog.Load(Folder.Definitions), Folder, "1.0", disk: new FaultyFiles(Plan));
    }

    public DataFolder Folder { get; }

    public FaultPlan Plan { get; } = new();

    public StoppedClock Clock { get; } = new();

    /// <summary>The same ledger, where nothing fails.</summary>
    public RunLedger Sound { get; }

    public List<string> Lines { get; } = [];

    public string Target(int revision) => Folder.Revision(June.Report, June.Clinic, June.Practitioner, June.Period, revision);

    /// <summary>Hashes of a revision's files, by its own manifest, once it is seen to be whole.</summary>
    public IReadOnlyList<ManifestArtefact> Whole(int revision)
    {
        Assert.True(ArtefactStore.IsWhole(Target(revision)), FormattableString.Invariant($"r{revision} is not whole."));
        return Manifest.In(Target(revision))!.Artefacts;
    }

    public IReadOnlyList<string> Staging() => Directory.Exists(Folder.Staging) ? Directory.GetFileSystemEntries(Folder.Staging) : [];

    /// <summary>A worker's lane as it is started: it sweeps and runs what waits; what fails, it says.</summary>
    public async Task LaneAsync()
    {
        var job = new ReportJob(_ledger, _run, _errors, TimeSpan.FromHours(1));
        var log = new WorkerLog(_errors, new LineLogger(Lines));
        log.Attempt("staging was not swept", job.Sweep);
        await new RunQueuedReportsJob(job, _host, log).Execute(null!, CancellationToken.None);
    }

    public void Dispose()
    {
        _host.Dispose();
        Directory.Delete(Folder.Root, recursive: true);
    }

    private void Fill()
    {
        Directory.CreateDirectory(Folder.Definitions);
        File.WriteAllText(Path.Combine(Folder.Definitions, "short.json"), """
            { "id": "short", "kind": "finance-ledger", "title": "Short", "audience": "owner", "period": "month", "scope": "clinic", "schedule": { "cron": "0 6 2 * *" }, "sections": ["overview", "months"] }
            """);
        Sql("INSERT INTO clinics (clinic_id, name, time_zone, currency) VALUES ('C', 'Clinic', 'Europe/London', 'GBP')");
        Sql("INSERT INTO payments (payment_id, clinic_id, kind, paid_on, amount, tax, currency) VALUES ('1', 'C', 'product', '2026-06-03', 1000000, 0, 'GBP')");
    }

    public void AddLatePayment() => Sql("INSERT INTO payments (payment_id, clinic_id, kind, paid_on, amount, tax, currency) VALUES ('2', 'C', 'product', '2026-06-04', 500000, 0, 'GBP')");

    private void Sql(string statement)
    {
        using var connection = SmpDatabase.Open(Folder.Root).Connect();
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }
}
