using System.CommandLine;
using SmpInsights.Jobs.Engine;

namespace SmpInsights.App.Commands;

/// <summary><c>smp worker</c>: makes due reports until it is stopped; any number of them may share one database.</summary>
internal static class WorkerCommand
{
    public static Command Make(Option<DataPlace> data)
    {
        var command = new Command("worker", "Make reports when they are due, until stopped.");
        command.SetAction(async (parsed, cancellation) =>
        {
            var session = new SmpSession(parsed.GetValue(data)!, create: true);
            var builder = Host.CreateApplicationBuilder();
            builder.Logging.ClearProviders();
            builder.Logging.AddSimpleConsole(o =>
            {
                o.SingleLine = true;
                o.TimestampFormat = "yyyy-MM-dd HH:mm:ss ";
            });
            builder.Logging.AddFilter("Quartz", LogLevel.Warning).AddFilter("Microsoft", LogLevel.Warning);
            builder.Services
                .AddSingleton(SmpSession.Clock)
                .AddSingleton(session.Definitions)
                .AddSingleton(session.Reader)
                .AddSingleton(session.Ledger)
                .AddSingleton(session.Job)
                .AddSingleton(session.ErrorLog)
                .AddReportWorker();
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
