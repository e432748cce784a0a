using Microsoft.Extensions.Logging;
using SmpInsights.Jobs.Engine;

namespace SmpInsights.Jobs.Tests;

/// <summary>Keeps what a worker says.</summary>
public sealed class LineLogger(List<string> lines) : ILogger<WorkerLog>
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (lines)
            lines.Add(formatter(state, exception));
    }
}
