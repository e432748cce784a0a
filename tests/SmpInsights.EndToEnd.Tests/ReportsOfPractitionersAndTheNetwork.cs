using System.Text.Json.Nodes;

namespace SmpInsights.EndToEnd.Tests;

/// <summary>Reports whose runs are not a clinic's: one a practitioner, and one of all clinics.</summary>
public sealed class ReportsOfPractitionersAndTheNetwork : IDisposable
{
    private readonly EmptyFolder _folder = new();

    public ReportsOfPractitionersAndTheNetwork() => Assert.Equal(0, SmpProcess.Run(_folder.Path, "import", Repository.Reference("clinic-a")).ExitCode);

    public void Dispose() => _folder.Dispose();

    private SmpResult Run(params string[] arguments) => SmpProcess.Run(_folder.Path, ["run", .. arguments, "--month", "2026-06"]);

    [Fact]
    public void The_network_s_report_is_of_all_clinics_and_twice_is_unchanged()
    {
        var run = Run("network", "--all");
        Assert.True(run.ExitCode == 0, run.Errors);
        var revision = _folder.In("smp-data", "reports", "network", "all", "2026-06", "r1");
        var page = File.ReadAllText(Path.Combine(revision, "report.html"));
        Assert.All(new[] { "Clinic 1", "Clinic 2", "Clinic 3", "Fading is not quite steady: it is faster at first (p &lt; 0.001)" }, text => Assert.Contains(text, page, StringComparison.Ordinal));
        Assert.Equal(600, JsonNode.Parse(File.ReadAllText(Path.Combine(revision, "manifest.json")))!["input"]!.AsArray().Single(t => string.Equals(t!["table"]!.GetValue<string>(), "treatments", StringComparison.Ordinal))!["rows"]!.GetValue<int>());
        Assert.Contains("network all 2026-06: unchanged r1", Run("network", "--all").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_practitioner_of_a_clinic_has_a_report_of_their_own_or_the_one_asked_for()
    {
        var one = Run("technique-comparison", "--clinic", "C0001", "--practitioner", "P00002");
        Assert.True(one.ExitCode == 0, one.Errors);
        Assert.Contains("technique-comparison C0001/P00002 2026-06: done r1", one.Output, StringComparison.Ordinal);
        var all = Run("technique-comparison", "--clinic", "C0001");
        Assert.Contains("C0001/P00002 2026-06: unchanged r1", all.Output, StringComparison.Ordinal);
        foreach (var own in new[] { "P00001", "P00002", "P00003", "P00004" })
        {
            var revision = _folder.In("smp-data", "reports", "technique-comparison", "C0001", own, "2026-06", "r1");
            Assert.Equal(own, JsonNode.Parse(File.ReadAllText(Path.Combine(revision, "manifest.json")))!["practitioner"]!.GetValue<string>());
            var texts = Directory.EnumerateFiles(revision, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".xlsx", StringComparison.Ordinal)).Select(File.ReadAllText).ToList();
            Assert.Contains(texts, t => t.Contains("Practitioner " + own.TrimStart('P', '0'), StringComparison.Ordinal));
            foreach (var other in Enumerable.Range(1, 12).Select(i => i.ToString("'P'00000", System.Globalization.CultureInfo.InvariantCulture)).Where(p => !string.Equals(p, own, StringComparison.Ordinal)))
                Assert.All(texts, t => Assert.DoesNotContain(other, t, StringComparison.Ordinal));
        }

        Assert.Equal(["P00001", "P00002", "P00003", "P00004"], JsonNode.Parse(SmpProcess.Run(_folder.Path, "runs", "--json").Output)!["runs"]!.AsArray().Select(r => r!["practitioner"]!.GetValue<string>()).Order(StringComparer.Ordinal));
        var nobody = Run("technique-comparison", "--clinic", "C0001", "--practitioner", "P00012");
        Assert.Equal(2, nobody.ExitCode);
        Assert.Contains("there are: P00001, P00002, P00003, P00004", nobody.Errors, StringComparison.Ordinal);
    }
}
