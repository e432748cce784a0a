using System.CommandLine;
using SmpInsights.App.Imports;
using SmpInsights.App.Terminal;
using SmpInsights.Data.Import;
using SmpInsights.Data.Maps;
using SmpInsights.Jobs.Settings;

namespace SmpInsights.App.Commands;

/// <summary><c>smp import DIR [--map NAME|FILE]</c>: takes a folder of CSV files of the data contract, or of another system's export.</summary>
internal static class ImportCommand
{
    public static Command Make(Option<string> data)
    {
        var folder = new Argument<string>("DIR") { Description = "The folder that holds clinics.csv, clients.csv, ..., or another system's export." };
        var map = new Option<string?>("--map") { Description = $"How another system's export is read: {string.Join(", ", BuiltInMaps.Names)}, or a file of your own.", HelpName = "NAME|FILE" };
        var clinic = new Option<string?>("--clinic") { Description = "With --map: the clinic the export is of.", HelpName = "ID" };
        var zone = new Option<string?>("--time-zone") { Description = "With --map: the time zone of a clinic that is new, such as Europe/London.", HelpName = "ZONE" };
        var currency = new Option<string?>("--currency") { Description = "With --map: the currency of a clinic that is new, such as GBP.", HelpName = "CODE" };
        var json = new Option<bool>("--json") { Description = "Print one JSON document." };
        var command = new Command("import", "Import a folder of CSV files.") { folder, map, clinic, zone, currency, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var from = parsed.GetValue(folder)!;
            var choice = MapChoice.Clinic(parsed.GetValue(map), parsed.GetValue(clinic), parsed.GetValue(zone), parsed.GetValue(currency));
            if (!Directory.Exists(from))
                throw new FailureException(File.Exists(from) ? $"\"{from}\" is a file; import takes the folder that holds it." : $"There is no folder \"{from}\".");
            ColumnMap? columns;
            try
            {
                columns = MapChoice.Read(parsed.GetValue(map));
            }
            catch (SettingException e) when (e.Problems.Count > 0)
            {
                foreach (var problem in e.Problems)
                    await Console.Error.WriteLineAsync("smp: " + problem.Sentence).ConfigureAwait(false);
                return ExitCode.Failed;
            }

            var session = new SmpSession(parsed.GetValue(data)!, create: true);
            var result = columns is null
                ? await RunAsync(session, from, cancellation).ConfigureAwait(false)
                : await Shown(show => new MapImport(session.Database, SmpSession.Clock, columns, choice, session.Folder.Root).Run(from, session.Folder.Lists, show, cancellation)).ConfigureAwait(false);
            if (parsed.GetValue(json))
                JsonOut.Print(ImportText.Json(result, session.Folder));
            else
                ImportText.Print(result, session.Folder);
            return result.NothingImported ? ExitCode.Failed : result.Rejected > 0 ? ExitCode.DoneWithRejects : ExitCode.Done;
        });
        return command;
    }

    public static Task<ImportResult> RunAsync(SmpSession session, string folder, CancellationToken cancellation) =>
        Shown(show => new CsvImport(session.Database, SmpSession.Clock).Run(folder, session.Folder.Rejects, session.Folder.Warnings, show, cancellation));

    private static Task<ImportResult> Shown(Func<IProgress<ImportProgress>, ImportResult> import) =>
        TerminalProgress.ShowAsync(show => Task.Run(() => import(new Direct<ImportProgress>(p => show(p.File, p.BytesTotal == 0 ? 1 : (double)p.BytesRead / p.BytesTotal))), CancellationToken.None));
}
