using SmpInsights.Data.Import;
using SmpInsights.Data.Tests.Stores;

namespace SmpInsights.Data.Tests.Import;

/// <summary>A row that replaces a stored one must suit what is stored under it. T1 ran from 2026-01-10 to 2026-02-10 with session S1 on its first day; today is 2026-07-15.</summary>
public abstract class StoredChildrenTests(TestStore store) : IDisposable
{
    public sealed class OnSqlite() : StoredChildrenTests(new SqliteStore());

    [Collection(ServerStore.Collection)]
    public sealed class OnSqlServer(ServerStore store) : StoredChildrenTests(store);

    private const string Clinics = "clinic_id,name,time_zone,currency";
    private const string Treatments = "treatment_id,client_id,practitioner_id,technique_id,started_on,completed_on";
    private const string Sessions = "session_id,treatment_id,session_no,performed_on,practitioner_id,status";
    private const string TouchUps = "touch_up_id,treatment_id,performed_on,practitioner_id,reason";
    private const string Payments = "payment_id,clinic_id,kind,paid_on,amount,tax,currency";

    private readonly ImportBench bench = new ImportBench(store).WithClinic();

    public void Dispose() => bench.Dispose();

    [Fact]
    public void A_clinic_with_payments_keeps_its_currency()
    {
        bench.Write("payments", Payments, "Y2,C1,product,2026-04-01,5,1,GBP", "Y1,C1,product,2026-03-01,5,1,GBP");
        Alone("payments");

        bench.Write("clinics", Clinics, "C1,Paris,Europe/Paris,EUR");

        Assert.Equal(
            [new("clinics.csv", 2, "currency", "EUR", "payment Y1 is stored in GBP; to change the currency of a clinic with payments, import all its files into a new data folder")],
            bench.Import().Rejects);
        Assert.Equal(["London|GBP"], bench.Stored("SELECT name, currency FROM clinics"));
    }

    [Fact]
    public void A_clinic_without_payments_and_one_that_keeps_its_currency_are_replaced()
    {
        bench.Write("clinics", Clinics, "C1,Paris,Europe/Paris,EUR");
        Assert.Empty(bench.Import().Rejects);
        bench.Write("payments", Payments, "Y1,C1,product,2026-03-01,5,1,EUR");
        bench.Write("clinics", Clinics, "C1,Lyon,Europe/Paris,EUR");

        Assert.Empty(bench.Import().Rejects);
        Assert.Equal(["Lyon|EUR"], bench.Stored("SELECT name, currency FROM clinics"));
    }

    [Fact]
    public void A_new_data_folder_takes_a_clinic_and_its_payments_in_another_currency()
    {
        bench.Write("payments", Payments, "Y1,C1,product,2026-03-01,5,1,GBP");
        Alone("payments");
        bench.Write("clinics", Clinics, "C1,Paris,Europe/Paris,EUR");
        bench.Write("payments", Payments, "Y1,C1,product,2026-03-01,5,1,EUR");
        Assert.Equal(["clinics.csv", "payments.csv"], bench.Import().Rejects.Select(r => r.File).ToList());

        using var fresh = new ImportBench(store);

        Assert.DoesNotContain(fresh.Import(bench.Csv).Rejects, reject => reject.Line > 0);
        Assert.Equal(["EUR"], fresh.Stored("SELECT currency FROM payments"));
    }

    [Theory]
    [InlineData("sessions", Sessions, "S2,T1,1,2026-01-11,P1,cancelled", "2026-01-12", "session S1 of 2026-01-10 is before it; if that changed, import sessions.csv first, then this row again")]
    [InlineData("assessments", "assessment_id,treatment_id,assessed_on,method,contrast", "A1,T2,2026-06-02,photo,5", "2026-06-03", "assessment A1 of 2026-06-02 is before it; if that changed, import assessments.csv first, then this row again")]
    [InlineData("adverse_events", "event_id,treatment_id,occurred_on,kind,severity", "E1,T2,2026-06-02,infection,mild", "2026-06-03", "adverse event E1 of 2026-06-02 is before it; if that changed, import adverse_events.csv first, then this row again")]
    public void A_treatment_does_not_start_after_what_is_stored_of_it(string table, string header, string child, string start, string reason)
    {
        bench.Write(table, header, child);
        Alone(table);
        var id = child.Split(',')[1];

        bench.Write("treatments", Treatments, $"{id},K1,P1,hair,{start} 08:00,");

        Assert.Equal([new("treatments.csv", 2, "started_on", start + " 08:00", reason)], bench.Import().Rejects);
        Assert.DoesNotContain(start, bench.Stored("SELECT started_on FROM treatments"));
    }

