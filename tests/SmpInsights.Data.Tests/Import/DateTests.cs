using SmpInsights.Data.Import;
using SmpInsights.Data.Tests.Stores;

namespace SmpInsights.Data.Tests.Import;

/// <summary>Dates, times of day, offsets and the clinic's own today.</summary>
public abstract class DateTests(TestStore store) : IDisposable
{
    public sealed class OnSqlite() : DateTests(new SqliteStore());

    [Collection(ServerStore.Collection)]
    public sealed class OnSqlServer(ServerStore store) : DateTests(store);

    private ImportBench? bench;

    public void Dispose() => bench?.Dispose();

    [Theory]
    [InlineData("2026-07-01T23:30", "2026-07-01")]
    [InlineData("2026-07-01 23:30:59.1234567", "2026-07-01")]
    [InlineData("2026-07-01T23:30:00Z", "2026-07-02")]
    [InlineData("2026-07-01T23:30:00+02:00", "2026-07-01")]
    [InlineData("2026-07-01T01:30:00+05:30", "2026-06-30")]
    [InlineData("2026-01-01T23:30:00Z", "2026-01-01")]
    public void A_date_time_is_cut_to_its_date_in_the_clinics_time_zone(string written, string stored)
    {
        Bench(StoppedClock.Noon).ImportTable("practitioners", "practitioner_id,clinic_id,name,started_on", $"P2,C1,Bea,{written}");

        Assert.Equal([stored], bench!.Stored("SELECT started_on FROM practitioners WHERE practitioner_id = 'P2'"));
    }

    [Theory]
    [InlineData("2026-07-01T25:00")]
    [InlineData("2026-07-01T")]
    [InlineData("2026-07-01X10:00")]
    [InlineData("2026-07-01T10:00 Europe/London")]
    [InlineData("2026-7-1")]
    [InlineData("20260701")]
    [InlineData("July 1 2026")]
    public void What_is_no_date_is_rejected_as_written(string written)
    {
        Bench(StoppedClock.Noon).Write("practitioners", "practitioner_id,clinic_id,name,started_on", $"P2,C1,Bea,{written}");

        Assert.Equal([new Reject("practitioners.csv", 2, "started_on", written, "not a date (yyyy-MM-dd)")], bench!.Import().Rejects);
    }

    [Theory]
    [InlineData("C1", "2026-07-15", true)]
    [InlineData("C1", "2026-07-16", true)] // In London it is half past midnight of the 16th.
    [InlineData("C1", "2026-07-17", false)]
    [InlineData("NY", "2026-07-15", true)]
    [InlineData("NY", "2026-07-16", false)]
    [InlineData("KI", "2026-07-16", true)]
    [InlineData("KI", "2026-07-17", false)]
    [InlineData("KI", "2026-07-18", false)]
    public void Today_is_the_clinics_own(string clinic, string date, bool taken)
    {
        Bench(new(2026, 7, 15, 23, 30, 0, TimeSpan.Zero)).Write("clinics", "clinic_id,name,time_zone,currency", "NY,New York,America/New_York,USD", "KI,Kiritimati,Pacific/Kiritimati,AUD");
        bench!.Write("practitioners", "practitioner_id,clinic_id,name,started_on", $"P2,{clinic},Bea,{date}");

        var rejects = bench.Import().Rejects;

        Assert.Equal(taken ? [] : [new Reject("practitioners.csv", 2, "started_on", date, "after today")], rejects);
    }

    [Fact]
    public void The_clinic_is_found_through_the_client_the_treatment_or_the_payment()
    {
        var noon = Bench(StoppedClock.Noon);
        noon.Write("treatments", "treatment_id,client_id,practitioner_id,technique_id,started_on", "T3,K1,P1,hair,2026-07-15", "T4,K9,P1,hair,2026-07-15", "T5,K1,P1,hair,2026-07-16");
        noon.Write("surveys", "survey_id,treatment_id,sent_on", "Q1,T1,2026-07-15", "Q2,T9,2026-07-15", "Q3,T1,2026-07-15T23:30Z");
        noon.Write("payments", "payment_id,clinic_id,kind,paid_on,amount,tax,currency", "Y1,C1,product,2026-07-15,1,0,GBP", "Y2,C9,product,2026-07-15,1,0,GBP");

        Assert.Equal(
            [
                new("treatments.csv", 3, "client_id", "K9", "no such client_id in clients"),
                new("treatments.csv", 4, "started_on", "2026-07-16", "after today"),
                new("surveys.csv", 3, "treatment_id", "T9", "no such treatment_id in treatments"),
                new("surveys.csv", 4, "sent_on", "2026-07-15T23:30Z", "after today"),
                new("payments.csv", 3, "clinic_id", "C9", "no such clinic_id in clinics"),
            ],
            noon.Import().Rejects);
    }

    private ImportBench Bench(DateTimeOffset now) => bench = new ImportBench(store, now).WithClinic();
}
