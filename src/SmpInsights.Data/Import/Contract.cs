using SmpInsights.Data.Reading;
using static SmpInsights.Data.Import.ContractColumn;

namespace SmpInsights.Data.Import;

/// <summary>The data contract: every table, column, code and rule the product reads, parents before children.</summary>
internal static class Contract
{
    private static readonly string[] Sexes = ["F", "M", "X"];
    private static readonly string[] SkinTypes = ["I", "II", "III", "IV", "V", "VI"];
    private static readonly string[] Oiliness = ["dry", "normal", "oily"];
    private static readonly string[] SunExposures = ["low", "moderate", "high"];
    private static readonly string[] Indications = ["male-pattern", "female-pattern", "alopecia", "thinning", "scar", "transplant-correction", "ageing", "medication", "other"];
    private static readonly string[] Zones = ["hairline", "crown", "sides", "full"];

    public static IReadOnlyList<ContractTable> Tables { get; } =
    [
        new("clinics", [Id("clinic_id"), Text("name", required: true), new("time_zone", CellKind.TimeZone, Required: true), new("currency", CellKind.Currency, Required: true)])
        {
            Needed = true,
            TableRules = ["clinics_with_payments_in_another_currency"],
        },
        new("practitioners", [Id("practitioner_id"), Reference("clinic_id", "clinics"), Text("name", required: true), Date("started_on")])
        {
            Needed = true,
            ClinicThrough = "clinic_id",
        },
        new("clients",
        [
            Id("client_id"), Reference("clinic_id", "clinics"), new("birth_year", CellKind.BirthYear), Code("sex", Sexes), Code("skin_type", SkinTypes),
            Code("skin_oiliness", Oiliness), Code("sun_exposure", SunExposures), Flag("uses_sunscreen"), Flag("smoker"),
        ])
        {
            Needed = true,
        },
        new("techniques", [Id("technique_id"), Text("name", required: true)])
        {
            Needed = true,
        },
        new("pigments", [Id("pigment_id"), Text("brand", required: true), Text("shade", required: true), Text("lot")]),
        new("treatments",
        [
            Id("treatment_id"), Reference("client_id", "clients"), Reference("practitioner_id", "practitioners"), Reference("technique_id", "techniques"),
            Code("indication", Indications), new("zones", CellKind.Zones) { Codes = Zones },
            Date("started_on", required: true), Date("completed_on"), Date("follow_up_ended_on"), Code("end_reason", CodeNames.EndReason.All),
        ])
        {
            Needed = true,
            ClinicThrough = "client_id",
            RowRules = [NotBefore("completed_on", "started_on"), NotBefore("follow_up_ended_on", "completed_on")],
            TableRules = ["treatments_not_before_touch_ups", "treatments_after_sessions", "treatments_after_assessments", "treatments_after_adverse_events"],
            Watched = true,
        },
        new("sessions",
        [
            Id("session_id"), Reference("treatment_id", "treatments"), Whole("session_no", min: 1, required: true), Date("performed_on", required: true),
            Reference("practitioner_id", "practitioners"), Reference("pigment_id", "pigments", required: false), Whole("duration_min", min: 0), Text("needle"),
            Real("depth_mm", min: 0), Real("angle_deg", 0, 180), Real("dots_per_cm2", min: 0),
            Code("status", CodeNames.SessionStatus.All, required: true),
        ])
        {
            Needed = true,
            ClinicThrough = "treatment_id",
            TableRules = ["sessions_before_start"],
            Watched = true,
        },
        new("touch_ups",
        [
            Id("touch_up_id"), Reference("treatment_id", "treatments"), Date("performed_on", required: true), Reference("practitioner_id", "practitioners"),
            Code("reason", CodeNames.TouchUpReason.All, required: true), Reference("pigment_id", "pigments", required: false), Flag("under_warranty"),
        ])
        {
            ClinicThrough = "treatment_id",
            TableRules = ["touch_ups_not_after_completion"],
            Watched = true,
        },
        new("assessments",
        [
            Id("assessment_id"), Reference("treatment_id", "treatments"), Date("assessed_on", required: true),
            Code("method", CodeNames.AssessmentMethod.All, required: true), new("contrast", CellKind.PositiveReal, Required: true),
        ])
        {
            ClinicThrough = "treatment_id",
            TableRules = ["assessments_before_start"],
            Watched = true,
        },
        new("surveys",
        [
            Id("survey_id"), Reference("treatment_id", "treatments"), Date("sent_on", required: true), Date("responded_on"),
            Whole("satisfaction", 1, 5), Whole("recommend", 0, 10), Whole("natural_look", 1, 5), Whole("expectation_met", 1, 5),
        ])
        {
            ClinicThrough = "treatment_id",
            RowRules = [NotBefore("responded_on", "sent_on")],
        },
        new("aftercare_checks",
        [
            Id("check_id"), Reference("treatment_id", "treatments"), Date("checked_on", required: true),
            Flag("avoided_swimming"), Flag("avoided_steam"), Flag("avoided_exercise"), Flag("uses_sunscreen"), Flag("moisturises"),
        ])
        {
            ClinicThrough = "treatment_id",
        },
        new("adverse_events",
        [
            Id("event_id"), Reference("treatment_id", "treatments"), Date("occurred_on", required: true),
            Code("kind", CodeNames.AdverseEventKind.All, required: true), Code("severity", CodeNames.Severity.All, required: true), Date("resolved_on"),
        ])
        {
            ClinicThrough = "treatment_id",
            TableRules = ["adverse_events_before_start"],
        },
        new("payments",
        [
            Id("payment_id"), Reference("clinic_id", "clinics"), Reference("treatment_id", "treatments", required: false), Reference("touch_up_id", "touch_ups", required: false),
            Code("kind", CodeNames.PaymentKind.All, required: true), Date("paid_on", required: true),
            new("amount", CellKind.Money, Required: true), new("tax", CellKind.Money, Required: true), new("currency", CellKind.Currency, Required: true), Text("method"),
        ])
        {
            ClinicThrough = "clinic_id",
            RowRules = [new("amount", SignOfAmount)],
            TableRules = ["payments_in_another_currency"],
            RowWarnings = ["tax_outside_amount"],
        },
    ];

    private static RowRule NotBefore(string column, string earlier) =>
        new(column, row => string.CompareOrdinal((string?)row[column] ?? (string?)row[earlier], (string?)row[earlier]) < 0 ? $"before {earlier} {row[earlier]}" : null);

    private static string? SignOfAmount(StagedRow payment) => ((string)payment["kind"]!, (long)payment["amount"]!) switch
    {
        ("refund", > 0) => "a refund above 0",
        ("refund", _) => null,
        (var kind, < 0) => $"a {kind} below 0",
        _ => null,
    };
}
