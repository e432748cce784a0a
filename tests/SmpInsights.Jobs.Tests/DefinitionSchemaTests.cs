using System.Text.Json.Nodes;
using SmpInsights.Jobs.Definitions;
using SmpInsights.Jobs.Settings;
using SmpInsights.Outcomes.Watching;

namespace SmpInsights.Jobs.Tests;

/// <summary>The schema says what the reader takes, and the file in <c>reports/</c> is the schema.</summary>
public sealed class DefinitionSchemaTests
{
    private static readonly JsonNode Schema = JsonNode.Parse(DefinitionSchema.Text())!;

    public static TheoryData<string> Kinds => [.. ReportKind.All.Select(k => k.Name)];

    public static TheoryData<string> Properties => [.. Names(Schema["properties"]!)];

    public static TheoryData<string> Required => [.. Values(Schema["required"]!)];

    private static IEnumerable<string> Names(JsonNode node) => node.AsObject().Select(p => p.Key);

    private static IEnumerable<string> Values(JsonNode node) => node.AsArray().Select(v => (string)v!);

    /// <summary>A definition of a kind with every field and everything the schema allows for it.</summary>
    private static JsonObject Full(string kind)
    {
        var then = Schema["allOf"]!.AsArray().Single(rule => string.Equals((string?)rule!["if"]!["properties"]!["kind"]!["const"], kind, StringComparison.Ordinal))!["then"]!["properties"]!;
        return new JsonObject
        {
            ["$schema"] = "./definition.schema.json",
            ["id"] = "mine",
            ["kind"] = kind,
            ["title"] = "Mine",
            ["audience"] = "manager",
            ["period"] = Values(Schema["properties"]!["period"]!["enum"]!).Single(),
            ["scope"] = (string?)then["scope"]!["const"],
            ["schedule"] = new JsonObject { ["cron"] = "0 6 2 * *", ["catchUpMonths"] = (int)Schema["properties"]!["schedule"]!["properties"]!["catchUpMonths"]!["maximum"]! },
            ["sections"] = then["sections"]!["items"]!["enum"]!.DeepClone(),
            ["smallestCell"] = (int)Schema["properties"]!["smallestCell"]!["minimum"]!,
            ["rebase"] = new JsonObject([.. Names(Schema["properties"]!["rebase"]!["properties"]!).Select(id => KeyValuePair.Create(id, (JsonNode?)"2026-01"))]),
            ["deliver"] = new JsonArray([.. Values(Target["to"]!["enum"]!).Select(to => (JsonNode?)FullTarget(to))]),
        };
    }

    private static JsonNode Target => Schema["properties"]!["deliver"]!["items"]!["properties"]!;

    private static JsonNode RuleOf(string to) => Schema["properties"]!["deliver"]!["items"]!["allOf"]!.AsArray().Single(rule => string.Equals((string?)rule!["if"]!["properties"]!["to"]!["const"], to, StringComparison.Ordinal))!["then"]!;

    /// <summary>An entry of a definition of a clinic's report, with every field of its own that the schema allows.</summary>
    private static JsonObject FullTarget(string to) => new(Values(RuleOf(to)["propertyNames"]!["enum"]!).Where(f => f is not ("practitioners" or "clinics")).Select(f => KeyValuePair.Create(f, (JsonNode?)(f switch
    {
        "to" => to,
        "attach" => true,
        "url" => "https://hooks.example/here",
        "path" => "copies",
        _ => new JsonArray("owner@clinic.example"),
    }))));

    private static string Errors(JsonObject definition)
    {
        try
        {
            DefinitionReader.Read("mine.json", definition.ToJsonString());
            return string.Empty;
        }
        catch (SettingException e)
        {
            return e.Message;
        }
    }

    [Fact]
    public void The_file_in_reports_is_what_smp_report_schema_prints() => Assert.Equal(DefinitionSchema.Text(), File.ReadAllText(Path.Combine(Root(AppContext.BaseDirectory), "reports", "definition.schema.json")));

    [Fact]
    public void It_knows_every_kind_and_every_watched_measure()
    {
        Assert.Equal(ReportKind.All.Select(k => k.Name), Values(Schema["properties"]!["kind"]!["enum"]!));
        Assert.Equal(WatchedMeasures.All.Select(m => m.Id), Names(Schema["properties"]!["rebase"]!["properties"]!));
        Assert.False((bool)Schema["additionalProperties"]!);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Everything_it_allows_for_a_kind_is_read(string kind)
    {
        var full = Full(kind);
        Assert.Equal(Names(Schema["properties"]!).Order(StringComparer.Ordinal), Names(full).Order(StringComparer.Ordinal));
        var definition = DefinitionReader.Read("mine.json", full.ToJsonString());
        Assert.Equal(definition.Kind.Sections, definition.Sections);
        Assert.Equal(WatchedMeasures.All.Count, definition.Rebase.Count);
    }

    [Theory]
    [MemberData(nameof(Required))]
    public void What_it_requires_the_reader_misses(string field)
    {
        var without = Full("monthly-clinic");
        without.Remove(field);
        Assert.Contains($"field \"{field}\": is missing", Errors(without), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Properties))]
    public void What_it_does_not_require_may_be_left_out(string field)
    {
        var without = Full("monthly-clinic");
        without.Remove(field);
        Assert.Equal(Values(Schema["required"]!).Contains(field, StringComparer.Ordinal), Errors(without).Length > 0);
    }

    [Theory]
    [MemberData(nameof(Properties))]
    public void A_value_of_another_type_is_refused_as_by_the_schema(string field)
    {
        var wrong = Full("monthly-clinic");
        wrong[field] = string.Equals((string?)Schema["properties"]![field]!["type"], "string", StringComparison.Ordinal) ? 7 : "seven";
        Assert.Contains($"field \"{field}\"", Errors(wrong), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("folder", "path")]
    [InlineData("email", "recipients")]
    [InlineData("webhook", "url")]
    public void What_a_target_needs_the_reader_misses_and_what_it_does_not_know_it_refuses(string to, string needs)
    {
        Assert.Equal(needs, Values(RuleOf(to)["required"]!).Single());
        var definition = Full("monthly-clinic");
        definition["deliver"] = new JsonArray(FullTarget(to));
        Assert.Empty(Errors(definition));
        definition["deliver"]![0]!.AsObject().Remove(needs);
        Assert.Contains($"field \"deliver[0].{needs}\": is missing", Errors(definition), StringComparison.Ordinal);
        foreach (var foreign in Names(Target).Except(Values(RuleOf(to)["propertyNames"]!["enum"]!), StringComparer.Ordinal))
        {
            definition["deliver"] = new JsonArray(FullTarget(to));
            definition["deliver"]![0]![foreign] = "x";
            Assert.Contains($"field \"deliver[0].{foreign}\": ", Errors(definition), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_bound_of_the_schema_is_the_reader_s()
    {
        var fewer = Full("monthly-clinic");
        fewer["smallestCell"] = (int)fewer["smallestCell"]! - 1;
        Assert.Contains("smallestCell", Errors(fewer), StringComparison.Ordinal);
        var more = Full("monthly-clinic");
        more["schedule"]!["catchUpMonths"] = (int)more["schedule"]!["catchUpMonths"]! + 1;
        Assert.Contains("catchUpMonths", Errors(more), StringComparison.Ordinal);
    }

    private static string Root(string from) => File.Exists(Path.Combine(from, "SmpInsights.sln")) ? from : Root(Path.GetDirectoryName(from)!);
}
