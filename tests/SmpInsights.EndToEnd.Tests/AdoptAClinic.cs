using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace SmpInsights.EndToEnd.Tests;

/// <summary>A clinic's own database with tables of its own: the script shows it as views, the check finds what is wrong, reports read it by themselves, and the numbers are those of an import.</summary>
public sealed class AdoptAClinic : IDisposable
{
    /// <summary>Our tables, in the words of another program.</summary>
    private static readonly (string Table, string Select)[] Own =
    [
        ("Locations", "SELECT clinic_id AS LocationId, name AS Name, time_zone AS TimeZone, currency AS Currency FROM s.clinics"),
        ("Staff", "SELECT practitioner_id AS StaffId, clinic_id AS LocationId, name AS Name, started_on AS StartedOn FROM s.practitioners"),
        ("Patients", "SELECT client_id AS PatientId, clinic_id AS LocationId, birth_year AS BirthYear, sex AS Sex, skin_type AS SkinType, skin_oiliness AS SkinOiliness, sun_exposure AS SunExposure, uses_sunscreen AS UsesSunscreen, smoker AS Smoker, 'Nobody' AS FullName FROM s.clients"),
        ("Services", "SELECT technique_id AS ServiceId, name AS Name FROM s.techniques"),
        ("Inks", "SELECT pigment_id AS PigmentId, brand AS Brand, shade AS Shade, lot AS Lot FROM s.pigments"),
        ("Procedures", "SELECT treatment_id AS ProcedureId, client_id AS PatientId, practitioner_id AS StaffId, technique_id AS ServiceId, indication AS Indication, zones AS Zones, started_on AS StartedOn, completed_on AS CompletedOn, follow_up_ended_on AS FollowUpEndedOn, end_reason AS EndReason FROM s.treatments"),
        ("Visits", "SELECT session_id AS SessionId, treatment_id AS ProcedureId, session_no AS SessionNo, performed_on AS PerformedOn, practitioner_id AS StaffId, pigment_id AS PigmentId, duration_min AS DurationMin, needle AS Needle, depth_mm AS DepthMm, angle_deg AS AngleDeg, dots_per_cm2 AS DotsPerCm2, status AS Status FROM s.sessions"),
        ("Retouches", "SELECT touch_up_id AS TouchUpId, treatment_id AS ProcedureId, performed_on AS PerformedOn, practitioner_id AS StaffId, reason AS Reason, pigment_id AS PigmentId, under_warranty AS UnderWarranty FROM s.touch_ups"),
        ("Measurements", "SELECT assessment_id AS AssessmentId, treatment_id AS ProcedureId, assessed_on AS AssessedOn, method AS Method, contrast AS Contrast FROM s.assessments"),
        ("Feedback", "SELECT survey_id AS SurveyId, treatment_id AS ProcedureId, sent_on AS SentOn, responded_on AS RespondedOn, satisfaction AS Satisfaction, recommend AS Recommend, natural_look AS NaturalLook, expectation_met AS ExpectationMet FROM s.surveys"),
        ("Incidents", "SELECT event_id AS EventId, treatment_id AS ProcedureId, occurred_on AS OccurredOn, kind AS Kind, severity AS Severity, resolved_on AS ResolvedOn FROM s.adverse_events"),
        ("Payments", "SELECT payment_id AS PaymentId, clinic_id AS LocationId, treatment_id AS ProcedureId, touch_up_id AS TouchUpId, kind AS Kind, paid_on AS PaidOn, amount / 10000.0 AS Amount, tax / 10000.0 AS Tax, currency AS Currency, method AS Method FROM s.payments"),
    ];

    private static readonly string[] AsOf = ["metrics", "--as-of", "2026-06-30", "--clients", "--json"];

    private readonly EmptyFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Reports_read_its_views_and_agree_with_an_import()
    {
        Assert.Equal(0, SmpProcess.Run(_folder.Path, "import", Repository.Reference("clinic-a"), "--data", "imported").ExitCode);
        Own.ToList().ForEach(t => Clinic($"CREATE TABLE {t.Table} AS {t.Select}"));

        var listed = Smp("adopt", "--json");
        Assert.Equal(0, listed.ExitCode);
        Assert.Equal([true, true, true, true, false, true, true, false, false, false, false, false, false], JsonNode.Parse(listed.Output)!["views"]!.AsArray().Select(v => v!["needed"]!.GetValue<bool>()));
        var script = JsonNode.Parse(listed.Output)!["script"]!.GetValue<string>();
        Assert.Equal(_folder.In("adopted", "smp_source.sql"), script);
        Clinic(File.ReadAllText(script));
        Assert.Contains("it was there", Smp("adopt").Output, StringComparison.Ordinal);

        Clinic("UPDATE Visits SET Status = 'Attended' WHERE SessionId IN (SELECT SessionId FROM Visits ORDER BY SessionId LIMIT 4)");
        var check = Smp("adopt", "--check");
        Assert.Equal(3, check.ExitCode);
        Assert.Contains("      4 rows: not one of completed, cancelled, no-show; such as ", check.Output, StringComparison.Ordinal);
        Assert.EndsWith("4 rows would be left out. The others can be read with: smp adopt --pull\n", check.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.DoesNotContain("Nobody", check.Output, StringComparison.Ordinal);
        Assert.Equal([script, _folder.In("adopted", "source.lock")], Directory.GetFileSystemEntries(_folder.In("adopted")).Order(StringComparer.Ordinal));
        Clinic("UPDATE Visits SET Status = 'completed' WHERE Status = 'Attended'");

        Assert.Equal(0, Smp("adopt", "--pull").ExitCode);
        Assert.Equal(SmpProcess.Run(_folder.Path, [.. AsOf, "--data", "imported"]), Smp(AsOf));
        Assert.DoesNotContain("Nobody", System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(_folder.In("adopted", "smp.db"))), StringComparison.Ordinal);

        // A report reads what changed since, without being told.
        string[] run = ["run", "finance-ledger", "--clinic", "C0001", "--month", "2026-06", "--json"];
        Assert.Equal("done", State(Smp(run)));
        Assert.Equal("unchanged", State(Smp(run)));
        Clinic("UPDATE Payments SET Amount = Amount + 1 WHERE PaymentId = (SELECT MAX(PaymentId) FROM Payments WHERE LocationId = 'C0001' AND Kind = 'session' AND PaidOn LIKE '2026-06%')");
        var changed = JsonNode.Parse(Smp(run).Output)!["runs"]![0]!;
        Assert.Equal(("done", 2), (changed["outcome"]!.GetValue<string>(), changed["revision"]!.GetValue<int>()));
    }

