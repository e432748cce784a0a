using Microsoft.Data.Sqlite;
using SmpInsights.Data.Adoption;
using SmpInsights.Data.Runs;
using SmpInsights.Jobs.Adoption;
using SmpInsights.Jobs.Engine;

namespace SmpInsights.Jobs.Tests;

/// <summary>A worker reads the clinic's own database before it looks for what is due, and what is due waits while that can't be done.</summary>
public sealed class SourceRowsTests : IDisposable
{
    private readonly JobFolder _folder = new();
    private readonly List<string> _lines = [];
    private readonly string _file;

    public SourceRowsTests()
    {
        _file = Path.Combine(_folder.Folder.Root, "clinic.db");
        Clinic("""
            CREATE TABLE places (id, title, zone, money);
            INSERT INTO places VALUES ('C', 'Clinic', 'Europe/London', 'GBP');
            CREATE VIEW smp_source_clinics AS SELECT id AS clinic_id, title AS name, zone AS time_zone, money AS currency FROM places;
            CREATE VIEW smp_source_practitioners AS SELECT 'P' AS practitioner_id, 'C' AS clinic_id, 'Ann' AS name;
            CREATE VIEW smp_source_clients AS SELECT 'K' AS client_id, 'C' AS clinic_id;
            CREATE VIEW smp_source_techniques AS SELECT 'T' AS technique_id, 'Hairline' AS name;
            CREATE VIEW smp_source_treatments AS SELECT 'X' AS treatment_id, 'K' AS client_id, 'P' AS practitioner_id, 'T' AS technique_id, '2026-05-01' AS started_on;
            CREATE VIEW smp_source_sessions AS SELECT 'S' AS session_id, 'X' AS treatment_id, 1 AS session_no, '2026-05-01' AS performed_on, 'P' AS practitioner_id, 'completed' AS status;
            """);
        Source = new SourceRows(_folder.Database, () => File.Exists(_file) ? ClinicSource.Of(_file) : throw new IOException("The clinic's server is away."), _folder.Folder, _folder.Clock);
    }

    private SourceRows Source { get; }

    private WorkerLog Log => new(_folder.Errors, new LineLogger(_lines));

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    [Fact]
    public void Where_nothing_is_adopted_nothing_is_read()
    {
        Assert.Null(Source.State());
        Assert.Null(Source.Refresh(TimeSpan.Zero, progress: null, CancellationToken.None));
    }

    [Fact]
    public void Rows_are_read_again_once_they_are_old()
    {
        Source.Pull(ClinicSource.Of(_file), whole: false, remove: false, progress: null, CancellationToken.None);
        Clinic("UPDATE places SET title = 'Renamed'");

        Assert.Null(Source.Refresh(SourceRows.Every, progress: null, CancellationToken.None));
        _folder.Clock.Move(SourceRows.Every);
        Assert.Equal(1, Source.Refresh(SourceRows.Every, progress: null, CancellationToken.None)!.Changed);
        Assert.Equal("Renamed", Assert.Single(_folder.Reader.Clinics()).Name);
    }

    [Fact]
    public void What_is_due_waits_until_the_source_can_be_read()
    {
        Source.Pull(ClinicSource.Of(_file), whole: false, remove: false, progress: null, CancellationToken.None);
        _folder.Clock.Move(SourceRows.Every);
        var round = new DueRound(_folder.Definitions, Source, _folder.Reader, _folder.Ledger, _folder.Job, _folder.Clock, Log);
        File.Move(_file, _file + ".away");

        round.Queue(CancellationToken.None);
        round.QueueDue("monthly-clinic", "Europe/London", CancellationToken.None);

        Assert.Empty(_folder.Ledger.List());
        Assert.Equal("the clinic's own database was not read, so what is due waits, tried again by itself: The report's files can't be written: The clinic's server is away.", Assert.Single(_lines.Distinct(StringComparer.Ordinal)));

        File.Move(_file + ".away", _file);
        round.Queue(CancellationToken.None);
        Assert.Contains(_folder.Ledger.List(), r => r.Key.Report is "monthly-clinic" && r.State == RunState.Queued);
    }

    [Fact]
    public void A_source_that_lacks_what_is_needed_counts_as_not_read()
    {
        Source.Pull(ClinicSource.Of(_file), whole: false, remove: false, progress: null, CancellationToken.None);
        Clinic("DROP VIEW smp_source_sessions; CREATE VIEW smp_source_sessions AS SELECT 'S' AS session_id");
        _folder.Clock.Move(SourceRows.Every);

        var failed = Assert.Throws<Data.SmpDataException>(() => Source.Refresh(SourceRows.Every, progress: null, CancellationToken.None));

        Assert.EndsWith("was not read to its end: smp_source_sessions, treatment_id: required column missing.", failed.Message, StringComparison.Ordinal);
        Assert.Equal("smp_source_sessions, treatment_id: required column missing.", Source.State()!.Error);
        Assert.Throws<Data.SmpDataException>(() => Source.Refresh(SourceRows.Every, progress: null, CancellationToken.None));
    }

    private void Clinic(string statements)
    {
        using var clinic = new SqliteConnection($"Data Source={_file};Pooling=False");
        clinic.Open();
        using var command = new SqliteCommand(statements, clinic);
        command.ExecuteNonQuery();
    }
}
