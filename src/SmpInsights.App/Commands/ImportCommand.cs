using System.CommandLine;
using SmpInsights.App.Imports;
using SmpInsights.App.Terminal;
using SmpInsights.Data.Import;
using SmpInsights.Data.Maps;
using SmpInsights.Data.Workbooks;
using SmpInsights.Jobs.Settings;

namespace SmpInsights.App.Commands;

/// <summary><c>smp import DIR|FILE.xlsx [--map NAME|FILE]</c>: takes a folder of CSV files of the data contract, a workbook of its tables, or another system's export.</summary>
internal static class ImportCommand
{
    public static Command Make(Option<DataPlace> data)
    {
        var folder = new Argument<string?>("DIR") { Description = "The folder that holds clinics.csv, clients.csv, ..., or another system's export; or one workbook (.xlsx) with a sheet for each table.", Arity = ArgumentArity.ZeroOrOne };
        var template = new Option<string?>("--template") { Description = "Write an empty workbook with a sheet for each table, and import nothing.", HelpName = "FILE.xlsx" };
        var force = new Option<bool>("--force") { Description = "With --template: replace the file if it is there." };
        var map = new Option<string?>("--map") { Description = $"How another system's export is read: {string.Join(", ", BuiltInMaps.Names)}, or a file of your own.", HelpName = "NAME|FILE" };
        var clinic = new Option<string?>("--clinic") { Description = "With --map: the clinic the export is of.", HelpName = "ID" };
        var zone = new Option<string?>("--time-zone") { Description = "With --map: the time zone of a clinic that is new, such as Europe/London.", HelpName = "ZONE" };
        var currency = new Option<string?>("--currency") { Description = "With --map: the currency of a clinic that is new, such as GBP.", HelpName = "CODE" };
        var remove = new Option<bool>("--remove") { Description = "With --map: rows of appointments that the export tells otherwise by now may go, however many." };
        var json = new Option<bool>("--json") { Description = "Print one JSON document." };
        var command = new Command("import", "Import a folder of CSV files, a workbook, or another system's export.") { folder, map, clinic, zone, currency, remove, template, force, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            if (parsed.GetValue(template) is { } empty)
                return TemplateFile.Write(empty, parsed.GetValue(folder), parsed.GetValue(force), parsed.GetValue(json));
            var from = parsed.GetValue(folder) ?? throw new UsageException("DIR: say what to import, a folder or a workbook (.xlsx).");
            var choice = MapChoice.Clinic(parsed.GetValue(map), parsed.GetValue(clinic), parsed.GetValue(zone), parsed.GetValue(currency));
            if (parsed.GetValue(remove) && parsed.GetValue(map) is null)
                throw new UsageException("--remove goes with --map.");
            var isWorkbook = File.Exists(from) && Path.GetExtension(from).ToUpperInvariant() is ".XLSX" or ".XLSM";
            if (!isWorkbook && !Directory.Exists(from))
                throw new FailureException(File.Exists(from) ? $"\"{from}\" is a file; import takes the folder that holds it, or a workbook (.xlsx)." : $"There is no folder \"{from}\".");
            if (isWorkbook && parsed.GetValue(map) is not null)
                throw new UsageException("--map reads CSV files; a workbook has the contract's own tables.");
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
            var result = isWorkbook
                ? await Shown(show => new WorkbookImport(session.Database, SmpSession.Clock).Run(from, session.Folder.Rejects, session.Folder.Warnings, show, cancellation)).ConfigureAwait(false)
                : columns is null
                ? await RunAsync(session, from, cancellation).ConfigureAwait(false)
                : await Shown(show => new MapImport(session.Database, SmpSession.Clock, columns, choice with { MayRemove = parsed.GetValue(remove) }, session.Folder.Root).Run(from, session.Folder.Lists, show, cancellation)).ConfigureAwait(false);
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

    public static Task<T> Shown<T>(Func<IProgress<ImportProgress>, T> import) =>
        TerminalProgress.ShowAsync(show => Task.Run(() => import(new Direct<ImportProgress>(p => show(p.File, p.BytesTotal == 0 ? 1 : (double)p.BytesRead / p.BytesTotal))), CancellationToken.None));
}
