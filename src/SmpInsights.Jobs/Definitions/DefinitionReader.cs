using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Quartz;
using SmpInsights.Outcomes.Privacy;

namespace SmpInsights.Jobs.Definitions;

/// <summary>Reads one definition; comments and trailing commas are allowed, unknown fields are not.</summary>
public static class DefinitionReader
{
    /// <summary>Closed months a clinic's worker catches up at most, where the definition does not say.</summary>
    public const int DefaultCatchUpMonths = 3;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        PropertyNameCaseInsensitive = false,
    };

    private sealed record Fields(string Id, string Kind, string Title, string Audience, string Period, string Scope, ScheduleFields Schedule, IReadOnlyList<string> Sections, int SmallestCell = Outcomes.Privacy.SmallestCell.Floor);

    private sealed record ScheduleFields(string Cron, int CatchUpMonths = DefaultCatchUpMonths);

    /// <exception cref="DefinitionException">The text is no definition; the message names <paramref name="file"/>, line and field.</exception>
    public static ReportDefinition Read(string file, string text)
    {
        DefinitionException Wrong(string field, string value, string expected) =>
            new(string.Create(CultureInfo.InvariantCulture, $"{file}, line {LineOf(text, field)}, field \"{field}\": \"{value}\" is not {expected}."));

        Fields fields;
        try
        {
            fields = JsonSerializer.Deserialize<Fields>(text, Options) ?? throw new DefinitionException(file + " holds no definition.");
        }
        catch (JsonException e)
        {
            var path = string.IsNullOrEmpty(e.Path) || string.Equals(e.Path, "$", StringComparison.Ordinal) ? string.Empty : ", field \"" + e.Path.Replace("$.", string.Empty, StringComparison.Ordinal) + "\"";
            var reason = e.Message.Split(" Path:", 2)[0].Split(" LineNumber:", 2)[0].Replace(typeof(Fields).FullName!, "a report definition", StringComparison.Ordinal).Replace(typeof(ScheduleFields).FullName!, "a schedule", StringComparison.Ordinal);
            throw new DefinitionException(string.Create(CultureInfo.InvariantCulture, $"{file}, line {(e.LineNumber ?? 0) + 1}{path}: {reason}"), e);
        }

        if (fields.Id.Length is 0 or > 64 || !fields.Id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            throw Wrong("id", fields.Id, "an id of up to 64 letters, digits, - and _");
        if (ReportKind.All.FirstOrDefault(k => string.Equals(k.Name, fields.Kind, StringComparison.Ordinal)) is not { } kind)
            throw Wrong("kind", fields.Kind, "one of: " + string.Join(", ", ReportKind.All.Select(k => k.Name)));
        if (!string.Equals(fields.Period, "month", StringComparison.Ordinal))
            throw Wrong("period", fields.Period, "one of: month");
        if (!string.Equals(fields.Scope, kind.Scope, StringComparison.Ordinal))
            throw Wrong("scope", fields.Scope, "one of: " + kind.Scope);
        if (fields.Sections.FirstOrDefault(s => !kind.Sections.Contains(s, StringComparer.Ordinal)) is { } unknown)
            throw Wrong("sections", unknown, "one of: " + string.Join(", ", kind.Sections));
        if (fields.Sections.Count == 0 || fields.Sections.Distinct(StringComparer.Ordinal).Count() < fields.Sections.Count)
            throw Wrong("sections", string.Join(", ", fields.Sections), "a list of sections, each once");
        if (fields.Schedule.CatchUpMonths is < 1 or > 60)
            throw Wrong("catchUpMonths", fields.Schedule.CatchUpMonths.ToString(CultureInfo.InvariantCulture), "between 1 and 60");
        if (fields.SmallestCell < SmallestCell.Floor)
            throw Wrong("smallestCell", fields.SmallestCell.ToString(CultureInfo.InvariantCulture), string.Create(CultureInfo.InvariantCulture, $"{SmallestCell.Floor} or more: clients are protected by at least so many"));
        if (!CronExpression.TryParse(fields.Schedule.Cron, CronFormat.Unix, out var cron))
            throw Wrong("cron", fields.Schedule.Cron, "five fields: minute, hour, day of month, month, day of week");
        return new ReportDefinition(fields.Id, kind, fields.Title, fields.Audience, cron!, fields.Schedule.CatchUpMonths, fields.Sections, new SmallestCell(fields.SmallestCell),
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n")))));
    }

    private static int LineOf(string text, string field)
    {
        var at = text.IndexOf('"' + field + '"', StringComparison.Ordinal);
        return at < 0 ? 1 : 1 + text.AsSpan(0, at).Count('\n');
    }
}
