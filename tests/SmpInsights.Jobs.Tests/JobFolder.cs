using SmpInsights.Data;
using SmpInsights.Data.Reading;
using SmpInsights.Data.Runs;
using SmpInsights.Data.Tests;
using SmpInsights.Jobs.Adoption;
using SmpInsights.Jobs.Definitions;
using SmpInsights.Jobs.Runs;

namespace SmpInsights.Jobs.Tests;

/// <summary>A data folder with one clinic that has no rows yet, and the job on it.</summary>
public sealed class JobFolder : IDisposable
{
    public static readonly RunKey June = new("monthly-clinic", "C", string.Empty, "2026-06");

    public JobFolder()
    {
        Folder = new DataFolder(Directory.CreateTempSubdirectory("smp-job-").FullName);
        Database = SmpDatabase.Open(Folder.Root);
        Definitions = DefinitionCatalog.Load(Folder.Definitions);
        Reader = new OutcomeReader(Database);
        Ledger = new RunLedger(Database, Clock);
        Errors = new ErrorLog(Folder, Clock);
        Sql("INSERT INTO clinics (clinic_id, name, time_zone, currency) VALUES ('C', 'Clinic', 'Europe/London', 'GBP')");
        Job = MakeJob(TimeSpan.FromSeconds(5));
    }

    public DataFolder Folder { get; }

    public SmpDatabase Database { get; }

    public StoppedClock Clock { get; } = new();

    public DefinitionCatalog Definitions { get; }

    public OutcomeReader Reader { get; }

    /// <summary>Nothing is adopted unless a test does so.</summary>
    public SourceRows Source => new(Database, () => null, Folder, Clock);

    public RunLedger Ledger { get; }

    public ErrorLog Errors { get; }

    public ReportJob Job { get; }

    public ReportJob MakeJob(TimeSpan heartbeat) => new(Ledger, new ReportRun(Reader, Ledger, Definitions, Folder, "1.0"), Errors, heartbeat);

    public string Target(int revision) => Folder.Revision(June.Report, June.Clinic, June.Practitioner, June.Period, revision);

    public IReadOnlyList<string> Staging() => Directory.Exists(Folder.Staging) ? Directory.GetFileSystemEntries(Folder.Staging) : [];

    public string ErrorText() => File.Exists(Folder.ErrorLog) ? File.ReadAllText(Folder.ErrorLog) : string.Empty;

    /// <summary>Another worker takes the run over, as after a pause longer than the lease.</summary>
    public void TakeOver(long runId, string owner)
    {
        // A heartbeat may come in between and extend the lease once more.
        Assert.Contains(Enumerable.Range(0, 20), _ =>
        {
            Clock.Move(RunLease.Length);
            return Ledger.Claim(owner, RunLease.Length, runId) is not null;
        });
    }

    public void Sql(string statement)
    {
        using var connection = Database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }

    public void Dispose() => Directory.Delete(Folder.Root, recursive: true);
}