    [Fact]
    public void A_treatment_may_start_on_the_day_of_its_first_row_and_earlier()
    {
        bench.Write("treatments", Treatments, "T1,K1,P1,hair,2026-01-09,2026-02-10");
        Assert.Empty(bench.Import().Rejects);
        bench.Write("treatments", Treatments, "T1,K1,P1,hair,2026-01-10,2026-02-10");
        Assert.Empty(bench.Import().Rejects);
    }

    [Theory]
    [InlineData("", "touch-up U7 of 2026-03-01 cannot be without it; if that changed, import touch_ups.csv first, then this row again")]
    [InlineData("2026-03-01", "touch-up U7 of 2026-03-01 is not after it; if that changed, import touch_ups.csv first, then this row again")]
    [InlineData("2026-05-01", "touch-up U7 of 2026-03-01 is not after it; if that changed, import touch_ups.csv first, then this row again")]
    [InlineData("2026-02-28", null)]
    [InlineData("2026-01-10", null)]
    public void A_treatment_is_completed_before_its_stored_touch_ups(string completed, string? reason)
    {
        bench.Write("touch_ups", TouchUps, "U1,T1,2026-04-01,P1,fade", "U7,T1,2026-03-01,P1,fade");
        Alone("touch_ups");

        bench.Write("treatments", Treatments, $"T1,K1,P1,hair,2026-01-10,{completed}", "T2,K1,P1,hair,2026-06-01,2026-06-30");

        Assert.Equal(reason is null ? [] : [new Reject("treatments.csv", 2, "completed_on", completed, reason)], bench.Import().Rejects);
    }

    [Fact]
    public void Both_files_corrected_in_one_folder_are_in_after_a_second_import()
    {
        bench.Write("touch_ups", TouchUps, "U7,T1,2026-03-01,P1,fade");
        Alone("touch_ups");
        bench.Write("treatments", Treatments, "T1,K1,P1,hair,2026-01-10,2026-03-10");
        bench.Write("touch_ups", TouchUps, "U7,T1,2026-04-01,P1,fade");

        Assert.Equal(["treatments.csv"], bench.Import().Rejects.Select(r => r.File).ToList());
        Assert.Empty(bench.Import().Rejects);

        Assert.Equal(["2026-03-10|2026-04-01"], bench.Stored("SELECT t.completed_on, u.performed_on FROM treatments AS t JOIN touch_ups AS u ON u.treatment_id = t.treatment_id"));
    }

    [Fact]
    public void The_corrected_children_alone_and_then_the_treatment_are_taken()
    {
        bench.Write("touch_ups", TouchUps, "U7,T1,2026-03-01,P1,fade");
        Alone("touch_ups");
        bench.Write("touch_ups", TouchUps, "U7,T1,2026-04-01,P1,fade");
        bench.Write("sessions", Sessions, "S1,T1,1,2026-01-20,P1,completed");
        Assert.Empty(bench.Import().Rejects);
        bench.Write("treatments", Treatments, "T1,K1,P1,hair,2026-01-20,2026-03-10");

        Assert.Empty(bench.Import().Rejects);
        Assert.Equal(["2026-01-20|2026-03-10"], bench.Stored("SELECT started_on, completed_on FROM treatments WHERE treatment_id = 'T1'"));
    }

    [Fact]
    public void A_later_start_with_an_earlier_completion_is_in_after_a_second_import()
    {
        bench.Write("touch_ups", TouchUps, "U7,T1,2026-03-01,P1,fade");
        Alone("touch_ups");
        bench.Write("treatments", Treatments, "T1,K1,P1,hair,2026-01-20,2026-01-30");
        bench.Write("sessions", Sessions, "S1,T1,1,2026-01-20,P1,completed");
        bench.Write("touch_ups", TouchUps, "U7,T1,2026-02-01,P1,fade");

        Assert.Equal(["treatments.csv", "touch_ups.csv"], bench.Import().Rejects.Select(r => r.File).ToList());
        Assert.Empty(bench.Import().Rejects);
    }

    /// <summary>Stores what was written, and takes the file away.</summary>
    private void Alone(string table)
    {
        Assert.Empty(bench.Import().Rejects);
        File.Delete(Path.Combine(bench.Csv, table + ".csv"));
    }
}
