using System.Text.Json.Nodes;
using SmpInsights.App.Terminal;
using SmpInsights.Jobs.Definitions;

namespace SmpInsights.App.Reports;

/// <summary>The reports there are, as <c>smp report list</c> prints them.</summary>
internal static class ReportList
{
    private const string BuiltIn = "built in";

    public static JsonObject Json(DefinitionCatalog catalog) => new()
    {
        ["reports"] = new JsonArray([.. catalog.All.Select(d => new JsonObject
        {
            ["id"] = d.Id,
            ["kind"] = d.Kind.Name,
            ["title"] = d.Title,
            ["audience"] = d.Audience,
            ["scope"] = d.Kind.Scope,
            ["schedule"] = d.Schedule.ToString(),
            ["sections"] = new JsonArray([.. d.Sections.Select(s => (JsonNode)s)]),
            ["file"] = catalog.FileOf(d.Id),
        })]),
    };

    public static void Print(TextWriter to, DefinitionCatalog catalog)
    {
        var table = new TextTable("report", "for", "title", "defined", "sections");
        foreach (var d in catalog.All)
            table.Add(d.Id, d.Audience, d.Title, catalog.FileOf(d.Id) ?? BuiltIn, string.Join(' ', d.Sections));
        table.Print(to);
    }
}
