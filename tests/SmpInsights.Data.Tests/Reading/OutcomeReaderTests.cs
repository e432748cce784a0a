using SmpInsights.Data.Reading;
using SmpInsights.Data.Tests.Import;
using SmpInsights.Data.Tests.Stores;
using SmpInsights.Outcomes.Input;

namespace SmpInsights.Data.Tests.Reading;

/// <summary>What is stored comes out in columns, each reference an index.</summary>
public abstract class OutcomeReaderTests : IDisposable
{
    public sealed class OnSqlite() : OutcomeReaderTests(new SqliteStore());

    [Collection(ServerStore.Collection)]
    public sealed class OnSqlServer(ServerStore store) : OutcomeReaderTests(store);

    private readonly ImportBench bench;
    private readonly OutcomeReader reader;

    protected OutcomeReaderTests(TestStore store)
    {
        bench = new ImportBench(store).WithClinic();
        reader = new OutcomeReader(bench.Database);
    }

    public void Dispose() => bench.Dispose();

    [Fact]
    public void Clinics_are_listed_by_id()
    {
        bench.ImportTable("clinics", "clinic_id,name,time_zone,currency", "B2,Paris,Europe/Paris,EUR");

        Assert.Equal([new("B2", "Paris", "Europe/Paris", "EUR"), new("C1", "London", "Europe/London", "GBP")], reader.Clinics());
    }

    [Fact]
    public void Every_column_comes_back()
    {
        Fill();

        var data = reader.Read("C1");

        Assert.Equal(("C1", "London", "Europe/London", "GBP"), (data.Clinics.Id.Single(), data.Clinics.Name.Single(), data.Clinics.TimeZone.Single(), data.Clinics.Currency.Single()));
        Assert.Equal([1980, null], data.Clients.BirthYear);
        Assert.Equal(["F", null], data.Clients.Sex.ToList());
        Assert.Equal(["II", null], data.Clients.SkinType.ToList());
        Assert.Equal(["dry", null], data.Clients.SkinOiliness.ToList());
        Assert.Equal(["high", null], data.Clients.SunExposure.ToList());
        Assert.Equal([true, null], data.Clients.UsesSunscreen);
        Assert.Equal([false, null], data.Clients.Smoker);
        Assert.Equal("Hairline", Assert.Single(data.Techniques.Name));
        Assert.Equal(("Noir", "1"), (data.Pigments.Brand.Single(), data.Pigments.Shade.Single()));
        Assert.Equal([new DateOnly(2026, 2, 10), null], data.Treatments.CompletedOn);
        Assert.Equal([new DateOnly(2026, 5, 1), null], data.Treatments.FollowUpEndedOn);
        Assert.Equal([EndReason.LaserRemoval, null], data.Treatments.EndReason);
        Assert.Equal([new DateOnly(2026, 1, 10), new(2026, 6, 1)], data.Treatments.StartedOn);
        Assert.Equal([SessionStatus.Completed, SessionStatus.NoShow], data.Sessions.Status);
        Assert.Equal([90, null], data.Sessions.DurationMinutes);
        Assert.Equal([0, ClinicData.None], data.Sessions.Pigment);
        Assert.Equal([1, 2], data.Sessions.SessionNo);
        Assert.Equal((TouchUpReason.HairlineChange, 0, true), (data.TouchUps.Reason.Single(), data.TouchUps.Pigment.Single(), data.TouchUps.UnderWarranty.Single()));
        Assert.Equal((AssessmentMethod.Visual, 12.25), (data.Assessments.Method.Single(), data.Assessments.Contrast.Single()));
        Assert.Equal([4, null], data.Surveys.Satisfaction);
        Assert.Equal([10, null], data.Surveys.Recommend);
        Assert.Equal([3, null], data.Surveys.NaturalLook);
        Assert.Equal([5, null], data.Surveys.ExpectationMet);
        Assert.Equal([new DateOnly(2026, 3, 2), null], data.Surveys.RespondedOn);
        Assert.Equal((true, false, (bool?)null), (data.AftercareChecks.AvoidedSwimming.Single(), data.AftercareChecks.AvoidedSteam.Single(), data.AftercareChecks.Moisturises.Single()));
        Assert.Equal((AdverseEventKind.AllergicReaction, Severity.Moderate, null), (data.AdverseEvents.Kind.Single(), data.AdverseEvents.Severity.Single(), data.AdverseEvents.ResolvedOn.Single()));
        Assert.Equal([100.1m, -0.0001m], data.Payments.Amount);
        Assert.Equal([PaymentKind.TouchUp, PaymentKind.Refund], data.Payments.Kind);
        Assert.Equal([0, ClinicData.None], data.Payments.TouchUp);
        Assert.Equal([0, ClinicData.None], data.Payments.Treatment);
        Assert.Equal(["card", null], data.Payments.Method.ToList());
    }

    [Fact]
    public void Every_row_of_a_year_keeps_its_date()
    {
        var days = Enumerable.Range(0, 366).Select(i => new DateOnly(2024, 1, 1).AddDays(i)).ToList();
        bench.WriteLines("practitioners", ["practitioner_id,clinic_id,name,started_on", "P1,C1,Ann,"]);
        bench.Write("treatments", "treatment_id,client_id,practitioner_id,technique_id,started_on", "T3,K1,P1,hair,2024-01-01");
        bench.WriteLines("assessments", days.Select((day, i) => FormattableString.Invariant($"A{i:000},T3,{day:yyyy-MM-dd},photo,1")).Prepend("assessment_id,treatment_id,assessed_on,method,contrast"));
        bench.Import();

        Assert.Equal(days, reader.Read(clinicId: null).Assessments.AssessedOn);
    }

