using System.CommandLine;
using SmpInsights.App.Hosting;

namespace SmpInsights.App.Commands;

/// <summary><c>smp worker</c>: makes due reports until it is stopped; any number of them may share one database.</summary>
internal static class WorkerCommand
{
    public static Command Make(Option<string> data)
    {
        var log = LogFormat.Option();
        var command = new Command("worker", "Make reports when they are due and send them, until stopped.") { log };
        command.SetAction(async (parsed, cancellation) =>
        {
            var session = new SmpSession(parsed.GetValue(data)!, create: true);
            var builder = Host.CreateApplicationBuilder();
            LogFormat.Use(builder.Logging, parsed.GetValue(log)!);
            WorkerParts.Add(builder.Services, session);
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
