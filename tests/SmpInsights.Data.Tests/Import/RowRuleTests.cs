using SmpInsights.Data.Import;
using SmpInsights.Data.Reading;
using SmpInsights.Data.Tests.Stores;

namespace SmpInsights.Data.Tests.Import;

/// <summary>Every rule of the data contract on one row: what it lets through and what it stops. Today is 2026-07-15 in London; T1 ran from 2026-01-10 to 2026-02-10, T2 is open since 2026-06-01.</summary>
public abstract class RowRuleTests(TestStore store) : IDisposable
{
    public sealed class OnSqlite() : RowRuleTests(new SqliteStore());

    [Collection(ServerStore.Collection)]
    public sealed class OnSqlServer(ServerStore store) : RowRuleTests(store);

    private const string Clinics = "clinic_id,name,time_zone,currency";
    private const string Practitioners = "practitioner_id,clinic_id,name,started_on";
    private const string Clients = "client_id,clinic_id,birth_year,sex,skin_type,skin_oiliness,sun_exposure,uses_sunscreen,smoker";
    private const string Techniques = "technique_id,name";
    private const string Pigments = "pigment_id,brand,shade,lot";
    private const string Treatments = "treatment_id,client_id,practitioner_id,technique_id,indication,zones,started_on,completed_on,follow_up_ended_on,end_reason";
    private const string Sessions = "session_id,treatment_id,session_no,performed_on,practitioner_id,pigment_id,duration_min,needle,depth_mm,angle_deg,dots_per_cm2,status";
    private const string TouchUps = "touch_up_id,treatment_id,performed_on,practitioner_id,reason,pigment_id,under_warranty";
    private const string Assessments = "assessment_id,treatment_id,assessed_on,method,contrast";
    private const string Surveys = "survey_id,treatment_id,sent_on,responded_on,satisfaction,recommend,natural_look,expectation_met";
    private const string Checks = "check_id,treatment_id,checked_on,avoided_swimming,avoided_steam,avoided_exercise,uses_sunscreen,moisturises";
    private const string Events = "event_id,treatment_id,occurred_on,kind,severity,resolved_on";
    private const string Payments = "payment_id,clinic_id,treatment_id,touch_up_id,kind,paid_on,amount,tax,currency,method";

