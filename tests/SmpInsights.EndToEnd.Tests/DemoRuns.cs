namespace SmpInsights.EndToEnd.Tests;

/// <summary>The first thing a new user does.</summary>
public sealed class DemoRuns : IDisposable
{
    private readonly EmptyFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_demo_prints_a_page_a_workbook_and_six_charts_that_are_there_and_twice_changes_nothing()
    {
        var demo = SmpProcess.Run(_folder.Path, "demo", "--clinics", "1", "--months", "12");
        Assert.True(demo.ExitCode == 0, demo.Errors);
        var paths = demo.Output.Split('\n').Select(l => l.Trim()).Where(l => l.StartsWith(_folder.Path, StringComparison.Ordinal)).ToList();
        Assert.All(paths, p => Assert.True(File.Exists(p), p));
        foreach (var report in new[] { "finance-ledger", "monthly-clinic", "network" })
        {
            var own = paths.Where(p => p.Contains("/reports/" + report + "/", StringComparison.Ordinal)).ToList();
            Assert.Single(own, p => p.EndsWith("report.html", StringComparison.Ordinal));
            Assert.Single(own, p => p.EndsWith("workbook.xlsx", StringComparison.Ordinal));
        }

        Assert.Contains(paths, p => p.Contains("/reports/technique-comparison/", StringComparison.Ordinal) && p.EndsWith("report.html", StringComparison.Ordinal));
        Assert.True(paths.Count(p => p.EndsWith(".svg", StringComparison.Ordinal)) >= 6);

        var before = EmptyFolder.Hashes(_folder.In("smp-data", "reports"));
        var again = SmpProcess.Run(_folder.Path, "demo", "--clinics", "1", "--months", "12");
        Assert.Equal(0, again.ExitCode);
        Assert.Contains("unchanged r1", again.Output, StringComparison.Ordinal);
        Assert.Equal(before, EmptyFolder.Hashes(_folder.In("smp-data", "reports")));
    }

    [Fact]
    public void The_demo_refuses_a_folder_that_holds_other_data()
    {
        Assert.Equal(0, SmpProcess.Run(_folder.Path, "import", Repository.Reference("sleepstudy")).ExitCode);
        var demo = SmpProcess.Run(_folder.Path, "demo");
        Assert.Equal(1, demo.ExitCode);
        Assert.Contains("holds other data", demo.Errors, StringComparison.Ordinal);
    }
}
