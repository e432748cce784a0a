using System.Globalization;
using SmpInsights.Data.Import;
using SmpInsights.Data.Runs;
using SmpInsights.Data.Tests.Stores;

namespace SmpInsights.Data.Tests.Import;

/// <summary>What one file of an import leaves to the next.</summary>
public abstract class FilesOfOneImportTests(TestStore store) : IDisposable
{
    public sealed class OnSqlite() : FilesOfOneImportTests(new SqliteStore());

    [Collection(ServerStore.Collection)]
    public sealed class OnSqlServer(ServerStore store) : FilesOfOneImportTests(store);

    /// <summary>More than are staged at once.</summary>
    private const int ManyRows = 17_000;

    private const string Clinics = "clinic_id,name,time_zone,currency";

    private readonly ImportBench bench = new ImportBench(store).WithClinic();

    public void Dispose() => bench.Dispose();

    [Fact]
    public void One_that_breaks_off_leaves_no_rejects_to_the_next()
    {
        bench.WriteLines("techniques", Enumerable.Range(0, ManyRows).Select(i => string.Create(CultureInfo.InvariantCulture, $"t{i},")).Prepend("technique_id,name"));
        bench.Write("sessions", "session_id,treatment_id,session_no,performed_on,practitioner_id,status", "S2,T1,2,2026-01-11,P1,completed", "S3,nobody,2,2026-01-11,P1,completed");
        using var run = NewRun();
        using var breaksOff = new BreaksOff(new CsvSource(File.OpenRead(PathOf("techniques"))), ManyRows);
        Assert.True(new TableImport(run, Table("techniques")).Run(breaksOff).Unreadable);

        var sessions = new TableImport(run, Table("sessions")).Run(PathOf("sessions"));

        Assert.Equal((1, 1), (sessions.Inserted, sessions.Rejected));
        Assert.Equal(["S1", "S2"], bench.Stored("SELECT session_id FROM sessions ORDER BY 1"));
        Assert.Equal(["techniques.csv 0", "sessions.csv 3"], run.Rejects.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.File} {r.Line}")));
    }

    [Fact]
    public void A_clinic_that_comes_after_every_other_was_changed_is_marked_as_changed()
    {
        using (var run = NewRun())
        {
            bench.Write("clinics", Clinics, "C1,Paris,Europe/London,GBP");
            Assert.Equal(1, new TableImport(run, Table("clinics")).Run(PathOf("clinics")).Updated);
            bench.Write("clinics", Clinics, "C2,Leeds,Europe/London,GBP");
            Assert.Equal(1, new TableImport(run, Table("clinics")).Run(PathOf("clinics")).Inserted);
            run.Changed.Release();
        }

        Assert.Contains(new ClinicChanges(bench.Database, bench.Clock).Waiting(), change => change.Clinic is "C2");
    }

    private static ContractTable Table(string name) => Contract.Tables.Single(t => string.Equals(t.Name, name, StringComparison.Ordinal));

    private string PathOf(string table) => Path.Combine(bench.Csv, table + ".csv");

    private ImportRun NewRun() => new(bench.Database, bench.Clock, bench.RejectsPath, bench.WarningsPath, progress: null, CancellationToken.None);

    /// <summary>A file that cannot be read beyond a line.</summary>
    private sealed class BreaksOff(IRecordSource whole, long lastLine) : IRecordSource
    {
        public long Length => whole.Length;

        public IRecords Open(Action<DefectiveRecord> defective) => new Records(whole.Open(defective), lastLine);

        public Reject Place(Reject reject) => whole.Place(reject);

        public void Dispose() => whole.Dispose();

        private sealed class Records(IRecords whole, long lastLine) : IRecords
        {
            public long BytesRead => whole.BytesRead;

            public long Line => whole.Line;

            public int Count => whole.Count;

            public string this[int field] => whole[field];

            public string[]? Header(ContractTable table, out Reject? reject) => whole.Header(table, out reject);

            public bool Next() => whole.Next() && (whole.Line <= lastLine ? true : throw new IOException("The disk is gone."));

            public void Dispose() => whole.Dispose();
        }
    }
}
