namespace SmpInsights.Data.Tests.Import;

/// <summary>A chain's files: a hundred clinics, and about as many rows a treatment as clinics have: 3 sessions, 4 readings, 3 payments, 1 survey, and a touch-up for two in three.</summary>
internal static class ManyTreatments
{
    public const int Clinics = 100;

    private static readonly DateOnly Start = new(2022, 1, 10);

    /// <returns>How many rows were written.</returns>
    public static long Write(ImportBench bench, int treatments)
    {
        var total = 0L;
        Lines("clinics", "clinic_id,name,time_zone,currency", Clinics, c => $"C{c:000},Clinic {c},Europe/London,GBP");
        Lines("practitioners", "practitioner_id,clinic_id,name", Clinics, c => $"P{c:000},C{c:000},Practitioner {c}");
        Lines("techniques", "technique_id,name", 2, i => $"technique-{i},Technique {i}");
        Lines("pigments", "pigment_id,brand,shade", 5, i => $"G{i},Noir,{i}");
        Lines("clients", "client_id,clinic_id,birth_year,sex,skin_type,skin_oiliness,sun_exposure,uses_sunscreen,smoker", treatments, t => $"K{t:0000000},C{t % Clinics:000},{1950 + (t % 50)},F,III,oily,high,yes,no");
        Lines("treatments", "treatment_id,client_id,practitioner_id,technique_id,indication,zones,started_on,completed_on", treatments,
            t => $"T{t:0000000},K{t:0000000},P{t % Clinics:000},technique-{t % 2},male-pattern,hairline;crown,{Day(t)},{Day(t, 30)}");
        Lines("sessions", "session_id,treatment_id,session_no,performed_on,practitioner_id,pigment_id,duration_min,needle,depth_mm,angle_deg,dots_per_cm2,status", treatments * 3,
            i => $"S{i:00000000},T{i / 3:0000000},{(i % 3) + 1},{Day(i / 3, i % 3 * 10)},P{i / 3 % Clinics:000},G{i % 5},{60 + (i % 90)},3RL,{0.4 + (i % 10 / 100.0)},{80 + (i % 10)},{120 + (i % 60)},completed");
        Lines("touch_ups", "touch_up_id,treatment_id,performed_on,practitioner_id,reason,pigment_id,under_warranty", treatments * 2 / 3,
            i => $"U{i:0000000},T{i:0000000},{Day(i, 600)},P{i % Clinics:000},fade,G{i % 5},yes");
        Lines("assessments", "assessment_id,treatment_id,assessed_on,method,contrast", treatments * 4,
            i => $"A{i:00000000},T{i / 4:0000000},{Day(i / 4, 60 + (i % 4 * 120))},colorimetry,{20 - (i % 4) + (i % 977 / 1000.0)}");
        Lines("surveys", "survey_id,treatment_id,sent_on,responded_on,satisfaction,recommend,natural_look,expectation_met", treatments,
            t => $"V{t:0000000},T{t:0000000},{Day(t, 60)},{Day(t, 62)},{(t % 5) + 1},{t % 11},{(t % 5) + 1},{(t % 5) + 1}");
        Lines("payments", "payment_id,clinic_id,treatment_id,kind,paid_on,amount,tax,currency,method", treatments * 3,
            i => $"Y{i:00000000},C{i / 3 % Clinics:000},T{i / 3:0000000},session,{Day(i / 3, i % 3 * 10)},{200 + (i % 100)}.50,{33 + (i % 10)}.42,GBP,card");
        return total;

        void Lines(string table, string header, int count, Func<int, FormattableString> line)
        {
            bench.WriteLines(table, Enumerable.Range(0, count).Select(i => FormattableString.Invariant(line(i))).Prepend(header));
            total += count;
        }
    }

    private static string Day(int treatment, int after = 0) => FormattableString.Invariant($"{Start.AddDays((treatment % 900) + after):yyyy-MM-dd}");
}
