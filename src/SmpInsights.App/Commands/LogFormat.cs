using System.CommandLine;
using Microsoft.Extensions.Logging.Console;
using SmpInsights.App.Terminal;

namespace SmpInsights.App.Commands;

/// <summary><c>--log-format text|json</c>: a line that a person reads, with report, clinic, month and revision, or an object for a log collector, with the ids of run and delivery beside them.</summary>
internal static class LogFormat
{
    private const string Text = "text";
    private const string Json = "json";

    public static Option<string> Option() => new Option<string>("--log-format") { Description = "How the log is written: text or json.", HelpName = "FORMAT", DefaultValueFactory = _ => Text }.AcceptOnlyFromAmong(Text, Json);

    public static void Use(ILoggingBuilder logging, string format)
    {
        logging.ClearProviders();
        if (string.Equals(format, Json, StringComparison.Ordinal))
        {
            logging.AddJsonConsole(o =>
            {
                o.IncludeScopes = true;
                o.UseUtcTimestamp = true;
                o.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
            });
        }
        else
        {
            logging.AddConsole(o => o.FormatterName = PlainLines.Format).AddConsoleFormatter<PlainLines, ConsoleFormatterOptions>();
        }

        // Ids of spans go with the spans, to whoever listens to them.
        logging.Configure(o => o.ActivityTrackingOptions = ActivityTrackingOptions.None);
        logging.AddFilter("Quartz", LogLevel.Warning).AddFilter("Microsoft", LogLevel.Warning).AddFilter("Hangfire", LogLevel.Warning);
    }
}
