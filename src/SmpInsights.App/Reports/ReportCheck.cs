using System.Globalization;
using System.Text.Json.Nodes;
using SmpInsights.App.Deliveries;
using SmpInsights.Jobs.Brands;
using SmpInsights.Jobs.Definitions;
using SmpInsights.Jobs.Runs;
using SmpInsights.Jobs.Settings;
using SmpInsights.Reporting.Documents;

namespace SmpInsights.App.Reports;

/// <summary>What <c>smp report check</c> prints: what each file would make, or everything that is wrong with it.</summary>
internal static class ReportCheck
{
    public static void Print(TextWriter to, IReadOnlyList<CheckedFile> files, ScheduleWords schedules, DataFolder folder)
    {
        if (files.Count == 0)
            to.WriteLine($"{folder.Root} holds no definition, branding or delivery settings of its own; the reports are those that come with SmpInsights (smp report list).");
        foreach (var file in files)
        {
            foreach (var problem in file.Problems)
                to.WriteLine(problem.Sentence);
            if (!file.IsFine)
                continue;
            to.WriteLine(file.File + ": fine");
            foreach (var line in file.Definition is { } definition ? Lines(definition, schedules) : file.Delivery is { } delivery ? DeliveryWords.Lines(delivery) : Lines(file.Brands!, schedules))
                to.WriteLine("  " + line);
        }
    }

    public static JsonObject Json(IReadOnlyList<CheckedFile> files, ScheduleWords schedules) => new()
    {
        ["files"] = new JsonArray([.. files.Select(f => new JsonObject
        {
            ["file"] = f.File,
            ["fine"] = f.IsFine,
            ["report"] = f is { IsFine: true, Definition: { } definition } ? Json(definition, schedules) : null,
            ["branding"] = f is { IsFine: true, Brands: { } brands } ? Json(brands) : null,
            ["problems"] = new JsonArray([.. f.Problems.Select(p => new JsonObject { ["line"] = p.Line, ["column"] = p.Column, ["field"] = p.Field, ["value"] = p.Value, ["expected"] = p.Expected, ["sentence"] = p.Sentence })]),
        })]),
    };

    private static IEnumerable<string> Lines(ReportDefinition definition, ScheduleWords schedules)
    {
        yield return $"{definition.Id}: \"{definition.Title}\" for {definition.Audience}, a {definition.Kind.Name} report";
        yield return "sections: " + string.Join(", ", definition.Sections);
        yield return string.Create(CultureInfo.InvariantCulture, $"no rate on fewer than {definition.SmallestCell.Clients} clients");
        foreach (var (measure, month) in definition.Rebase.OrderBy(r => r.Key, StringComparer.Ordinal))
            yield return $"limits of {measure} begin anew with {month.Name}";
        foreach (var line in schedules.Lines(definition).Concat(definition.Deliver.Select(DeliveryWords.Line)))
            yield return line;
    }

    private static IEnumerable<string> Lines(BrandBook brands, ScheduleWords schedules)
    {
        yield return "all clinics: " + Words(brands.Default);
        foreach (var clinic in brands.Clinics)
        {
            var unknown = schedules.KnownClinics.Count > 0 && schedules.KnownClinics.All(c => !string.Equals(c.Id, clinic, StringComparison.Ordinal));
            yield return $"{clinic}: {Words(brands.Of(clinic))}{(unknown ? "; there is no such clinic yet" : string.Empty)}";
        }
    }

    private static string Words(Branding branding)
    {
        string?[] parts =
        [
            branding.Name is { } name ? $"\"{name}\"" : null,
            branding.Band is { } band ? $"band {band}" : null,
            branding.Accent is { } accent ? $"accent {accent}" : null,
            branding.Logo switch
            {
                null => null,
                { MediaType: Logo.Svg } => "logo SVG (pages only: workbooks show a PNG)",
                var png => string.Create(CultureInfo.InvariantCulture, $"logo PNG, {png.Width} × {png.Height} pixels"),
            },
        ];
        var said = parts.Where(p => p is not null).ToArray();
        return said.Length == 0 ? "as the product" : string.Join(", ", said);
    }

    private static JsonObject Json(ReportDefinition definition, ScheduleWords schedules) => new()
    {
        ["id"] = definition.Id,
        ["kind"] = definition.Kind.Name,
        ["title"] = definition.Title,
        ["audience"] = definition.Audience,
        ["sections"] = new JsonArray([.. definition.Sections.Select(s => (JsonNode)s)]),
        ["smallestCell"] = definition.SmallestCell.Clients,
        ["rebase"] = new JsonObject([.. definition.Rebase.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => KeyValuePair.Create(r.Key, (JsonNode?)r.Value.ToString()))]),
        ["schedule"] = definition.Schedule.ToString(),
        ["next"] = schedules.Json(definition),
        ["deliver"] = new JsonArray([.. definition.Deliver.Select(DeliveryWords.Json)]),
    };

    private static JsonObject Json(BrandBook brands) => new()
    {
        ["default"] = Json(brands.Default),
        ["clinics"] = new JsonObject([.. brands.Clinics.Select(c => KeyValuePair.Create(c, (JsonNode?)Json(brands.Of(c))))]),
    };

    private static JsonObject Json(Branding branding) => new()
    {
        ["name"] = branding.Name,
        ["band"] = branding.Band?.ToString(),
        ["accent"] = branding.Accent?.ToString(),
        ["logo"] = branding.Logo?.MediaType,
    };
}