    [Fact]
    public void A_source_that_is_away_is_a_sentence_and_no_number_is_printed()
    {
        Assert.Equal(0, SmpProcess.Run(_folder.Path, "import", Repository.Reference("clinic-a"), "--data", "imported").ExitCode);
        Own.ToList().ForEach(t => Clinic($"CREATE TABLE {t.Table} AS {t.Select}"));
        Assert.Equal(0, Smp("adopt").ExitCode);
        Clinic(File.ReadAllText(_folder.In("adopted", "smp_source.sql")));
        Assert.Equal(0, Smp("adopt", "--pull").ExitCode);

        var unnamed = SmpProcess.Run(_folder.Path, [.. AsOf, "--data", "adopted"]);
        Assert.Equal((1, ""), (unnamed.ExitCode, unnamed.Output));
        Assert.Equal($"smp: Rows are read from {_folder.In("clinic.db")}: say how to reach it with --source or SMP_SOURCE, or end that with: smp adopt --end", unnamed.Errors.Trim());

        Clinic("DROP VIEW smp_source_sessions");
        var gone = Smp(AsOf);
        Assert.Equal((1, ""), (gone.ExitCode, gone.Output));
        Assert.Equal("smp: smp_source_sessions, which rows were read from, is no longer there; make it again, or end the reading with: smp adopt --end", gone.Errors.Trim());
        Assert.Contains("what is due waits", Smp("runs").Errors, StringComparison.Ordinal);

        var shown = SmpProcess.Run(_folder.Path, "forget", "CL0000001", "--yes", "--data", "adopted", "--source", "clinic.db");
        Assert.Equal(1, shown.ExitCode);
        Assert.Contains("smp_source_clients still shows client CL0000001", shown.Errors, StringComparison.Ordinal);

        Assert.Equal(0, SmpProcess.Run(_folder.Path, "adopt", "--end", "--data", "adopted").ExitCode);
        Assert.Equal(0, SmpProcess.Run(_folder.Path, [.. AsOf, "--data", "adopted"]).ExitCode);
        Assert.Equal(0, SmpProcess.Run(_folder.Path, "forget", "CL0000001", "--yes", "--data", "adopted").ExitCode);
    }

    [Theory]
    [InlineData(2, "Say where the clinic's own database is", "adopt", "--check")]
    [InlineData(2, "--whole and --remove go with --pull.", "adopt", "--remove")]
    [InlineData(2, "Say one of --check, --pull, --end", "adopt", "--check", "--pull")]
    [InlineData(1, "\"gone.db\" is no file, and no connection string", "adopt", "--check", "--source", "gone.db")]
    [InlineData(1, "The connection string names no database", "adopt", "--check", "--source", "Server=127.0.0.1,1")]
    [InlineData(1, "is not an SQLite database", "adopt", "--check", "--source", "notes.txt")]
    [InlineData(1, "has none of the views smp_source_clinics", "adopt", "--pull", "--source", "clinic.db")]
    public void Wrong_use_is_one_sentence(int exit, string says, params string[] command)
    {
        File.WriteAllText(_folder.In("notes.txt"), new string('x', 4096));
        using (var clinic = new SqliteConnection($"Data Source={_folder.In("clinic.db")};Pooling=False"))
        {
            clinic.Open();
            using var create = new SqliteCommand("CREATE TABLE a (b)", clinic);
            create.ExecuteNonQuery();
        }

        var result = SmpProcess.Run(_folder.Path, [.. command, "--data", "adopted"]);

        Assert.Equal(exit, result.ExitCode);
        Assert.Contains(says, result.Errors, StringComparison.Ordinal);
        Assert.Single(result.Errors.Trim().Split('\n'));
    }

    private static string State(SmpResult result) => JsonNode.Parse(result.Output)!["runs"]![0]!["outcome"]!.GetValue<string>();

    private SmpResult Smp(params string[] command) => SmpProcess.Run(_folder.Path, [.. command, "--data", "adopted", "--source", "clinic.db"]);

    /// <summary>Something done in the clinic's own database, beside the imported rows.</summary>
    private void Clinic(string statement)
    {
        using var clinic = new SqliteConnection($"Data Source={_folder.In("clinic.db")};Pooling=False");
        clinic.Open();
        using var command = new SqliteCommand($"ATTACH '{_folder.In("imported", "smp.db")}' AS s; {statement}", clinic);
        command.ExecuteNonQuery();
    }
}
