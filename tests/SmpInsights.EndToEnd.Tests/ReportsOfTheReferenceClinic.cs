using System.Text.Json.Nodes;

namespace SmpInsights.EndToEnd.Tests;

/// <summary>A clinic's own files, from an empty folder to its published report.</summary>
public sealed class ReportsOfTheReferenceClinic : IDisposable
{
    private readonly EmptyFolder _folder = new();

    private string Data => _folder.In("smp-data");

    private string Revision(string clinic, int revision) => _folder.In("smp-data", "reports", "monthly-clinic", clinic, "2026-06", "r" + revision.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public void Dispose() => _folder.Dispose();

    private SmpResult Import() => SmpProcess.Run(_folder.Path, "import", Repository.Reference("clinic-a"));

    private SmpResult Run() => SmpProcess.Run(_folder.Path, "run", "monthly-clinic", "--all", "--month", "2026-06");

    [Fact]
    public void A_run_publishes_a_page_a_workbook_charts_and_a_manifest_for_each_clinic()
    {
        Assert.Equal(0, Import().ExitCode);
        var run = Run();
        Assert.True(run.ExitCode == 0, run.Errors);
        foreach (var clinic in new[] { "C0001", "C0002", "C0003" })
        {
            var revision = Revision(clinic, 1);
            Assert.Contains("<!DOCTYPE html>", File.ReadAllText(Path.Combine(revision, "report.html")), StringComparison.OrdinalIgnoreCase);
            Assert.True(File.Exists(Path.Combine(revision, "workbook.xlsx")));
            Assert.True(Directory.GetFiles(Path.Combine(revision, "charts"), "*.svg").Length >= 6);
            var manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(revision, "manifest.json")))!;
            Assert.Equal("2026-06-30", manifest["asOf"]!.GetValue<string>());
            foreach (var artefact in manifest["artefacts"]!.AsArray())
                Assert.Equal(artefact!["sha256"]!.GetValue<string>(), Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(Path.Combine(revision, artefact["path"]!.GetValue<string>())))));
            Assert.DoesNotContain(_folder.Path, File.ReadAllText(Path.Combine(revision, "report.html")), StringComparison.Ordinal);
        }

        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(Data, "staging")));
        Assert.Contains("r1", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Running_again_changes_nothing_and_another_folder_gives_the_same_bytes()
    {
        Import();
        Run();
        var first = EmptyFolder.Hashes(Path.Combine(Data, "reports"));
        var again = Run();
        Assert.Equal(0, again.ExitCode);
        Assert.Contains("unchanged r1", again.Output, StringComparison.Ordinal);
        Assert.Equal(first, EmptyFolder.Hashes(Path.Combine(Data, "reports")));

        using var other = new EmptyFolder();
        SmpProcess.Run(other.Path, "import", Repository.Reference("clinic-a"), "--data", "elsewhere");
        SmpProcess.Run(other.Path, "run", "monthly-clinic", "--all", "--month", "2026-06", "--data", "elsewhere");
        Assert.Equal(first, EmptyFolder.Hashes(other.In("elsewhere", "reports")));
    }

    [Fact]
    public void A_row_dated_after_the_month_makes_no_new_revision_and_one_within_it_does()
    {
        Import();
        Run();
        var rows = Directory.CreateDirectory(_folder.In("later")).FullName;
        foreach (var file in Directory.GetFiles(Repository.Reference("clinic-a"), "*.csv"))
            File.Copy(file, Path.Combine(rows, Path.GetFileName(file)));
        File.AppendAllText(Path.Combine(rows, "payments.csv"), "Z1,C0001,,,product,2026-07-02,10.00,1.67,GBP,card\n");
        Assert.Equal(0, SmpProcess.Run(_folder.Path, "import", rows).ExitCode);
        Assert.Equal(3, Run().Output.Split("unchanged r1").Length - 1);

        File.AppendAllText(Path.Combine(rows, "payments.csv"), "Z2,C0001,,,product,2026-06-30,10.00,1.67,GBP,card\n");
        Assert.Equal(0, SmpProcess.Run(_folder.Path, "import", rows).ExitCode);
        var run = Run();
        Assert.Contains("monthly-clinic C0001 2026-06: done r2", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, run.Output.Split("unchanged r1").Length - 1);
    }

    [Fact]
    public void A_run_that_fails_says_why_and_leaves_the_previous_report_in_place()
    {
        Import();
        Run();
        var before = EmptyFolder.Hashes(Revision("C0001", 1));
        var rows = Directory.CreateDirectory(_folder.In("more")).FullName;
        File.WriteAllText(Path.Combine(rows, "payments.csv"), "payment_id,clinic_id,kind,paid_on,amount,tax,currency\nZ2,C0001,product,2026-06-30,10.00,1.67,GBP\n");
        Assert.Equal(0, SmpProcess.Run(_folder.Path, "import", rows).ExitCode);
        File.WriteAllText(Revision("C0001", 2), "in the way");

        var run = SmpProcess.Run(_folder.Path, "run", "monthly-clinic", "--clinic", "C0001", "--month", "2026-06");
        Assert.Equal(1, run.ExitCode);
        var said = run.Errors.Trim().Split('\n');
        Assert.Equal(5, said.Length); // four attempts more, each said
        Assert.All(said[..^1], line => Assert.EndsWith("; tried again.", line, StringComparison.Ordinal));
        Assert.Contains("failed", said[^1], StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
        Assert.Equal(before, EmptyFolder.Hashes(Revision("C0001", 1)));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(Data, "staging")));

        var failed = JsonNode.Parse(SmpProcess.Run(_folder.Path, "runs", "--json").Output)!["runs"]!.AsArray().Single(r => string.Equals(r!["state"]!.GetValue<string>(), "failed", StringComparison.Ordinal))!;
        Assert.Equal(2, failed["revision"]!.GetValue<int>());
        Assert.NotEmpty(failed["error"]!.GetValue<string>());

        File.Delete(Revision("C0001", 2));
        Assert.Contains("done r2", SmpProcess.Run(_folder.Path, "run", "monthly-clinic", "--clinic", "C0001", "--month", "2026-06").Output, StringComparison.Ordinal);
    }
}
