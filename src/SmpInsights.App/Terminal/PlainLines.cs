using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace SmpInsights.App.Terminal;

/// <summary>A worker's log as a person reads it: time, what happened, and a word in front where it went wrong.</summary>
internal sealed class PlainLines(TimeProvider clock) : ConsoleFormatter(Format)
{
    public const string Format = "smp";

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var word = logEntry.LogLevel switch { LogLevel.Warning => "warning: ", >= LogLevel.Error => "error: ", _ => string.Empty };
        textWriter.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clock.GetLocalNow():yyyy-MM-dd HH:mm:ss} {word}{logEntry.Formatter(logEntry.State, logEntry.Exception).ReplaceLineEndings(" ")}"));
    }
}
