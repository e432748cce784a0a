using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SmpInsights.EndToEnd.Tests;

/// <summary>The scheduler as a process: it catches up by itself, and stops when it is asked to.</summary>
public sealed partial class WorkerMakesWhatIsDue : IDisposable
{
    private readonly EmptyFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private IReadOnlyList<string> Runs() => [.. JsonNode.Parse(SmpProcess.Run(_folder.Path, "runs", "--json").Output)!["runs"]!.AsArray().Select(r => $"{r!["report"]} {r["clinic"]} {r["practitioner"]} {r["period"]} {r["state"]}")];

    /// <summary>
    /// Three clinics' last three months of every report, all clinics' together, and the last month of each of twelve practitioners. All are due the moment a month closes: else fewer are owed from then to their hour.
    /// </summary>
    private int Owed()
    {
        var reports = Directory.CreateDirectory(_folder.In("smp-data", "definitions")).FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "reports"), "*.json").Where(f => !f.EndsWith("schema.json", StringComparison.Ordinal)))
            File.WriteAllText(Path.Combine(reports, Path.GetFileName(file)), Hour().Replace(File.ReadAllText(file), "\"cron\": \"0 0 1 * *\""));
        File.WriteAllText(Path.Combine(reports, "technique-comparison.json"), """
            { "id": "technique-comparison", "kind": "technique-comparison", "title": "Mine", "audience": "practitioner", "period": "month", "scope": "practitioner",
              "schedule": { "cron": "0 0 1 * *", "catchUpMonths": 1 }, "sections": ["techniques", "own"] }
            """);
        return JsonNode.Parse(SmpProcess.Run(_folder.Path, "report", "list", "--json").Output)!["reports"]!.AsArray().Sum(r => r!["scope"]!.GetValue<string>() switch { "network" => 3, "practitioner" => 12, _ => 9 });
    }

    [Fact]
    public async Task The_last_three_closed_months_of_each_clinic_are_made_once_and_a_stop_is_graceful()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs SIGTERM.");
        Assert.Equal(0, SmpProcess.Run(_folder.Path, "import", Repository.Reference("clinic-a")).ExitCode);
        var owed = Owed();
        for (var round = 0; round < 2; round++)
        {
            using var worker = SmpProcess.Start(_folder.Path, "worker");
            var output = worker.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            var errors = worker.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var patience = Stopwatch.StartNew();
            do
                await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
            while ((round == 0 ? Runs().Count(r => r.EndsWith("done", StringComparison.Ordinal)) < owed : patience.Elapsed < TimeSpan.FromSeconds(4)) && patience.Elapsed < TimeSpan.FromMinutes(5));
            using (var kill = Process.Start("kill", ["-TERM", worker.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
                await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(worker.WaitForExit(TimeSpan.FromSeconds(40)), "The worker did not stop.");
            Assert.Equal(0, worker.ExitCode);
            Assert.DoesNotContain("   at ", await errors, StringComparison.Ordinal);
            Assert.Equal(round == 0 ? owed : 0, (await output).Split(" done ").Length - 1);
        }

        var runs = Runs();
        Assert.Equal(owed, runs.Count);
        Assert.All(runs, r => Assert.EndsWith("done", r, StringComparison.Ordinal));
        Assert.Equal(owed, runs.Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.In("smp-data", "staging")));
    }

    [Theory]
    [InlineData("Working on ", "-TERM")]
    [InlineData(" done finance-ledger ", "-TERM")]
    [InlineData(" done finance-ledger ", "-INT")]
    public async Task A_stop_at_the_start_or_after_the_first_report_ends_it_in_time_and_leaves_no_run_in_hand(string line, string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs SIGTERM.");
        Assert.Equal(0, SmpProcess.Run(_folder.Path, "import", Repository.Reference("clinic-a")).ExitCode);
        using var worker = SmpProcess.Start(_folder.Path, "worker");
        var errors = worker.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        while (await worker.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } read && !read.Contains(line, StringComparison.Ordinal))
        {
        }

        using (var kill = Process.Start("kill", [signal, worker.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        var patience = Stopwatch.StartNew();
        await worker.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.True(worker.WaitForExit(TimeSpan.FromSeconds(40)), "The worker did not stop.");
        Assert.InRange(patience.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30)); // what is promised
        Assert.Equal(0, worker.ExitCode);
        Assert.Empty(await errors);
        Assert.DoesNotContain(Runs(), r => r.EndsWith("running", StringComparison.Ordinal));
        Assert.True(Runs().Count(r => r.EndsWith("done", StringComparison.Ordinal)) < Owed(), "It made everything before it stopped.");
    }

    [GeneratedRegex("\"cron\": \"[^\"]*\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hour();
}
