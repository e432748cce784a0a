using System.CommandLine;
using SmpInsights.App.Reports;
using SmpInsights.Jobs.Definitions;
using SmpInsights.Jobs.Runs;
using SmpInsights.Jobs.Settings;

namespace SmpInsights.App.Commands;

/// <summary><c>smp report list | check | schema</c>: the reports there are, and help with one's own.</summary>
internal static class ReportCommand
{
    public static Command Make(Option<DataPlace> data) => new("report", "Reports and their definitions.") { List(data), Check(data), Schema() };

    private static Command List(Option<DataPlace> data)
    {
        var json = new Option<bool>("--json") { Description = "Print one JSON document." };
        var list = new Command("list", "List the reports there are, and where each is defined.") { json };
        list.SetAction(parsed =>
        {
            var catalog = DefinitionCatalog.Load(new DataFolder(Path.GetFullPath(parsed.GetValue(data)!.Folder)).Definitions);
            if (parsed.GetValue(json))
                Terminal.JsonOut.Print(ReportList.Json(catalog));
            else
                ReportList.Print(Console.Out, catalog);
            return ExitCode.Done;
        });
        return list;
    }

    private static Command Check(Option<DataPlace> data)
    {
        var files = new Argument<string[]>("FILE") { Description = "Definitions, a branding.json or a delivery.json; those of the data folder where none is given.", Arity = ArgumentArity.ZeroOrMore };
        var json = new Option<bool>("--json") { Description = "Print one JSON document." };
        var check = new Command("check", "Say what a definition would make, or what is wrong with it.") { files, json };
        check.SetAction(parsed =>
        {
            var folder = new DataFolder(Path.GetFullPath(parsed.GetValue(data)!.Folder));
            var given = parsed.GetValue(files) ?? [];
            if (given.FirstOrDefault(f => !File.Exists(f)) is { } missing)
                throw new UsageException(Directory.Exists(missing) ? $"{missing} is a folder; say which file in it." : $"There is no file {missing}.");
            var results = CheckedFile.All(given.Length > 0 ? given : CheckedFile.In(folder), Environment.GetEnvironmentVariable);
            var schedules = ScheduleWords.Of(parsed.GetValue(data)!);
            if (parsed.GetValue(json))
                Terminal.JsonOut.Print(ReportCheck.Json(results, schedules));
            else
                ReportCheck.Print(Console.Out, results, schedules, folder);
            var wrong = results.Count(r => !r.IsFine);
            return wrong == 0 ? ExitCode.Done : throw new FailureException(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{wrong} of {results.Count} {(results.Count == 1 ? "file" : "files")} can't be used."));
        });
        return check;
    }

    private static Command Schema()
    {
        var schema = new Command("schema", "Print the JSON schema of definitions, for editors.");
        schema.SetAction(_ => Console.Out.Write(DefinitionSchema.Text()));
        return schema;
    }
}
