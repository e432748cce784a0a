namespace SmpInsights.App.Demo;

/// <summary>The thirteen files of the data contract with all their columns.</summary>
internal sealed class DemoTables
{
    public DemoTable Clinics { get; } = new("clinics.csv", "C", 2, "clinic_id,name,time_zone,currency");

    public DemoTable Practitioners { get; } = new("practitioners.csv", "P", 3, "practitioner_id,clinic_id,name,started_on");

    public DemoTable Clients { get; } = new("clients.csv", "CL", 6,
        "client_id,clinic_id,birth_year,sex,skin_type,skin_oiliness,sun_exposure,uses_sunscreen,smoker");

    public DemoTable Techniques { get; } = new("techniques.csv", "", 0, "technique_id,name");

    public DemoTable Pigments { get; } = new("pigments.csv", "PG", 2, "pigment_id,brand,shade,lot");

    public DemoTable Treatments { get; } = new("treatments.csv", "T", 6,
        "treatment_id,client_id,practitioner_id,technique_id,indication,zones,started_on,completed_on,follow_up_ended_on,end_reason");

    public DemoTable Sessions { get; } = new("sessions.csv", "S", 6,
        "session_id,treatment_id,session_no,performed_on,practitioner_id,pigment_id,duration_min,needle,depth_mm,angle_deg,dots_per_cm2,status");

    public DemoTable TouchUps { get; } = new("touch_ups.csv", "U", 6,
        "touch_up_id,treatment_id,performed_on,practitioner_id,reason,pigment_id,under_warranty");

    public DemoTable Assessments { get; } = new("assessments.csv", "A", 6, "assessment_id,treatment_id,assessed_on,method,contrast");

    public DemoTable Surveys { get; } = new("surveys.csv", "Q", 6,
        "survey_id,treatment_id,sent_on,responded_on,satisfaction,recommend,natural_look,expectation_met");

    public DemoTable AftercareChecks { get; } = new("aftercare_checks.csv", "K", 6,
        "check_id,treatment_id,checked_on,avoided_swimming,avoided_steam,avoided_exercise,uses_sunscreen,moisturises");

    public DemoTable AdverseEvents { get; } = new("adverse_events.csv", "E", 6, "event_id,treatment_id,occurred_on,kind,severity,resolved_on");

    public DemoTable Payments { get; } = new("payments.csv", "Y", 6,
        "payment_id,clinic_id,treatment_id,touch_up_id,kind,paid_on,amount,tax,currency,method");

    public void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var table in new[] { Clinics, Practitioners, Clients, Techniques, Pigments, Treatments, Sessions, TouchUps, Assessments, Surveys, AftercareChecks, AdverseEvents, Payments })
            table.Write(folder);
    }
}
