using Dapper;
using SmpInsights.Data.Import;
using SmpInsights.Data.Runs;
using SmpInsights.Data.Tests.Stores;

namespace SmpInsights.Data.Tests.Import;

/// <summary>Which clinics an import says it changed: those whose reports may differ, and no others.</summary>
public abstract class ChangedClinicsTests : IDisposable
{
    public sealed class OnSqlite() : ChangedClinicsTests(new SqliteStore());

    [Collection(ServerStore.Collection)]
    public sealed class OnSqlServer(ServerStore store) : ChangedClinicsTests(store);

    private const string Payments = "payment_id,clinic_id,kind,paid_on,amount,tax,currency";

    private readonly ImportBench bench;

    protected ChangedClinicsTests(TestStore store)
    {
        bench = new ImportBench(store);
        bench.Write("clinics", "clinic_id,name,time_zone,currency", "A,Clinic A,Europe/London,GBP", "B,Clinic B,Europe/London,GBP");
        bench.Write("practitioners", "practitioner_id,clinic_id,name", "PA,A,P", "PB,B,P");
        bench.Write("techniques", "technique_id,name", "hair,Hairline");
        bench.Write("clients", "client_id,clinic_id", "KA,A", "KB,B");
        bench.Write("treatments", "treatment_id,client_id,practitioner_id,technique_id,started_on", "TA,KA,PA,hair,2026-05-01", "TB,KB,PB,hair,2026-05-01");
        bench.Write("sessions", "session_id,treatment_id,session_no,performed_on,practitioner_id,status", "SA,TA,1,2026-05-01,PA,completed", "SB,TB,1,2026-05-01,PB,completed");
        bench.Write("payments", Payments, "YA,A,product,2026-05-01,10.00,0,GBP");
        bench.Import();
    }

    private ClinicChanges Changes => new(bench.Database, bench.Clock);

    public void Dispose() => bench.Dispose();

    [Fact]
    public void The_first_import_changes_every_clinic_and_the_same_rows_again_none()
    {
        Assert.Equal(["A", "B", "all"], Changed());
        bench.Import();
        Assert.Empty(Changed());
    }

    [Theory]
    [InlineData("payments", Payments, "YB,B,product,2026-05-01,10.00,0,GBP", "B all")] // a new row
    [InlineData("payments", Payments, "YA,A,product,2026-05-01,11.00,0,GBP", "A all")] // a corrected one
    [InlineData("payments", Payments, "YA,B,product,2026-05-01,10.00,0,GBP", "A B all")] // one that goes over to another clinic
    [InlineData("payments", Payments, "YA,A,product,2026-05-01,10.00,0,GBP", "")] // the same
    [InlineData("payments", Payments, "YC,A,product,2026-05-01,10.00,0,EUR", "")] // rejected
    [InlineData("sessions", "session_id,treatment_id,session_no,performed_on,practitioner_id,status", "SB,TB,1,2026-05-02,PB,completed", "B all")]
    [InlineData("sessions", "session_id,treatment_id,session_no,performed_on,practitioner_id,status", "SB,TA,1,2026-05-01,PB,completed", "A B all")]
    [InlineData("treatments", "treatment_id,client_id,practitioner_id,technique_id,started_on", "TA,KB,PA,hair,2026-05-01", "A B all")]
    [InlineData("clients", "client_id,clinic_id", "KA,B", "A B all")]
    [InlineData("clients", "client_id,clinic_id,sex", "KA,A,F", "A all")]
    [InlineData("clinics", "clinic_id,name,time_zone,currency", "B,Other,Europe/London,GBP", "B all")]
    [InlineData("techniques", "technique_id,name", "hair,Other", "A B all")] // a name that any report may show
    public void A_row_changes_its_clinic_and_the_one_it_left(string table, string header, string row, string expected)
    {
        Changed();
        bench.Write(table, header, row);
        bench.Import();
        Assert.Equal(expected, string.Join(' ', Changed()));
    }

    [Fact]
    public void An_import_holds_its_marks_to_its_end_and_one_that_was_killed_for_ten_minutes()
    {
        Changed();
        bench.Write("payments", Payments, "YB,B,product,2026-05-01,10.00,0,GBP");
        IReadOnlyList<ClinicChange> meanwhile = [new("never looked", 0)];
        bench.Import(progress: new Looking(p =>
        {
            if (p is { File: "payments.csv", Stage: "storing" })
                meanwhile = Changes.Waiting();
        }));
        Assert.Empty(meanwhile);
        Assert.Equal(["B", "all"], Changed());

        // Killed after its rows were stored: nobody gave the marks up.
        using (var connection = bench.Database.Connect())
            connection.Execute("UPDATE clinic_changes SET changes = changes + 1, not_before = @until WHERE clinic_id = 'B'", new { until = bench.Clock.GetUtcNow().AddMinutes(10) });
        Assert.Empty(Changed());
        bench.Clock.Move(TimeSpan.FromMinutes(10));
        Assert.Equal(["B"], Changed());
    }

    [Theory]
    [InlineData("YA,A,product,2026-05-01,10.00,0,GBP", 1)] // the payment that is there
    [InlineData("YA,A,product,2026-05-01,11.00,0,GBP", 2)]
    public void An_import_that_has_changed_every_clinic_marks_them_again_with_each_file_that_changes_anything(string payment, int marks)
    {
        var before = Changes.Waiting().Single(c => c.Clinic is "B").Changes;
        bench.Write("clients", "client_id,clinic_id,sex", "KA,A,F", "KB,B,F");
        bench.Write("payments", Payments, payment);
        bench.Import();
        Assert.Equal(before + marks, Changes.Waiting().Single(c => c.Clinic is "B").Changes);
    }

    [Fact]
    public void Of_two_workers_one_compares_and_what_it_leaves_is_looked_at_again()
    {
        var change = Changes.Waiting()[0];
        Assert.True(Changes.Claim(change, TimeSpan.FromMinutes(10)));
        Assert.False(Changes.Claim(change, TimeSpan.FromMinutes(10)));
        Assert.DoesNotContain(change, Changes.Waiting());
        bench.Clock.Move(TimeSpan.FromMinutes(10));
        Assert.Contains(change, Changes.Waiting());
    }

    [Fact]
    public void A_change_that_comes_while_one_is_compared_stays_to_be_looked_at()
    {
        var change = Changes.Waiting().Single(c => c.Clinic is "A");
        Assert.True(Changes.Claim(change, TimeSpan.FromMinutes(10)));
        bench.Write("payments", Payments, "YA,A,product,2026-05-01,12.00,0,GBP");
        bench.Import();
        Changes.Compared(change);
        bench.Clock.Move(TimeSpan.FromMinutes(10));
        Assert.Contains(Changes.Waiting(), c => c.Clinic is "A" && c.Changes > change.Changes);
    }

    /// <summary>What waits to be compared, compared.</summary>
    private List<string> Changed()
    {
        var waiting = Changes.Waiting();
        foreach (var change in waiting)
        {
            Assert.True(Changes.Claim(change, TimeSpan.Zero));
            Changes.Compared(change);
        }

        return [.. waiting.Select(c => c.Clinic)];
    }

    private sealed class Looking(Action<ImportProgress> look) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => look(value);
    }
}
