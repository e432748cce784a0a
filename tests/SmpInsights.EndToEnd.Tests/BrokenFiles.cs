using System.Text;
using System.Text.Json.Nodes;

namespace SmpInsights.EndToEnd.Tests;

/// <summary>A folder of files as they should not be: every fault is a reject that names its place, nothing else is lost, and no stack trace is shown.</summary>
public sealed class BrokenFiles : IDisposable
{
    private readonly EmptyFolder _folder = new();

    public BrokenFiles()
    {
        Directory.CreateDirectory(_folder.In("rows"));
        Write("clinics", "clinic_id,name,time_zone,currency\nC,Clinic,Europe/London,GBP\n");
        Write("practitioners", "practitioner_id,clinic_id,name\nP,C,Practitioner\n");
        Write("clients", "client_id,clinic_id\nK1,C\nK2,C\n");
        Write("techniques", "technique_id,name\ndensity,Density\n");
        Write("treatments", "treatment_id,client_id,practitioner_id,technique_id,started_on,completed_on\nT1,K1,P,density,2025-01-01,2025-02-01\nT2,K2,P,density,2025-01-01,2025-02-01\n");
        Write("sessions", "session_id,treatment_id,session_no,performed_on,practitioner_id,status\nS1,T1,1,2025-01-01,P,completed\nS2,T2,1,2025-01-01,P,completed\n");
    }

    public void Dispose() => _folder.Dispose();

    private void Write(string table, string text) => File.WriteAllText(_folder.In("rows", table + ".csv"), text);

    private void Write(string table, byte[] bytes) => File.WriteAllBytes(_folder.In("rows", table + ".csv"), bytes);

    private (int ExitCode, JsonNode Document, IReadOnlyList<string> Rejects) Import()
    {
        var result = SmpProcess.Run(_folder.Path, "import", "rows", "--json");
        Assert.DoesNotContain("   at ", result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("unexpected", result.Errors, StringComparison.Ordinal);
        var document = JsonNode.Parse(result.Output)!;
        return (result.ExitCode, document, [.. document["rejects"]!.AsArray().Select(r => $"{r!["file"]} {r["line"]} {r["column"]}")]);
    }

    private static long Count(JsonNode document, string file, string what) => document["files"]!.AsArray().Single(f => string.Equals(f!["file"]!.GetValue<string>(), file + ".csv", StringComparison.Ordinal))![what]!.GetValue<long>();

    [Fact]
    public void Whole_rows_import_and_a_second_time_change_nothing()
    {
        Assert.Equal(0, Import().ExitCode);
        var (exitCode, document, _) = Import();
        Assert.Equal(0, exitCode);
        Assert.Equal((0, 0, 9), (document["inserted"]!.GetValue<long>(), document["updated"]!.GetValue<long>(), document["unchanged"]!.GetValue<long>()));
    }

    [Theory]
    [InlineData("assessment_id,treatment_id,assessed_on,method\nA1,T1,2025-04-01,photo\n", "assessments.csv 1 contrast", 0)]
    [InlineData("", "assessments.csv 1 ", 0)]
    [InlineData("assessment_id;treatment_id;assessed_on;method;contrast\nA1;T1;2025-04-01;photo;5\n", "assessments.csv 1 ", 0)]
    [InlineData("colour,shape\nred,round\n", "assessments.csv 1 ", 0)]
    [InlineData("assessment_id,treatment_id,assessed_on,method,contrast\nA1,T1,2025-04-01,photo,5\nA2,T1,2025-05-0", "assessments.csv 3 ", 1)]
    [InlineData("assessment_id,treatment_id,assessed_on,method,contrast\nA1,T1,2025-04-01,photo,5\nA1,T1,2025-05-01,photo,4\nA2,T2,2025-05-01,photo,4\n", "assessments.csv 3 assessment_id", 2)]
    [InlineData("assessment_id,treatment_id,assessed_on,method,contrast\nA1,T9,2025-04-01,photo,5\nA2,T2,2025-05-01,photo,4\n", "assessments.csv 2 treatment_id", 1)]
    [InlineData("assessment_id,treatment_id,assessed_on,method,contrast\nA1,T1,2026-02-30,photo,5\nA2,T2,2025-05-01,photo,4\n", "assessments.csv 2 assessed_on", 1)]
    [InlineData("assessment_id,treatment_id,assessed_on,method,contrast\nA1,T1,2025-04-01,photo,\"1,234.50\"\nA2,T2,2025-05-01,photo,4\n", "assessments.csv 2 contrast", 1)]
    [InlineData("assessment_id,treatment_id,assessed_on,method,contrast\nA1,T1,2025-04-01,ph\0oto,5\nA2,T2,2025-05-01,photo,4\n", "assessments.csv 2 method", 1)]
    [InlineData("assessment_id,treatment_id,assessed_on,method,contrast\nA1,T1,2025-04-01,photo,\"5\nA2,T2,2025-05-01,photo,4\n", "assessments.csv 2 ", 1)]
    [InlineData("assessment_id,treatment_id,assessed_on,method,contrast\nA1,T1,2999-04-01,photo,5\nA2,T2,2025-05-01,photo,4\n", "assessments.csv 2 assessed_on", 1)]
    [InlineData("assessment_id,treatment_id,assessed_on,method,contrast\nA1,T1,2025-04-01,photo,NaN\nA2,T2,2025-05-01,photo,4\n", "assessments.csv 2 contrast", 1)]
    public void One_fault_is_one_reject_with_its_place_and_the_rest_is_kept(string text, string place, long kept)
    {
        Write("assessments", text);
        var (exitCode, document, rejects) = Import();
        Assert.Equal(3, exitCode);
        Assert.StartsWith(place, Assert.Single(rejects), StringComparison.Ordinal);
        Assert.Equal(kept, Count(document, "assessments", "inserted"));
        Assert.Equal(2, Count(document, "sessions", "inserted"));
        Assert.NotEmpty(document["rejects"]![0]!["reason"]!.GetValue<string>());
        Assert.Equal(2, File.ReadAllLines(_folder.In("smp-data", "rejects.csv")).Length);
    }

    [Fact]
    public void A_field_of_ten_megabytes_is_a_reject_and_the_rows_around_it_are_kept()
    {
        Write("assessments", "assessment_id,treatment_id,assessed_on,method,contrast\nA1,T1,2025-04-01,photo,5\nA2,T1,2025-04-02," + new string('x', 10 * 1024 * 1024) + ",5\nA3,T2,2025-05-01,photo,4\n");
        var (exitCode, document, rejects) = Import();
        Assert.Equal(3, exitCode);
        Assert.StartsWith("assessments.csv 3", Assert.Single(rejects), StringComparison.Ordinal);
        Assert.Equal(2, Count(document, "assessments", "inserted"));
        Assert.True(document.ToJsonString().Length < 100_000);
    }

    [Fact]
    public void A_binary_file_and_one_in_UTF_16_are_rejected_as_a_whole()
    {
        Write("assessments", [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0xFF, 0xFE, 10, 13, 0, 200]);
        Write("surveys", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("survey_id,treatment_id,sent_on\nQ1,T1,2025-04-01\n")]);
        var (exitCode, document, rejects) = Import();
        Assert.Equal(3, exitCode);
        Assert.Equal(["assessments.csv", "surveys.csv"], rejects.Select(r => r.Split(' ')[0]));
        Assert.Equal(2, Count(document, "sessions", "inserted"));
    }

