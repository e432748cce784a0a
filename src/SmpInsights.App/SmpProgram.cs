using System.CommandLine;
using System.CommandLine.Invocation;
using SmpInsights.App.Commands;
using SmpInsights.Data;
using SmpInsights.Jobs.Runs;
using SmpInsights.Jobs.Settings;

namespace SmpInsights.App;

/// <summary>The command line, and the one place where a command's failure becomes a sentence and an exit code.</summary>
internal static class SmpProgram
{
    public static async Task<int> RunAsync(string[] args)
    {
        using var stop = new StopSignal();
        var (data, connection, source) = DataPlace.Options();
        var root = new RootCommand("Treatment-outcome analytics for scalp micropigmentation clinics.") { data, connection, source };
        foreach (var command in new Func<Option<DataPlace>, Command>[] { DemoCommand.Make, ImportCommand.Make, AdoptCommand.Make, MetricsCommand.Make, BacktestCommand.Make, ExportCommand.Make, ReportCommand.Make, RunCommand.Make, RunsCommand.Make, DeliveriesCommand.Make, WorkerCommand.Make, ServeCommand.Make, ForgetCommand.Make, MigrateCommand.Make })
            root.Add(command(data));
        var parsed = root.Parse(args);
        var wrong = parsed.Errors.Count > 0 && parsed.Action is ParseErrorAction;
        if (wrong)
        {
            foreach (var error in parsed.Errors)
                await Console.Error.WriteLineAsync("smp: " + error.Message).ConfigureAwait(false);
            await Console.Error.WriteLineAsync($"Try: smp {string.Join(' ', Path(parsed))}--help").ConfigureAwait(false);
            return ExitCode.WrongUsage;
        }

        if (parsed.Action is not AsynchronousCommandLineAction)
            stop.Dispose();
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, stop.Token).ConfigureAwait(false);
        }
        catch (UsageException e)
        {
            return await SayAsync(e.Message, ExitCode.WrongUsage).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return await SayAsync("stopped; nothing half-done is left.", ExitCode.Failed).ConfigureAwait(false);
        }
        catch (Exception e) when (e is FailureException or SmpDataException or SettingException or RunException)
        {
            return await SayAsync(e.Message, ExitCode.Failed).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            var log = new ErrorLog(new DataFolder(parsed.GetValue(data)!.Folder), TimeProvider.System);
            var where = log.Write("smp " + string.Join(' ', Path(parsed)), e) ? $" (details in {log.File})" : string.Empty;
            return await SayAsync($"{Kind(e)}{e.Message}{where}", ExitCode.Failed).ConfigureAwait(false);
        }
    }

    private static string Kind(Exception e) => e is IOException or UnauthorizedAccessException or System.Data.Common.DbException ? string.Empty : $"unexpected {e.GetType().Name}: ";

    private static async Task<int> SayAsync(string sentence, int code)
    {
        // A name or message from elsewhere is shown, not obeyed by the terminal.
        await Console.Error.WriteLineAsync("smp: " + string.Concat(sentence.ReplaceLineEndings(" ").Select(c => char.IsControl(c) ? '\uFFFD' : c))).ConfigureAwait(false);
        return code;
    }

    private static IEnumerable<string> Path(ParseResult parsed)
    {
        if (parsed.CommandResult.Command is not RootCommand)
            yield return parsed.CommandResult.Command.Name + " ";
    }
}
