using System.Diagnostics;
using System.Globalization;

namespace SmpInsights.EndToEnd.Tests.Workers;

/// <summary>A real <c>smp worker</c>, and what it says.</summary>
public sealed class WorkerProcess : IDisposable
{
    private readonly Process _process;
    private readonly List<string> _lines = [];
    private readonly Task _output;
    private readonly Task<string> _errors;
    private readonly Stopwatch _age = Stopwatch.StartNew();

    public WorkerProcess(string folder, params string[] arguments)
    {
        _process = SmpProcess.Start(folder, ["worker", .. arguments]);
        _output = Task.Run(async () =>
        {
            while (await _process.StandardOutput.ReadLineAsync(CancellationToken.None) is { } line)
                lock (_lines)
                    _lines.Add(line);
        });
        _errors = _process.StandardError.ReadToEndAsync(CancellationToken.None);
    }

    public int Id => _process.Id;

    /// <summary>Whether it has made a report, or had the time to.</summary>
    public bool HasWorked
    {
        get
        {
            lock (_lines)
                return _age.Elapsed > TimeSpan.FromSeconds(20) || _lines.Exists(l => l.Contains(" done ", StringComparison.Ordinal));
        }
    }

    /// <summary>Ends it as a power cut would; its lines so far.</summary>
    public async Task<IReadOnlyList<string>> KillAsync()
    {
        _process.Kill();
        return await EndAsync();
    }

    /// <summary>Asks it to stop; its lines, once it has ended well and in time.</summary>
    public async Task<IReadOnlyList<string>> StopAsync(string signal = "-TERM")
    {
        using (var kill = Process.Start("kill", [signal, _process.Id.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync(CancellationToken.None);
        Assert.True(_process.WaitForExit(TimeSpan.FromSeconds(30)), "The worker did not stop within 30 seconds.");
        Assert.Equal(0, _process.ExitCode);
        return await EndAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    private async Task<IReadOnlyList<string>> EndAsync()
    {
        await _process.WaitForExitAsync(CancellationToken.None);
        Assert.DoesNotContain("   at ", await _errors, StringComparison.Ordinal);
        await _output;
        _process.Dispose();
        return _lines;
    }
}
