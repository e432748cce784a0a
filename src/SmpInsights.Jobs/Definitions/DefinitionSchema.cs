using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SmpInsights.Jobs.Delivery;
using SmpInsights.Outcomes.Privacy;
using SmpInsights.Outcomes.Watching;

namespace SmpInsights.Jobs.Definitions;

/// <summary>
/// The JSON schema (draft 2020-12) by which an editor helps to write a definition. Its values are those the code allows; <c>reports/definition.schema.json</c> is this text.
/// What a schema can't say (a schedule that comes, a month long gone) is left to <see cref="DefinitionReader"/>.
/// </summary>
public static class DefinitionSchema
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema, with a line break at its end.</summary>
    public static string Text() => Root().ToJsonString(Options) + "\n";

    private static JsonObject Root() => new()
    {
        ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
        ["title"] = "A report of SmpInsights: what one audience gets and when",
        ["type"] = "object",
        ["required"] = Names(["id", "kind", "title", "audience", "period", "scope", "schedule", "sections"]),
        ["additionalProperties"] = false,
        ["properties"] = new JsonObject
        {
            ["$schema"] = Field("string", "Where this schema lies, for editors; read by nothing else."),
            ["id"] = Field("string", "Name of the report on the command line and in folders. That of a report which comes with the product replaces it.", ("pattern", string.Create(CultureInfo.InvariantCulture, $"^[A-Za-z0-9_-]{{1,{DefinitionReader.LongestId}}}$"))),
            ["kind"] = Field("string", "What is computed and laid out.", ("enum", Names(ReportKind.All.Select(k => k.Name)))),
            ["title"] = Field("string", "Title on the page.", ("pattern", @"\S")),
            ["audience"] = Field("string", "For whom it is.", ("pattern", @"\S")),
            ["period"] = Field("string", "What one report covers.", ("enum", Names(DefinitionReader.Periods))),
            ["scope"] = Field("string", "Whom one report is about; given by the kind.", ("enum", Names(ReportKind.All.Select(k => k.Scope).Distinct(StringComparer.Ordinal)))),
            ["schedule"] = Schedule(),
            ["sections"] = Field("array", "What the report holds, in the order of the page.", ("minItems", 1), ("uniqueItems", true), ("items", new JsonObject { ["type"] = "string" })),
            ["smallestCell"] = Field("integer", "A rate on fewer clients than this is not printed.", ("minimum", SmallestCell.Floor), ("maximum", int.MaxValue), ("default", SmallestCell.Floor)),
            ["rebase"] = Rebase(),
            ["deliver"] = Deliver(),
        },
        ["allOf"] = new JsonArray([.. ReportKind.All.Select(OfKind)]),
    };

    private static JsonObject Schedule()
    {
        var schedule = Field("object", "When it is made, in the clinic's own time zone, in the month after the one reported.");
        schedule["required"] = Names(["cron"]);
        schedule["additionalProperties"] = false;
        schedule["properties"] = new JsonObject
        {
            ["cron"] = Field("string", "Minute, hour, day of month, month, day of week: \"0 6 2 * *\" is 6:00 on the 2nd.", ("pattern", @"^\s*\S+(\s+\S+){4}\s*$")),
            ["catchUpMonths"] = Field("integer", "Months made up for at most when the machine was off, or the clinic is new.", ("minimum", 1), ("maximum", DefinitionReader.MostCatchUpMonths), ("default", DefinitionReader.DefaultCatchUpMonths)),
        };
        return schedule;
    }

    private static JsonObject Rebase()
    {
        var rebase = Field("object", "A process was changed on purpose: limits of this measure's control chart begin anew from that month (yyyy-MM).");
        rebase["additionalProperties"] = false;
        rebase["properties"] = new JsonObject([.. WatchedMeasures.All.Select(m => KeyValuePair.Create(m.Id, (JsonNode?)Field("string", m.Name, ("pattern", "^[0-9]{4}-(0[1-9]|1[0-2])$"))))]);
        return rebase;
    }

    private static JsonObject Deliver()
    {
        var deliver = Field("array", "Where its reports go once they are published; servers and secrets are in delivery.json.");
        deliver["items"] = new JsonObject
        {
            ["type"] = "object",
            ["required"] = Names(["to"]),
            ["properties"] = new JsonObject
            {
                ["to"] = Field("string", "A copy in a folder, a mail to each recipient, or a signed message to a web server.", ("enum", Names(DeliveryTargets.Kinds.Select(k => k.To)))),
                ["clinics"] = Field("array", "Only reports of these clinics, by id.", ("minItems", 1), ("uniqueItems", true), ("items", new JsonObject { ["type"] = "string" })),
                ["practitioners"] = Field("array", "Only reports of these practitioners, by id.", ("minItems", 1), ("uniqueItems", true), ("items", new JsonObject { ["type"] = "string" })),
                ["path"] = Field("string", "The folder; a relative one lies in the data folder.", ("pattern", @"\S")),
                ["recipients"] = Field("array", "E-mail addresses; nobody sees who else got it.", ("minItems", 1), ("uniqueItems", true), ("items", new JsonObject { ["type"] = "string", ["maxLength"] = MailName.Longest, ["pattern"] = "^" + MailName.Pattern + "$" })),
                ["attach"] = Field("boolean", "Attach page and workbook; without it the mail links to the report.", ("default", false)),
                ["url"] = Field("string", "The web server's address: https://, or http:// to this machine itself.", ("pattern", "^https?://")),
            },
            ["allOf"] = new JsonArray([.. DeliveryTargets.Kinds.Select(OfTarget)]),
        };
        return deliver;
    }

    private static JsonNode OfTarget((string To, string Needs, IReadOnlyList<string> May) kind) => new JsonObject
    {
        ["if"] = new JsonObject { ["required"] = Names(["to"]), ["properties"] = new JsonObject { ["to"] = new JsonObject { ["const"] = kind.To } } },
        ["then"] = new JsonObject { ["required"] = Names([kind.Needs]), ["propertyNames"] = new JsonObject { ["enum"] = Names(DeliveryTargets.Fields(kind.To)) } },
    };

    private static JsonNode OfKind(ReportKind kind) => new JsonObject
    {
        ["if"] = new JsonObject { ["required"] = Names(["kind"]), ["properties"] = new JsonObject { ["kind"] = new JsonObject { ["const"] = kind.Name } } },
        ["then"] = new JsonObject
        {
            ["properties"] = new JsonObject
            {
                ["scope"] = new JsonObject { ["const"] = kind.Scope },
                ["sections"] = new JsonObject { ["items"] = new JsonObject { ["enum"] = Names(kind.Sections) } },
            },
        },
    };

    private static JsonObject Field(string type, string description, params (string Name, JsonNode? Value)[] more)
    {
        var field = new JsonObject { ["type"] = type, ["description"] = description };
        foreach (var (name, value) in more)
            field[name] = value;
        return field;
    }

    private static JsonArray Names(IEnumerable<string> names) => new([.. names.Select(n => (JsonNode)n)]);
}
