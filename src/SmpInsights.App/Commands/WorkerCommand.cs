using System.CommandLine;
using Microsoft.Extensions.Logging.Console;
using SmpInsights.App.Terminal;
using SmpInsights.Jobs.Engine;

namespace SmpInsights.App.Commands;

/// <summary><c>smp worker</c>: makes due reports until it is stopped; any number of them may share one database.</summary>
internal static class WorkerCommand
{
    public static Command Make(Option<string> data)
    {
        var parallel = WholeNumber.Option("--parallel", $"How many reports at once, 1 to {WorkerServices.MostParallel}; one a core where not given.");
        var command = new Command("worker", "Make reports when they are due, until stopped.") { parallel };
        command.SetAction(async (parsed, cancellation) =>
        {
            var lanes = parsed.GetValue(parallel) is { } asked ? WholeNumber.Between(asked, 1, WorkerServices.MostParallel, "--parallel") : (int?)null;
            var session = new SmpSession(parsed.GetValue(data)!, create: true);
            var builder = Host.CreateApplicationBuilder();
            builder.Logging.ClearProviders();
            builder.Logging.AddConsole(o => o.FormatterName = PlainLines.Format).AddConsoleFormatter<PlainLines, ConsoleFormatterOptions>();
            builder.Logging.AddFilter("Quartz", LogLevel.Warning).AddFilter("Microsoft", LogLevel.Warning);
            builder.Services
                .AddSingleton(SmpSession.Clock)
                .AddSingleton(session.Definitions)
                .AddSingleton(session.Reader)
                .AddSingleton(session.Ledger)
                .AddSingleton(session.Job)
                .AddSingleton(session.ErrorLog)
                .AddReportWorker(lanes);
            builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(30));
            using var host = builder.Build();
            await Console.Out.WriteLineAsync($"Working on {session.Folder.Root}. Due reports are made at once and looked for each minute; stop with Ctrl-C.").ConfigureAwait(false);
            var stopping = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
            try
            {
                await host.RunAsync(cancellation).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested || stopping.IsCancellationRequested)
            {
                // Asked to stop while still starting: nothing was claimed yet.
            }

            return ExitCode.Done;
        });
        return command;
    }
}
