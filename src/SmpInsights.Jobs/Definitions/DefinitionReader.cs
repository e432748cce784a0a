using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Quartz;
using SmpInsights.Jobs.Delivery;
using SmpInsights.Jobs.Settings;
using SmpInsights.Outcomes.Privacy;
using SmpInsights.Outcomes.Time;
using SmpInsights.Outcomes.Watching;

namespace SmpInsights.Jobs.Definitions;

/// <summary>Reads one definition; comments and trailing commas are allowed, unknown fields are not.</summary>
public static class DefinitionReader
{
    /// <summary>Closed months a clinic's worker catches up at most, where the definition does not say.</summary>
    public const int DefaultCatchUpMonths = 3;

    internal const int LongestId = 64;
    internal const int MostCatchUpMonths = 60;

    /// <summary>Fields of a definition; <see cref="DefinitionSchema"/> says which must be there.</summary>
    internal static readonly string[] Known = ["$schema", "id", "kind", "title", "audience", "period", "scope", "schedule", "sections", "smallestCell", "rebase", "deliver"];

    internal static readonly string[] KnownOfSchedule = ["cron", "catchUpMonths"];

    internal static readonly string[] Periods = ["month"];

    /// <summary>A day before every report: a schedule that does not come within decades of it never does.</summary>
    private static readonly DateTimeOffset LongAgo = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <exception cref="SettingException">The text is no definition; everything that is wrong with it, with <paramref name="file"/>, line and field.</exception>
    public static ReportDefinition Read(string file, string text)
    {
        var problems = new SettingProblems(file);
        var fields = new SettingFields(problems, PlacedJson.Parse(file, text), string.Empty, Known);
        fields.Text("$schema", "the schema's address", _ => true, required: false);
        var id = fields.Text("id", string.Create(CultureInfo.InvariantCulture, $"an id of up to {LongestId} letters, digits, - and _"), IsId);
        var kindName = fields.Text("kind", OneOf(ReportKind.All.Select(k => k.Name)), name => ReportKind.All.Any(k => Same(k.Name, name)));
        var kind = ReportKind.All.FirstOrDefault(k => Same(k.Name, kindName));
        var title = fields.Text("title", "a title", IsSaid);
        var audience = fields.Text("audience", "a word for whom the report is", IsSaid);
        fields.Text("period", OneOf(Periods), period => Periods.Contains(period, StringComparer.Ordinal));
        fields.Text("scope", kind is null ? "a scope" : OneOf([kind.Scope]), scope => kind is null || Same(kind.Scope, scope));
        var sections = fields.Names("sections", kind?.Sections);
        var smallest = fields.Whole("smallestCell", string.Create(CultureInfo.InvariantCulture, $"{SmallestCell.Floor} or more: clients are protected by at least so many"), SmallestCell.Floor, int.MaxValue);
        var schedule = fields.Object("schedule", KnownOfSchedule, required: true);
        CronExpression? cron = null;
        var cronText = schedule?.Text("cron", "a time that comes, in five fields: minute, hour, day of month, month, day of week", given => CronExpression.TryParse(given, CronFormat.Unix, out cron) && cron!.GetNextValidTimeAfter(LongAgo) is not null);
        var catchUp = schedule?.Whole("catchUpMonths", string.Create(CultureInfo.InvariantCulture, $"between 1 and {MostCatchUpMonths}"), 1, MostCatchUpMonths);
        var rebase = Rebase(fields);
        var deliver = DeliveryTargets.Read(fields, kind?.Scope);
        problems.Refuse();
        return new ReportDefinition(id!, kind!, title!, audience!, cron!, catchUp ?? DefaultCatchUpMonths, sections!, new SmallestCell(smallest ?? SmallestCell.Floor), rebase, Hash(text)) { Cron = cronText!, Deliver = deliver };
    }

    /// <summary>Of what the report is made from: comments, spaces and recipients make no new revision.</summary>
    private static string Hash(string text)
    {
        var definition = JsonNode.Parse(text.TrimStart('\uFEFF'), documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true })!.AsObject();
        definition.Remove("deliver");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(definition.ToJsonString())));
    }

    private static Dictionary<string, ReportMonth> Rebase(SettingFields fields)
    {
        var months = new Dictionary<string, ReportMonth>(StringComparer.Ordinal);
        var rebase = fields.Object("rebase", [.. WatchedMeasures.All.Select(m => m.Id)]);
        foreach (var (name, _, _, value) in rebase?.Members ?? [])
        {
            if (value.Kind == JsonValueKind.String && ReportMonth.TryParse(value.Text, out var month))
                months[name] = month;
            else
                rebase!.Wrong<string>(name, value, "a month (yyyy-MM)");
        }

        return months;
    }

    private static string OneOf(IEnumerable<string> names) => "one of: " + string.Join(", ", names);

    private static bool IsId(string id) => id.Length is > 0 and <= LongestId && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    private static bool IsSaid(string text) => !string.IsNullOrWhiteSpace(text);

    private static bool Same(string a, string? b) => string.Equals(a, b, StringComparison.Ordinal);
}