    [Fact]
    public void An_amount_with_a_thousands_separator_is_rejected()
    {
        Write("payments", "payment_id,clinic_id,kind,paid_on,amount,tax,currency\nY1,C,product,2025-04-01,\"1,234.50\",0,GBP\nY2,C,product,2025-04-01,1234.50,0,GBP\n");
        var (exitCode, document, rejects) = Import();
        Assert.Equal(3, exitCode);
        Assert.Equal("payments.csv 2 amount", Assert.Single(rejects));
        Assert.Equal(1, Count(document, "payments", "inserted"));
    }

    [Fact]
    public void A_folder_without_a_single_readable_file_imports_nothing_and_says_so()
    {
        var empty = Directory.CreateDirectory(_folder.In("nothing")).FullName;
        File.WriteAllText(Path.Combine(empty, "letter.txt"), "Dear Sir");
        File.WriteAllText(Path.Combine(empty, "clinics.csv"), string.Empty);
        var result = SmpProcess.Run(_folder.Path, "import", "nothing");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("nothing was imported", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Client_text_that_begins_like_a_formula_stays_text_in_rejects_and_reports()
    {
        Write("clinics", "clinic_id,name,time_zone,currency\nC,\"=HYPERLINK(\"\"http://example.com\"\",\"\"Clinic\"\")\",Europe/London,GBP\n");
        Write("techniques", "technique_id,name\ndensity,+cmd|' /C calc'!A0\n");
        Write("assessments", "assessment_id,treatment_id,assessed_on,method,contrast\nA1,=1+1,2025-04-01,photo,5\n");
        Assert.Equal(3, Import().ExitCode);
        Assert.DoesNotContain(",=1+1", File.ReadAllText(_folder.In("smp-data", "rejects.csv")), StringComparison.Ordinal);
        Assert.Equal(0, SmpProcess.Run(_folder.Path, "run", "monthly-clinic", "--all", "--month", "2025-06").ExitCode);
        using var zip = System.IO.Compression.ZipFile.OpenRead(_folder.In("smp-data", "reports", "monthly-clinic", "C", "2025-06", "r1", "workbook.xlsx"));
        foreach (var sheet in zip.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(sheet.Open());
            var xml = reader.ReadToEnd();
            Assert.DoesNotContain("HYPERLINK", xml, StringComparison.Ordinal);
            Assert.DoesNotContain("cmd|", xml, StringComparison.Ordinal);
        }
    }
}
