using System.Runtime.InteropServices;

namespace SmpInsights.App;

/// <summary>
/// Turns the first Ctrl-C or SIGTERM into a cancelled token, from the first line of the program on: work that has begun is put back in order. The second ends the process at once.
/// </summary>
internal sealed class StopSignal : IDisposable
{
    private readonly CancellationTokenSource _asked = new();
    private readonly PosixSignalRegistration[] _registrations;

    public StopSignal() => _registrations = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Hear), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Hear)];

    public CancellationToken Token => _asked.Token;

    /// <summary>From here on a signal ends the process, as for a program that has nothing to put in order.</summary>
    public void Dispose() => Array.ForEach(_registrations, r => r.Dispose());

    private void Hear(PosixSignalContext signal)
    {
        signal.Cancel = !_asked.IsCancellationRequested;
        _asked.Cancel();
    }
}