    [Fact]
    public void One_clinics_rows_are_its_own_and_a_visitor_has_no_clinic_there()
    {
        bench.Write("clinics", "clinic_id,name,time_zone,currency", "B2,Paris,Europe/Paris,EUR");
        bench.Write("practitioners", "practitioner_id,clinic_id,name", "P0,B2,Bea");
        bench.Write("clients", "client_id,clinic_id", "K0,B2");
        bench.Write("treatments", "treatment_id,client_id,practitioner_id,technique_id,started_on", "T0,K0,P0,hair,2026-01-10", "T3,K1,P1,hair,2026-01-10");
        bench.Write("sessions", "session_id,treatment_id,session_no,performed_on,practitioner_id,status", "S0,T0,1,2026-01-10,P0,completed", "S3,T3,1,2026-01-10,P0,completed");
        Assert.Empty(bench.Import().Rejects);

        var london = reader.Read("C1");

        Assert.Equal(["C1"], london.Clinics.Id);
        Assert.Equal(["K1"], london.Clients.Id);
        Assert.Equal(["T1", "T2", "T3"], london.Treatments.Id);
        Assert.Equal(["S1", "S3"], london.Sessions.Id);
        Assert.Equal(["P0", "P1"], london.Practitioners.Id);
        Assert.Equal([ClinicData.None, 0], london.Practitioners.Clinic);
        Assert.Equal([1, 0], london.Sessions.Practitioner);
        Assert.Equal(["P0"], reader.Read("B2").Practitioners.Id);
        Assert.Equal([0, 1], reader.Read(clinicId: null).Practitioners.Clinic);
        Assert.Equal(0, reader.Read("nowhere").Clinics.Count);
    }

    [Fact]
    public void Ids_are_sorted_ordinally_and_references_follow()
    {
        bench.Write("clients", "client_id,clinic_id", "b,C1", "B,C1", "é,C1", "a10,C1", "a2,C1");
        bench.Write("treatments", "treatment_id,client_id,practitioner_id,technique_id,started_on", "Z,b,P1,hair,2026-01-10", "z,é,P1,hair,2026-01-10");
        bench.Import();

        var data = reader.Read(clinicId: null);

        Assert.Equal(["B", "K1", "a10", "a2", "b", "é"], data.Clients.Id);
        Assert.Equal(["K1", "K1", "b", "é"], data.Treatments.Client.Select(client => data.Clients.Id[client]).ToList());
    }

    [Fact]
    public async Task A_read_sees_one_moment_while_imports_go_on()
    {
        // Each import brings a treatment and its session together; a read between them would find a session without its treatment.
        var importing = Task.Run(() =>
        {
            for (var i = 0; i < 15; i++)
            {
                bench.Write("treatments", "treatment_id,client_id,practitioner_id,technique_id,started_on", FormattableString.Invariant($"X{i},K1,P1,hair,2026-01-10"));
                bench.Write("sessions", "session_id,treatment_id,session_no,performed_on,practitioner_id,status", FormattableString.Invariant($"X{i},X{i},1,2026-01-10,P1,completed"));
                bench.Import();
            }
        });
        var before = 0;
        while (!importing.IsCompleted)
        {
            var data = reader.Read(clinicId: null);
            Assert.DoesNotContain(ClinicData.None, data.Sessions.Treatment);
            Assert.True(data.Treatments.Count >= before);
            before = data.Treatments.Count;
        }

        await importing;
        Assert.Equal(17, reader.Read(clinicId: null).Treatments.Count);
    }

    private void Fill()
    {
        bench.Write("clients", "client_id,clinic_id,birth_year,sex,skin_type,skin_oiliness,sun_exposure,uses_sunscreen,smoker", "K1,C1,1980,F,II,dry,high,yes,no", "K2,C1,,,,,,,");
        bench.Write("treatments", "treatment_id,client_id,practitioner_id,technique_id,started_on,completed_on,follow_up_ended_on,end_reason", "T1,K1,P1,hair,2026-01-10,2026-02-10,2026-05-01,laser-removal");
        bench.Write("sessions", "session_id,treatment_id,session_no,performed_on,practitioner_id,pigment_id,duration_min,status", "S1,T1,1,2026-01-10,P1,G1,90,completed", "S2,T1,2,2026-01-11,P1,,,no-show");
        bench.Write("touch_ups", "touch_up_id,treatment_id,performed_on,practitioner_id,reason,pigment_id,under_warranty", "U1,T1,2026-03-01,P1,hairline-change,G1,1");
        bench.Write("assessments", "assessment_id,treatment_id,assessed_on,method,contrast", "A1,T1,2026-03-01,visual,12.25");
        bench.Write("surveys", "survey_id,treatment_id,sent_on,responded_on,satisfaction,recommend,natural_look,expectation_met", "Q1,T1,2026-03-01,2026-03-02,4,10,3,5", "Q2,T1,2026-03-01,,,,,");
        bench.Write("aftercare_checks", "check_id,treatment_id,checked_on,avoided_swimming,avoided_steam", "H1,T1,2026-03-01,true,false");
        bench.Write("adverse_events", "event_id,treatment_id,occurred_on,kind,severity", "E1,T1,2026-03-01,allergic-reaction,moderate");
        bench.Write("payments", "payment_id,clinic_id,treatment_id,touch_up_id,kind,paid_on,amount,tax,currency,method", "Y1,C1,T1,U1,touch-up,2026-03-01,100.1,20,GBP,card", "Y2,C1,,,refund,2026-03-01,-0.0001,0,GBP,");
        Assert.Empty(bench.Import().Rejects);
    }
}
