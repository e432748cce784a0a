using Microsoft.Extensions.Hosting;

namespace SmpInsights.Jobs.Tests;

/// <summary>A host that stops when a test says so.</summary>
public sealed class JobHost : IHostApplicationLifetime, IDisposable
{
    public CancellationTokenSource Stopping { get; } = new();

    public CancellationToken ApplicationStarted => CancellationToken.None;

    public CancellationToken ApplicationStopping => Stopping.Token;

    public CancellationToken ApplicationStopped => CancellationToken.None;

    public void StopApplication() => Stopping.Cancel();

    public void Dispose() => Stopping.Dispose();
}