    private readonly ImportBench bench = new(store);

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData("clinics", Clinics, "C2,Paris,Europe/Paris,EUR")]
    [InlineData("clinics", Clinics, "C2,Nowhere,UTC,USD")]
    [InlineData("practitioners", Practitioners, "P2,C1,Bea,2026-07-15")]
    [InlineData("practitioners", Practitioners, "P2,C1,Bea,")]
    [InlineData("practitioners", Practitioners, "P2,C1,Bea,1900-01-01")]
    [InlineData("clients", Clients, "K2,C1,1900,,,,,,")]
    [InlineData("clients", Clients, "K2,C1,2026,,,,,,")]
    [InlineData("clients", Clients, "K2,C1,1980,X,VI,oily,high,YES,0")]
    [InlineData("clients", Clients, "K2,C1,,,,,,,")]
    [InlineData("techniques", Techniques, "own-1,A clinic's own")]
    [InlineData("pigments", Pigments, "G2,Noir,2,")]
    [InlineData("treatments", Treatments, "T3,K1,P1,hair,,,2026-01-10,2026-01-10,2026-01-10,deceased")]
    [InlineData("treatments", Treatments, "T3,K1,P1,hair,transplant-correction,hairline; crown;full,2026-01-10,,,")]
    [InlineData("treatments", Treatments, "T3,K1,P1,hair,,,2026-01-10,,2026-02-01,moved")]
    [InlineData("sessions", Sessions, "S2,T1,1,2026-01-10,P1,,,,,,,no-show")]
    [InlineData("sessions", Sessions, "S2,T1,2,2026-01-20,P1,G1,90,3RL,0.5,45,1.2e2,completed")]
    [InlineData("sessions", Sessions, "S2,T1,2,2026-01-20,P1,,0,,0,0,0,completed")]
    [InlineData("sessions", Sessions, "S2,T1,2,2026-01-20,P1,,,,,180,,completed")]
    [InlineData("touch_ups", TouchUps, "U1,T1,2026-02-11,P1,colour-shift,G1,true")]
    [InlineData("assessments", Assessments, "A1,T1,2026-01-10,photo,0.001")]
    [InlineData("surveys", Surveys, "Q1,T1,2026-02-20,2026-02-20,1,0,5,5")]
    [InlineData("surveys", Surveys, "Q1,T1,2026-02-20,,,,,")]
    [InlineData("aftercare_checks", Checks, "H1,T1,2026-02-20,true,False,1,no,")]
    [InlineData("adverse_events", Events, "E1,T1,2026-01-10,pigment-migration,severe,")]
    [InlineData("payments", Payments, "Y1,C1,,,product,2026-07-15,0,0,GBP,")]
    [InlineData("payments", Payments, "Y1,C1,T1,,refund,2026-07-15,-10.1234,-1.5,GBP,card")]
    [InlineData("payments", Payments, "Y1,C1,,,refund,2026-07-15,0,0,GBP,card")]
    public void A_row_within_the_contract_is_stored(string table, string header, string row)
    {
        var result = bench.WithClinic().ImportTable(table, header, row);

        Assert.Equal((1, 1, 0), (result.Read, result.Inserted, result.Rejected));
        Assert.False(File.Exists(bench.RejectsPath));
    }

    [Theory]
    [InlineData("clinics", Clinics, ",Paris,Europe/Paris,EUR", "clinic_id", "", "required")]
    [InlineData("clinics", Clinics, "C2,,Europe/Paris,EUR", "name", "", "required")]
    [InlineData("clinics", Clinics, "C2,Paris,Paris,EUR", "time_zone", "Paris", "not an IANA time zone")]
    [InlineData("clinics", Clinics, "C2,Paris,Romance Standard Time,EUR", "time_zone", "Romance Standard Time", "not an IANA time zone")]
    [InlineData("clinics", Clinics, "C2,Midway,UTC-11,USD", "time_zone", "UTC-11", "not an IANA time zone")]
    [InlineData("clinics", Clinics, "C2,Paris,../etc/passwd,EUR", "time_zone", "../etc/passwd", "not an IANA time zone")]
    [InlineData("clinics", Clinics, "C2,Paris,Europe/Paris,eur", "currency", "eur", "not an ISO 4217 currency code")]
    [InlineData("clinics", Clinics, "C2,Paris,Europe/Paris,EEE", "currency", "EEE", "not an ISO 4217 currency code")]
    [InlineData("practitioners", Practitioners, "P2,C9,Bea,", "clinic_id", "C9", "no such clinic_id in clinics")]
    [InlineData("practitioners", Practitioners, "P2,C1,Bea,2026-07-16", "started_on", "2026-07-16", "after today")]
    [InlineData("practitioners", Practitioners, "P2,C1,Bea,1899-12-31", "started_on", "1899-12-31", "before 1900")]
    [InlineData("practitioners", Practitioners, "P2,C1,Bea,0001-01-01", "started_on", "0001-01-01", "before 1900")]
    [InlineData("practitioners", Practitioners, "P2,C1,Bea,1900-01-01T00:30+01:00", "started_on", "1900-01-01T00:30+01:00", "before 1900")]
    [InlineData("practitioners", Practitioners, "P2,C1,Bea,15/07/2026", "started_on", "15/07/2026", "not a date (yyyy-MM-dd)")]
    [InlineData("practitioners", Practitioners, "P2,C1,Bea,2026-02-29", "started_on", "2026-02-29", "not a date (yyyy-MM-dd)")]
    [InlineData("clients", Clients, "K2,C9,,,,,,,", "clinic_id", "C9", "no such clinic_id in clinics")]
    [InlineData("clients", Clients, "K2,C1,80,,,,,,", "birth_year", "80", "before 1900")]
    [InlineData("clients", Clients, "K2,C1,1899,,,,,,", "birth_year", "1899", "before 1900")]
    [InlineData("clients", Clients, "K2,C1,2027,,,,,,", "birth_year", "2027", "after this year")]
    [InlineData("clients", Clients, "K2,C1,1980.0,,,,,,", "birth_year", "1980.0", "not a whole number")]
    [InlineData("clients", Clients, "K2,C1,,male,,,,,", "sex", "male", "not one of F, M, X")]
    [InlineData("clients", Clients, "K2,C1,,,VII,,,,", "skin_type", "VII", "not one of I, II, III, IV, V, VI")]
    [InlineData("clients", Clients, "K2,C1,,,,wet,,,", "skin_oiliness", "wet", "not one of dry, normal, oily")]
    [InlineData("clients", Clients, "K2,C1,,,,,some,,", "sun_exposure", "some", "not one of low, moderate, high")]
    [InlineData("clients", Clients, "K2,C1,,,,,,maybe,", "uses_sunscreen", "maybe", "not one of true, false, 1, 0, yes, no")]
    [InlineData("clients", Clients, "K2,C1,,,,,,,2", "smoker", "2", "not one of true, false, 1, 0, yes, no")]
    [InlineData("techniques", Techniques, "t2,", "name", "", "required")]
    [InlineData("pigments", Pigments, "G2,,2,", "brand", "", "required")]
    [InlineData("pigments", Pigments, "G2,Noir,,", "shade", "", "required")]
    [InlineData("treatments", Treatments, "T3,K9,P1,hair,,,2026-01-10,,,", "client_id", "K9", "no such client_id in clients")]
    [InlineData("treatments", Treatments, "T3,K1,P9,hair,,,2026-01-10,,,", "practitioner_id", "P9", "no such practitioner_id in practitioners")]
    [InlineData("treatments", Treatments, "T3,K1,P1,none,,,2026-01-10,,,", "technique_id", "none", "no such technique_id in techniques")]
    [InlineData("treatments", Treatments, "T3,K1,P1,hair,bald,,2026-01-10,,,", "indication", "bald", "not one of male-pattern, female-pattern, alopecia, thinning, scar, transplant-correction, ageing, medication, other")]
    [InlineData("treatments", Treatments, "T3,K1,P1,hair,,crown;neck,2026-01-10,,,", "zones", "crown;neck", "not one of hairline, crown, sides, full")]
    [InlineData("treatments", Treatments, "T3,K1,P1,hair,,,,,,", "started_on", "", "required")]
    [InlineData("treatments", Treatments, "T3,K1,P1,hair,,,2026-01-10,2026-01-09,,", "completed_on", "2026-01-09", "before started_on 2026-01-10")]
    [InlineData("treatments", Treatments, "T3,K1,P1,hair,,,2026-01-10,2026-01-20,2026-01-19,", "follow_up_ended_on", "2026-01-19", "before completed_on 2026-01-20")]
    [InlineData("treatments", Treatments, "T3,K1,P1,hair,,,2026-01-10,2026-01-20,2026-01-20,died", "end_reason", "died", "not one of moved, withdrew, laser-removal, hair-transplant, deceased, other")]
    [InlineData("treatments", Treatments, "T3,K1,P1,hair,,,2026-07-16,,,", "started_on", "2026-07-16", "after today")]
    [InlineData("treatments", Treatments, "T3,K1,P1,hair,,,2026-01-10,2099-01-01,,", "completed_on", "2099-01-01", "after today")]
    [InlineData("sessions", Sessions, "S2,T9,1,2026-01-10,P1,,,,,,,completed", "treatment_id", "T9", "no such treatment_id in treatments")]
    [InlineData("sessions", Sessions, "S2,T1,1,2026-01-10,P9,,,,,,,completed", "practitioner_id", "P9", "no such practitioner_id in practitioners")]
    [InlineData("sessions", Sessions, "S2,T1,1,2026-01-10,P1,G9,,,,,,completed", "pigment_id", "G9", "no such pigment_id in pigments")]
    [InlineData("sessions", Sessions, "S2,T1,0,2026-01-10,P1,,,,,,,completed", "session_no", "0", "below 1")]
    [InlineData("sessions", Sessions, "S2,T1,1,2026-01-09,P1,,,,,,,completed", "performed_on", "2026-01-09", "before started_on 2026-01-10")]
    [InlineData("sessions", Sessions, "S2,T1,1,2026-07-16,P1,,,,,,,completed", "performed_on", "2026-07-16", "after today")]
    [InlineData("sessions", Sessions, "S2,T1,1,2026-01-10,P1,,ninety,,,,,completed", "duration_min", "ninety", "not a whole number")]
    [InlineData("sessions", Sessions, "S2,T1,1,2026-01-10,P1,,,,\"0,5\",,,completed", "depth_mm", "0,5", "not a number")]
    [InlineData("sessions", Sessions, "S2,T1,1,2026-01-10,P1,,,,,NaN,,completed", "angle_deg", "NaN", "not a number")]
    [InlineData("sessions", Sessions, "S2,T1,1,2026-01-10,P1,,,,,,Infinity,completed", "dots_per_cm2", "Infinity", "not a number")]
    [InlineData("sessions", Sessions, "S2,T1,1,2026-01-10,P1,,-1,,,,,completed", "duration_min", "-1", "below 0")]
    [InlineData("sessions", Sessions, "S2,T1,1,2026-01-10,P1,,,,-0.1,,,completed", "depth_mm", "-0.1", "below 0")]
    [InlineData("sessions", Sessions, "S2,T1,1,2026-01-10,P1,,,,,-0.5,,completed", "angle_deg", "-0.5", "not between 0 and 180")]
    [InlineData("sessions", Sessions, "S2,T1,1,2026-01-10,P1,,,,,180.5,,completed", "angle_deg", "180.5", "not between 0 and 180")]
    [InlineData("sessions", Sessions, "S2,T1,1,2026-01-10,P1,,,,,,-3,completed", "dots_per_cm2", "-3", "below 0")]
    [InlineData("sessions", Sessions, "S2,T1,1,2026-01-09T10:00,P1,,,,,,,completed", "performed_on", "2026-01-09T10:00", "before started_on 2026-01-10")]
    [InlineData("sessions", Sessions, "S2,T1,1,2026-01-10,P1,,,,,,,done", "status", "done", "not one of completed, cancelled, no-show")]
    [InlineData("touch_ups", TouchUps, "U1,T9,2026-02-11,P1,fade,,", "treatment_id", "T9", "no such treatment_id in treatments")]
    [InlineData("touch_ups", TouchUps, "U1,T1,2026-02-10,P1,fade,,", "performed_on", "2026-02-10", "not after completed_on 2026-02-10")]
    [InlineData("touch_ups", TouchUps, "U1,T2,2026-07-01,P1,fade,,", "performed_on", "2026-07-01", "the treatment has no completed_on")]
    [InlineData("touch_ups", TouchUps, "U1,T1,2026-02-11,P1,faded,,", "reason", "faded", "not one of fade, colour-shift, density, hairline-change, correction, other")]
    [InlineData("touch_ups", TouchUps, "U1,T1,2026-02-11,P9,fade,,", "practitioner_id", "P9", "no such practitioner_id in practitioners")]
    [InlineData("touch_ups", TouchUps, "U1,T1,2026-02-11,P1,fade,G9,", "pigment_id", "G9", "no such pigment_id in pigments")]
    [InlineData("touch_ups", TouchUps, "U1,T1,2026-07-16,P1,fade,,", "performed_on", "2026-07-16", "after today")]
    [InlineData("assessments", Assessments, "A1,T9,2026-02-01,photo,10", "treatment_id", "T9", "no such treatment_id in treatments")]
    [InlineData("assessments", Assessments, "A1,T1,2026-01-09,photo,10", "assessed_on", "2026-01-09", "before started_on 2026-01-10")]
    [InlineData("assessments", Assessments, "A1,T1,2026-07-16,photo,10", "assessed_on", "2026-07-16", "after today")]
    [InlineData("assessments", Assessments, "A1,T1,2026-02-01,camera,10", "method", "camera", "not one of colorimetry, photo, visual")]
    [InlineData("assessments", Assessments, "A1,T1,2026-02-01,photo,0", "contrast", "0", "not above 0")]
    [InlineData("assessments", Assessments, "A1,T1,2026-02-01,photo,-1.5", "contrast", "-1.5", "not above 0")]
    [InlineData("assessments", Assessments, "A1,T1,2026-02-01,photo,1e999", "contrast", "1e999", "not a number")]
    [InlineData("assessments", Assessments, "A1,T1,2026-02-01,photo,\"1,234\"", "contrast", "1,234", "not a number")]
    [InlineData("surveys", Surveys, "Q1,T9,2026-02-20,,,,,", "treatment_id", "T9", "no such treatment_id in treatments")]
    [InlineData("surveys", Surveys, "Q1,T1,2026-02-20,2026-02-19,4,,,", "responded_on", "2026-02-19", "before sent_on 2026-02-20")]
    [InlineData("surveys", Surveys, "Q1,T1,2026-02-20T09:00,2026-02-19 08:30,4,,,", "responded_on", "2026-02-19 08:30", "before sent_on 2026-02-20")]
    [InlineData("surveys", Surveys, "Q1,T1,2026-07-16,,,,,", "sent_on", "2026-07-16", "after today")]
    [InlineData("surveys", Surveys, "Q1,T1,2026-02-20,2026-07-16,4,,,", "responded_on", "2026-07-16", "after today")]
    [InlineData("surveys", Surveys, "Q1,T1,2026-02-20,2026-02-20,6,,,", "satisfaction", "6", "not from 1 to 5")]
    [InlineData("surveys", Surveys, "Q1,T1,2026-02-20,2026-02-20,,11,,", "recommend", "11", "not from 0 to 10")]
    [InlineData("surveys", Surveys, "Q1,T1,2026-02-20,2026-02-20,,,0,", "natural_look", "0", "not from 1 to 5")]
    [InlineData("surveys", Surveys, "Q1,T1,2026-02-20,2026-02-20,,,,4.5", "expectation_met", "4.5", "not a whole number")]
    [InlineData("aftercare_checks", Checks, "H1,T9,2026-02-20,,,,,", "treatment_id", "T9", "no such treatment_id in treatments")]
    [InlineData("aftercare_checks", Checks, "H1,T1,2026-07-16,,,,,", "checked_on", "2026-07-16", "after today")]
    [InlineData("aftercare_checks", Checks, "H1,T1,2026-02-20,ja,,,,", "avoided_swimming", "ja", "not one of true, false, 1, 0, yes, no")]
    [InlineData("adverse_events", Events, "E1,T9,2026-02-20,infection,mild,", "treatment_id", "T9", "no such treatment_id in treatments")]
    [InlineData("adverse_events", Events, "E1,T1,2026-01-09,infection,mild,", "occurred_on", "2026-01-09", "before started_on 2026-01-10")]
    [InlineData("adverse_events", Events, "E1,T1,2026-02-20,rash,mild,", "kind", "rash", "not one of infection, allergic-reaction, pigment-migration, colour-change, scarring, other")]
    [InlineData("adverse_events", Events, "E1,T1,2026-02-20,infection,bad,", "severity", "bad", "not one of mild, moderate, severe")]
    [InlineData("adverse_events", Events, "E1,T1,2026-02-20,infection,mild,2026-07-16", "resolved_on", "2026-07-16", "after today")]
    [InlineData("payments", Payments, "Y1,C9,,,session,2026-02-20,10,2,GBP,", "clinic_id", "C9", "no such clinic_id in clinics")]
    [InlineData("payments", Payments, "Y1,C1,T9,,session,2026-02-20,10,2,GBP,", "treatment_id", "T9", "no such treatment_id in treatments")]
    [InlineData("payments", Payments, "Y1,C1,,U9,session,2026-02-20,10,2,GBP,", "touch_up_id", "U9", "no such touch_up_id in touch_ups")]
    [InlineData("payments", Payments, "Y1,C1,,,gift,2026-02-20,10,2,GBP,", "kind", "gift", "not one of deposit, session, touch-up, product, refund")]
    [InlineData("payments", Payments, "Y1,C1,,,session,2026-07-16,10,2,GBP,", "paid_on", "2026-07-16", "after today")]
    [InlineData("payments", Payments, "Y1,C1,,,session,2026-02-20,10,2,EUR,", "currency", "EUR", "the clinic's currency is GBP")]
    [InlineData("payments", Payments, "Y1,C1,,,session,2026-02-20,-0.01,0,GBP,", "amount", "-0.01", "a session below 0")]
    [InlineData("payments", Payments, "Y1,C1,,,refund,2026-02-20,5,0,GBP,", "amount", "5", "a refund above 0")]
    [InlineData("payments", Payments, "Y1,C1,,,refund,2026-02-20,100.00,0,GBP,", "amount", "100.00", "a refund above 0")]
    [InlineData("payments", Payments, "Y1,C1,,,session,2026-02-20,\"1,000.00\",0,GBP,", "amount", "1,000.00", "not an amount")]
    [InlineData("payments", Payments, "Y1,C1,,,session,2026-02-20,1e3,0,GBP,", "amount", "1e3", "not an amount")]
    [InlineData("payments", Payments, "Y1,C1,,,session,2026-02-20,1.00001,0,GBP,", "amount", "1.00001", "more than 4 decimals")]
    [InlineData("payments", Payments, "Y1,C1,,,session,2026-02-20,100000000000000,0,GBP,", "amount", "100000000000000", "too large an amount")]
    [InlineData("payments", Payments, "Y1,C1,,,session,2026-02-20,10,NaN,GBP,", "tax", "NaN", "not an amount")]
    [InlineData("techniques", Techniques, "a,b,c", "(column 3, no name)", "c", "the row has 3 fields, the header 2")]
    [InlineData("pigments", Pigments, "G2,Noir", "shade", "G2,Noir", "the row has 2 fields, the header 4")]
    [InlineData("techniques", Techniques, "a", "name", "a", "the row has 1 field, the header 2")]
    public void A_row_against_the_contract_is_rejected_with_its_reason(string table, string header, string row, string column, string value, string reason)
    {
        var result = bench.WithClinic().ImportTable(table, header, row);

        Assert.Equal((1, 0, 1), (result.Read, result.Inserted, result.Rejected));
        Assert.Equal([new Reject(table + ".csv", 2, column, value, reason)], bench.Import().Rejects);
    }

    [Fact]
    public void An_id_has_up_to_64_characters()
    {
        var longest = new string('i', 64);
        bench.Write("techniques", "technique_id,name", $"{longest},a", $"{longest}i,b", "\"a\u0007b\",c");

        var rejects = bench.Import().Rejects.Where(r => r.Line > 0).ToList();

        Assert.Equal(
            [
                new("techniques.csv", 3, "technique_id", longest + "i", "longer than 64 characters"),
                new("techniques.csv", 4, "technique_id", "a␇b", "control character in an id"),
            ],
            rejects);
        Assert.Equal([longest], bench.Stored("SELECT technique_id FROM techniques"));
    }

    [Fact]
    public void Ids_that_differ_only_in_case_are_two()
    {
        var result = bench.ImportTable("techniques", "technique_id,name", "a,x", "A,y");

        Assert.Equal(2, result.Inserted);
    }

    [Fact]
    public void Of_two_rows_of_one_id_the_first_is_kept_and_the_second_rejected()
    {
        bench.Write("techniques", "technique_id,name", "a,first", "b,other", "a,second", "a,third");

        var rejects = bench.Import().Rejects.Where(r => r.Line > 0);

        Assert.Equal(
            [(4, "technique_id", "a", "the id comes again in this file, its first row is kept"), (5, "technique_id", "a", "the id comes again in this file, its first row is kept")],
            rejects.Select(r => (r.Line, r.Column, r.Value, r.Reason)));
        Assert.Equal(["first"], bench.Stored("SELECT name FROM techniques WHERE technique_id = 'a'"));
    }

    [Fact]
    public void A_rejected_row_does_not_keep_a_good_one_of_its_id_out()
    {
        var result = bench.WithClinic().ImportTable("assessments", Assessments, "A1,T1,2026-02-01,photo,0", "A1,T9,2026-02-01,photo,1", "A1,T1,2026-02-01,photo,2");

        Assert.Equal((3, 1, 2), (result.Read, result.Inserted, result.Rejected));
    }

    [Fact]
    public void A_row_that_refers_to_a_rejected_row_is_rejected_too()
    {
        bench.WithClinic();
        bench.Write("treatments", "treatment_id,client_id,practitioner_id,technique_id,started_on", "T8,K1,P1,hair,soon");
        bench.Write("assessments", Assessments, "A1,T8,2026-02-01,photo,5", "A2,T1,2026-02-01,photo,5");

        Assert.Equal(["started_on", "treatment_id"], bench.Import().Rejects.Select(r => r.Column).ToList());
        Assert.Equal(["A2"], bench.Stored("SELECT assessment_id FROM assessments"));
    }

    [Fact]
    public void Money_is_stored_to_the_ten_thousandth()
    {
        bench.WithClinic().ImportTable("payments", Payments, "Y1,C1,,,product,2026-02-20,0.1,0.0001,GBP,", "Y2,C1,,,product,2026-02-20,0.2,99999999999999.9999,GBP,");

        var stored = new OutcomeReader(bench.Database).Read(clinicId: null).Payments;
        Assert.Equal([(0.1m, 0.0001m), (0.2m, 99_999_999_999_999.9999m)], stored.Amount.Zip(stored.Tax));
    }

    [Fact]
    public void Zones_are_stored_once_each()
    {
        bench.WithClinic().ImportTable("treatments", Treatments, "T3,K1,P1,hair,,crown; hairline ;crown;,2026-01-10,,,");

        Assert.Equal(["crown;hairline"], bench.Stored("SELECT zones FROM treatments WHERE treatment_id = 'T3'"));
    }
}
