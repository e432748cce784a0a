using System.CommandLine;
using SmpInsights.App.Hosting;
using SmpInsights.Jobs.Engine;

namespace SmpInsights.App.Commands;

/// <summary><c>smp worker</c>: makes due reports until it is stopped; any number of them may share one database.</summary>
internal static class WorkerCommand
{
    public static Command Make(Option<DataPlace> data)
    {
        var parallel = WholeNumber.Option("--parallel", $"How many reports at once, 1 to {WorkerServices.MostParallel}; one a core where not given.");
        var log = LogFormat.Option();
        var command = new Command("worker", "Make reports when they are due and send them, until stopped.") { parallel, log };
        command.SetAction(async (parsed, cancellation) =>
        {
            var lanes = parsed.GetValue(parallel) is { } asked ? WholeNumber.Between(asked, 1, WorkerServices.MostParallel, "--parallel") : (int?)null;
            var session = new SmpSession(parsed.GetValue(data)!, create: true);
            var builder = Host.CreateApplicationBuilder();
            LogFormat.Use(builder.Logging, parsed.GetValue(log)!);
            WorkerParts.Add(builder.Services, session, lanes);
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
