using System.CommandLine;
using SmpInsights.App.Terminal;
using SmpInsights.Data.Import;

namespace SmpInsights.App.Commands;

/// <summary><c>smp import DIR</c>: takes a folder of CSV files of the data contract.</summary>
internal static class ImportCommand
{
    public static Command Make(Option<DataPlace> data)
    {
        var folder = new Argument<string>("DIR") { Description = "The folder that holds clinics.csv, clients.csv, ..." };
        var json = new Option<bool>("--json") { Description = "Print one JSON document." };
        var command = new Command("import", "Import a folder of CSV files.") { folder, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var from = parsed.GetValue(folder)!;
            if (!Directory.Exists(from))
                throw new FailureException(File.Exists(from) ? $"\"{from}\" is a file; import takes the folder that holds it." : $"There is no folder \"{from}\".");
            var session = new SmpSession(parsed.GetValue(data)!, create: true);
            var result = await RunAsync(session, from, cancellation).ConfigureAwait(false);
            if (parsed.GetValue(json))
                JsonOut.Print(ImportText.Json(result, session.Folder));
            else
                ImportText.Print(result, session.Folder);
            return result.NothingImported ? ExitCode.Failed : result.Rejected > 0 ? ExitCode.DoneWithRejects : ExitCode.Done;
        });
        return command;
    }

    public static Task<ImportResult> RunAsync(SmpSession session, string folder, CancellationToken cancellation) =>
        TerminalProgress.ShowAsync(show => Task.Run(() => new CsvImport(session.Database, SmpSession.Clock).Run(folder, session.Folder.Rejects, session.Folder.Warnings,
            new Direct<ImportProgress>(p => show(p.File, p.BytesTotal == 0 ? 1 : (double)p.BytesRead / p.BytesTotal)), cancellation), CancellationToken.None));
}
