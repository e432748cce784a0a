using System.CommandLine;
using System.Text.Json.Nodes;
using SmpInsights.App.Terminal;
using SmpInsights.Jobs.Definitions;
using SmpInsights.Jobs.Runs;

namespace SmpInsights.App.Commands;

/// <summary><c>smp report list</c>: the reports there are.</summary>
internal static class ReportCommand
{
    public static Command Make(Option<string> data)
    {
        var json = new Option<bool>("--json") { Description = "Print one JSON document." };
        var list = new Command("list", "List the reports there are.") { json };
        list.SetAction(parsed =>
        {
            var definitions = DefinitionCatalog.Load(new DataFolder(Path.GetFullPath(parsed.GetValue(data)!)).Definitions).All;
            if (parsed.GetValue(json))
            {
                JsonOut.Print(new JsonObject
                {
                    ["reports"] = new JsonArray([.. definitions.Select(d => new JsonObject { ["id"] = d.Id, ["title"] = d.Title, ["audience"] = d.Audience, ["scope"] = d.Kind.Scope, ["schedule"] = d.Schedule.ToString(), ["sections"] = new JsonArray([.. d.Sections.Select(s => (JsonNode)s)]) })]),
                });
                return ExitCode.Done;
            }

            var table = new TextTable("report", "for", "title");
            foreach (var d in definitions)
                table.Add(d.Id, d.Audience, d.Title);
            table.Print(Console.Out);
            return ExitCode.Done;
        });
        return new Command("report", "Reports and their definitions.") { list };
    }
}
