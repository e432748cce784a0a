using System.Globalization;
using System.Security.Cryptography;
using SmpInsights.Outcomes.Input;

namespace SmpInsights.Jobs.Runs;

/// <summary>Row count and SHA-256 of each table a report was made from: equal rows give equal fingerprints, on any machine.</summary>
public sealed record TableFingerprint(string Table, int Rows, string Sha256);

/// <summary>Fingerprints the rows known at a report's date, in the tables' order of dependence.</summary>
public static class InputFingerprint
{
    public static IReadOnlyList<TableFingerprint> Of(ClinicData known) =>
    [
        Table("clinics", known.Clinics.Count, known.Clinics.Id, known.Clinics.Name, known.Clinics.TimeZone, known.Clinics.Currency),
        Table("practitioners", known.Practitioners.Count, known.Practitioners.Id, known.Practitioners.Clinic, known.Practitioners.Name),
        Table("clients", known.Clients.Count, known.Clients.Id, known.Clients.Clinic, known.Clients.BirthYear, known.Clients.Sex, known.Clients.SkinType, known.Clients.SkinOiliness, known.Clients.SunExposure, known.Clients.UsesSunscreen, known.Clients.Smoker),
        Table("techniques", known.Techniques.Count, known.Techniques.Id, known.Techniques.Name),
        Table("pigments", known.Pigments.Count, known.Pigments.Id, known.Pigments.Brand, known.Pigments.Shade),
        Table("treatments", known.Treatments.Count, known.Treatments.Id, known.Treatments.Client, known.Treatments.Practitioner, known.Treatments.Technique, known.Treatments.StartedOn, known.Treatments.CompletedOn, known.Treatments.FollowUpEndedOn, known.Treatments.EndReason),
        Table("sessions", known.Sessions.Count, known.Sessions.Id, known.Sessions.Treatment, known.Sessions.SessionNo, known.Sessions.PerformedOn, known.Sessions.Practitioner, known.Sessions.Pigment, known.Sessions.Status, known.Sessions.DurationMinutes),
        Table("touch_ups", known.TouchUps.Count, known.TouchUps.Id, known.TouchUps.Treatment, known.TouchUps.PerformedOn, known.TouchUps.Practitioner, known.TouchUps.Reason, known.TouchUps.Pigment, known.TouchUps.UnderWarranty),
        Table("assessments", known.Assessments.Count, known.Assessments.Id, known.Assessments.Treatment, known.Assessments.AssessedOn, known.Assessments.Method, known.Assessments.Contrast),
        Table("surveys", known.Surveys.Count, known.Surveys.Id, known.Surveys.Treatment, known.Surveys.SentOn, known.Surveys.RespondedOn, known.Surveys.Satisfaction, known.Surveys.Recommend, known.Surveys.NaturalLook, known.Surveys.ExpectationMet),
        Table("aftercare_checks", known.AftercareChecks.Count, known.AftercareChecks.Id, known.AftercareChecks.Treatment, known.AftercareChecks.CheckedOn, known.AftercareChecks.AvoidedSwimming, known.AftercareChecks.AvoidedSteam, known.AftercareChecks.AvoidedExercise, known.AftercareChecks.UsesSunscreen, known.AftercareChecks.Moisturises),
        Table("adverse_events", known.AdverseEvents.Count, known.AdverseEvents.Id, known.AdverseEvents.Treatment, known.AdverseEvents.OccurredOn, known.AdverseEvents.Kind, known.AdverseEvents.Severity, known.AdverseEvents.ResolvedOn),
        Table("payments", known.Payments.Count, known.Payments.Id, known.Payments.Clinic, known.Payments.Treatment, known.Payments.TouchUp, known.Payments.Kind, known.Payments.PaidOn, known.Payments.Amount, known.Payments.Tax, known.Payments.Currency, known.Payments.Method),
    ];

    /// <summary>One hash over all tables, for the run ledger.</summary>
    public static string Combined(IReadOnlyList<TableFingerprint> tables)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var table in tables)
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{table.Table} {table.Rows} {table.Sha256}\n")));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static TableFingerprint Table(string name, int rows, params Array[] columns)
    {
        using var sha = SHA256.Create();
        using (var stream = new CryptoStream(Stream.Null, sha, CryptoStreamMode.Write))
        using (var writer = new BinaryWriter(new BufferedStream(stream, 1 << 16)))
            foreach (var column in columns)
                Write(writer, column);
        return new TableFingerprint(name, rows, Convert.ToHexStringLower(sha.Hash!));
    }

    private static void Write(BinaryWriter writer, Array column)
    {
        switch (column)
        {
            case int[] values:
                Array.ForEach(values, writer.Write);
                break;
            case double[] values:
                Array.ForEach(values, writer.Write);
                break;
            case DateOnly[] values:
                Array.ForEach(values, v => writer.Write(v.DayNumber));
                break;
            case decimal[] values:
                Array.ForEach(values, v => writer.Write(v.ToString("0.############", CultureInfo.InvariantCulture)));
                break;
            default:
                foreach (var value in column)
                    writer.Write(value is null ? "\0" : Convert.ToString(value is DateOnly d ? d.DayNumber : value, CultureInfo.InvariantCulture)!);
                break;
        }
    }
}
