using System.CommandLine;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using SmpInsights.App.Hosting;
using SmpInsights.Jobs.Engine;

namespace SmpInsights.App.Commands;

/// <summary><c>smp serve</c>: the web server and a worker in one process. It shows health only: reports need a sign-in, which there is none of yet.</summary>
internal static class ServeCommand
{
    public static Command Make(Option<DataPlace> data)
    {
        var urls = new Option<string>("--urls") { Description = "Where it listens.", HelpName = "URL", DefaultValueFactory = _ => "http://127.0.0.1:5080" };
        var parallel = WholeNumber.Option("--parallel", $"How many reports at once, 1 to {WorkerServices.MostParallel}; one a core where not given.");
        var log = LogFormat.Option();
        var command = new Command("serve", "Serve health checks, make reports when they are due and send them, until stopped.") { urls, parallel, log };
        command.SetAction(async (parsed, cancellation) =>
        {
            var given = parsed.GetValue(urls)!.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (given.Length == 0 || given.FirstOrDefault(u => !IsHttp(u)) is not null)
                throw new UsageException($"--urls: \"{parsed.GetValue(urls)}\" is no address to listen at; expected one such as http://127.0.0.1:5080.");
            var lanes = parsed.GetValue(parallel) is { } asked ? WholeNumber.Between(asked, 1, WorkerServices.MostParallel, "--parallel") : (int?)null;
            var session = new SmpSession(parsed.GetValue(data)!, create: true);
            await using var app = WebHost.Build(session, given, lanes, logging => LogFormat.Use(logging, parsed.GetValue(log)!));
            try
            {
                await app.StartAsync(cancellation).ConfigureAwait(false);
                await Console.Out.WriteLineAsync($"Serving {session.Folder.Root} at {string.Join(" and ", app.Urls)}; stop with Ctrl-C.").ConfigureAwait(false);
                await app.WaitForShutdownAsync(cancellation).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                // Asked to stop while still starting: nothing was claimed yet.
            }
            catch (IOException e) when (e.InnerException is AddressInUseException)
            {
                throw new FailureException($"{string.Join(" or ", given)} is in use by another program; say another address with --urls.");
            }
            catch (SocketException e)
            {
                throw new FailureException($"{string.Join(" or ", given)} can't be listened at: {e.Message}.");
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static bool IsHttp(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && string.Equals(address.Scheme, Uri.UriSchemeHttp, StringComparison.Ordinal) && address.AbsolutePath.Length == 1;
}
