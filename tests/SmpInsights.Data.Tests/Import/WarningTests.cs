using SmpInsights.Data.Import;
using SmpInsights.Data.Tests.Stores;

namespace SmpInsights.Data.Tests.Import;

/// <summary>What is kept and said. T1 ran from 2026-01-10 to 2026-02-10 with a session on its first day; T2 is open since 2026-06-01. Today is 2026-07-15.</summary>
public abstract class WarningTests(TestStore store) : IDisposable
{
    public sealed class OnSqlite() : WarningTests(new SqliteStore());

    [Collection(ServerStore.Collection)]
    public sealed class OnSqlServer(ServerStore store) : WarningTests(store);

    private const string Treatments = "treatment_id,client_id,practitioner_id,technique_id,started_on,completed_on,follow_up_ended_on";
    private const string Sessions = "session_id,treatment_id,session_no,performed_on,practitioner_id,status";
    private const string TouchUps = "touch_up_id,treatment_id,performed_on,practitioner_id,reason";
    private const string Assessments = "assessment_id,treatment_id,assessed_on,method,contrast";

    private readonly ImportBench bench = new ImportBench(store).WithClinic();

    public void Dispose() => bench.Dispose();

    [Fact]
    public void Contrast_that_rises_by_more_than_a_quarter_is_said()
    {
        bench.Write("assessments", Assessments, "A1,T1,2026-03-01,photo,10", "A2,T1,2026-04-01,photo,12.5", "A3,T1,2026-05-01,photo,15.63");

        Assert.Equal([new("assessments.csv", "A3", "contrast", "15.63", "rises by more than 25 % within an epoch, from 12.5")], Warnings());
    }

    [Fact]
    public void Contrast_of_another_method_epoch_or_treatment_is_not_compared()
    {
        bench.Write("touch_ups", TouchUps, "U1,T1,2026-04-01,P1,fade");
        bench.Write("treatments", Treatments, "T3,K1,P1,hair,2026-01-10,2026-02-10,");
        bench.Write(
            "assessments", Assessments, "A1,T1,2026-03-01,photo,10", "A2,T1,2026-03-02,visual,90", "A3,T1,2026-04-02,photo,20", "A4,T3,2026-05-01,photo,50", "A5,T1,2026-02-09,colorimetry,10", "A6,T1,2026-02-10,colorimetry,20");

        Assert.Empty(Warnings());
    }

    [Fact]
    public void A_reading_on_the_day_of_a_touch_up_belongs_to_the_epoch_before()
    {
        bench.Write("touch_ups", TouchUps, "U1,T1,2026-04-01,P1,fade");
        bench.Write("assessments", Assessments, "A1,T1,2026-03-01,photo,10", "A2,T1,2026-04-01,photo,20", "A3,T1,2026-05-01,photo,90");

        Assert.Equal(["A2"], Warnings().Select(w => w.Id).ToList());
    }

    [Fact]
    public void A_seventh_completed_session_is_said()
    {
        bench.Write("sessions", [Sessions, .. Enumerable.Range(2, 5).Select(i => FormattableString.Invariant($"S{i},T1,{i},2026-01-1{i},P1,completed")), "S8,T1,8,2026-01-18,P1,no-show"]);
        Assert.Empty(Warnings());

        bench.Write("sessions", Sessions, "S7,T1,7,2026-01-17,P1,completed");
        Assert.Equal([new("treatments.csv", "T1", "treatment_id", "7", "more than 6 sessions")], Warnings());
    }

    [Fact]
    public void A_session_after_completion_is_said()
    {
        bench.Write("sessions", Sessions, "S2,T1,2,2026-02-10,P1,completed", "S3,T1,3,2026-02-11,P1,completed");

        Assert.Equal([new("sessions.csv", "S3", "performed_on", "2026-02-11", "after completed_on 2026-02-10")], Warnings());
    }

    [Fact]
    public void A_treatment_open_for_over_a_year_is_said()
    {
        bench.Write(
            "treatments", Treatments, "T3,K1,P1,hair,2025-07-15,,", "T4,K1,P1,hair,2025-07-14,,", "T5,K1,P1,hair,2020-01-01,2020-02-01,", "T6,K1,P1,hair,2020-01-01,,2020-03-01");

        Assert.Equal([new("treatments.csv", "T4", "started_on", "2025-07-14", "open for over a year")], Warnings());
    }

    [Fact]
    public void A_gap_of_more_than_ninety_days_between_sessions_is_said()
    {
        bench.Write("treatments", Treatments, "T3,K1,P1,hair,2026-01-01,,");
        bench.Write("sessions", Sessions, "S2,T3,1,2026-01-01,P1,completed", "S3,T3,2,2026-04-01,P1,completed", "S4,T3,3,2026-05-01,P1,cancelled", "S5,T3,4,2026-07-01,P1,completed");

        Assert.Equal([new("sessions.csv", "S5", "performed_on", "2026-07-01", "91 days after the session before")], Warnings());
    }

    [Theory]
    [InlineData("product", "100.00", "20", null)]
    [InlineData("product", "100.00", "100.00", null)]
    [InlineData("product", "100.00", "0", null)]
    [InlineData("product", "100.00", "100.01", "100.00")]
    [InlineData("product", "100.00", "-0.10", "100.00")]
    [InlineData("refund", "-100.00", "-20", null)]
    [InlineData("refund", "-100.00", "-100.10", "-100.00")]
    [InlineData("refund", "-100.00", "20.00", "-100.00")]
    public void Tax_that_is_not_within_the_amount_is_said_as_written_and_kept(string kind, string amount, string tax, string? outside)
    {
        bench.Write("payments", "payment_id,clinic_id,kind,paid_on,amount,tax,currency", $"Y1,C1,{kind},2026-03-01,{amount},{tax},GBP", "Y2,C1,product,2026-03-01,1,0,GBP");

        var result = bench.Import();

        Assert.Equal(outside is null ? [] : [new ImportWarning("payments.csv", "Y1", "tax", tax, $"not between 0 and the amount {outside}")], result.Warnings);
        Assert.Equal((2, result.Warnings.Count), (result.Inserted, result.WarningCount));
    }

    [Fact]
    public void Only_treatments_of_this_import_are_looked_at_and_unchanged_ones_are_too()
    {
        bench.ImportTable("sessions", Sessions, "S3,T1,3,2026-02-11,P1,completed");
        Assert.Single(Warnings());

        bench.Write("sessions", Sessions, "S4,T2,1,2026-06-02,P1,completed");
        Assert.Empty(Warnings());
    }

    [Fact]
    public void Warnings_are_listed_counted_by_file_and_gone_when_there_are_none()
    {
        var result = bench.ImportTable("sessions", Sessions, "S3,T1,3,2026-02-11,P1,completed");

        Assert.Equal((1, 1, 0), (result.Warnings, result.Inserted, result.Rejected));
        Assert.Equal("file,id,column,value,message\r\nsessions.csv,S3,performed_on,2026-02-11,after completed_on 2026-02-10\r\n", File.ReadAllText(bench.WarningsPath));
        File.Delete(Path.Combine(bench.Csv, "sessions.csv"));
        bench.Import();
        Assert.False(File.Exists(bench.WarningsPath));
    }

    private List<ImportWarning> Warnings()
    {
        var result = bench.Import();
        Assert.Empty(result.Rejects);
        return [.. result.Warnings];
    }
}
