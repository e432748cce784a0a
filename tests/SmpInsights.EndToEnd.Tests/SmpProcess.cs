using System.Diagnostics;

namespace SmpInsights.EndToEnd.Tests;

/// <summary>What one call of the real <c>smp</c> gave.</summary>
public sealed record SmpResult(int ExitCode, string Output, string Errors);

/// <summary>Starts the built <c>smp</c> as a process of its own, in a folder of the test's.</summary>
public static class SmpProcess
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    public static SmpResult Run(string folder, params string[] arguments)
    {
        using var process = Start(folder, arguments);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        if (!process.WaitForExit(Longest))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail("smp " + string.Join(' ', arguments) + " did not end.");
        }

        return new SmpResult(process.ExitCode, output.GetAwaiter().GetResult(), errors.GetAwaiter().GetResult());
    }

    public static Process Start(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.Environment.Remove("SMP_CONNECTION");
        start.Environment.Remove("SMP_SOURCE");
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "smp.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }
}
