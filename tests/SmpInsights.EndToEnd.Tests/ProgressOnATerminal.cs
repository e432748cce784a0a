using System.Diagnostics;

namespace SmpInsights.EndToEnd.Tests;

/// <summary>What is drawn only where a person looks: the same commands on a terminal, which <c>script</c> gives them.</summary>
public sealed class ProgressOnATerminal : IDisposable
{
    private const string Script = "/usr/bin/script";

    private readonly EmptyFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_demo_shows_a_bar_for_each_run_with_its_stage_and_one_for_all()
    {
        var (exitCode, screen) = await OnTerminalAsync("demo --clinics 1 --months 3", stop: false);
        Assert.True(exitCode == 0, screen);
        Assert.Matches(@"\d of \d+ reports", screen);
        Assert.Matches("monthly-clinic C01 [0-9-]{7}.*(read|compute|suppress|write)", screen);
        Assert.Contains("100%", screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Following_runs_shows_how_many_there_are_and_ends_well_with_ctrl_c()
    {
        Assert.Equal(0, SmpProcess.Run(_folder.Path, "import", Repository.Reference("sleepstudy")).ExitCode);
        var (exitCode, screen) = await OnTerminalAsync("runs --follow", stop: true);
        Assert.True(exitCode == 0, screen);
        Assert.Contains("0 running, 0 queued", screen, StringComparison.Ordinal);
        Assert.Contains(", since you look 0 done and 0 failed", screen, StringComparison.Ordinal);
    }

    private async Task<(int ExitCode, string Screen)> OnTerminalAsync(string command, bool stop)
    {
        Assert.SkipUnless(File.Exists(Script), "Needs a terminal, as script (util-linux) gives one.");
        var start = new ProcessStartInfo(Script) { UseShellExecute = false, WorkingDirectory = _folder.Path, RedirectStandardOutput = true, RedirectStandardInput = true };
        foreach (var argument in new[] { "-qec", $"stty cols 120 rows 40; exec dotnet \"{Path.Combine(AppContext.BaseDirectory, "smp.dll")}\" {command}", "/dev/null" })
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var screen = new System.Text.StringBuilder();
        var buffer = new char[4096];
        int read;
        while ((read = await process.StandardOutput.ReadAsync(buffer, TestContext.Current.CancellationToken)) > 0)
        {
            screen.Append(buffer, 0, read);
            if (stop && screen.ToString().Contains("since you look", StringComparison.Ordinal))
            {
                stop = false;
                await process.StandardInput.WriteAsync('\u0003');
                await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
            }
        }

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, screen.ToString());
    }
}
