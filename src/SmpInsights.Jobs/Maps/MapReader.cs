using System.Globalization;
using SmpInsights.Data.Maps;
using SmpInsights.Jobs.Settings;

namespace SmpInsights.Jobs.Maps;

/// <summary>Reads a column map; comments and trailing commas are allowed, unknown fields are not. A map that extends one of the product's adds to it and replaces fields of it.</summary>
public static class MapReader
{
    private const int LongestId = 32;

    private static readonly string[] Known = ["$schema", "extends", "id", "title", "clinic", "personal", "tables", "services", "courseGapDays"];

    /// <summary>A map that comes with the product; null where there is none of that name.</summary>
    public static ColumnMap? BuiltIn(string name) => BuiltInMaps.Text(name) is { } text ? Read(name + ".json", text) : null;

    /// <exception cref="SettingException">The text is no map; everything that is wrong with it, with <paramref name="file"/>, line and field.</exception>
    public static ColumnMap Read(string file, string text)
    {
        var problems = new SettingProblems(file);
        var root = PlacedJson.Parse(file, text);
        var fields = new SettingFields(problems, root, string.Empty, Known);
        fields.Text("$schema", "the schema's address", _ => true, required: false);
        var extends = fields.Text("extends", "one of: " + string.Join(", ", BuiltInMaps.Names), name => BuiltInMaps.Names.Contains(name, StringComparer.Ordinal), required: false);
        var ground = extends is null ? null : BuiltIn(extends);
        var id = fields.Text("id", string.Create(CultureInfo.InvariantCulture, $"an id of up to {LongestId} letters, digits and -"), IsId, required: ground is null);
        var title = fields.Text("title", "a title", IsSaid, required: false);
        var clinic = Clinic(fields);
        var personal = root.Members.Any(m => string.Equals(m.Name, "personal", StringComparison.Ordinal)) ? fields.Names("personal", allowed: null) ?? [] : [];
        personal = [.. personal, .. ground?.Personal ?? []];
        var services = new ServiceReader(problems).Read(root, "services");
        var gap = fields.Whole("courseGapDays", string.Create(CultureInfo.InvariantCulture, $"a number of days from 1 to {ColumnMap.LongestGapDays}"), 1, ColumnMap.LongestGapDays);
        var tables = Tables(problems, fields, root, ground, new PersonalColumns(personal));
        problems.Refuse();
        return new ColumnMap(id ?? ground!.Id, title ?? ground?.Title ?? id!, clinic, personal, tables, [.. services, .. ground?.Services ?? []], gap ?? ground?.CourseGapDays ?? ColumnMap.DefaultCourseGapDays);
    }

    private static MapClinic? Clinic(SettingFields fields)
    {
        if (fields.Object("clinic", ["clinic_id", "name", "time_zone", "currency"]) is not { } clinic)
            return null;
        var id = clinic.Text("clinic_id", "an id of up to 64 characters", text => IsSaid(text) && text.Length <= 64 && !text.Any(char.IsControl));
        var name = clinic.Text("name", "the clinic's name", IsSaid);
        var zone = clinic.Text("time_zone", "an IANA time zone, such as Europe/London", IsZone);
        var currency = clinic.Text("currency", "an ISO 4217 code, such as GBP", CurrencyCode.IsKnown);
        return new MapClinic(id ?? string.Empty, name ?? string.Empty, zone ?? string.Empty, currency ?? string.Empty);
    }

    private static List<TableMap> Tables(SettingProblems problems, SettingFields fields, PlacedJson root, ColumnMap? ground, PersonalColumns personal)
    {
        var all = (ground?.Tables ?? []).ToDictionary(t => t.Table, StringComparer.Ordinal);
        var given = fields.Object("tables", [.. MapTargets.Tables], required: ground is null);
        if (given is { Members.Count: 0 } && ground is null)
            problems.Add(root.Line, root.Column, "tables", null, "names no table");
        foreach (var member in given?.Members ?? [])
        {
            if (!MapTargets.Tables.Contains(member.Name, StringComparer.Ordinal))
                continue;
            var table = new FieldMapReader(problems, member.Name, personal).Read(member, given!.Path(member.Name), all.GetValueOrDefault(member.Name));
            all[member.Name] = table;
        }

        return [.. all.Values];
    }

    internal static bool IsZone(string text) => text.Contains('/', StringComparison.Ordinal) && TimeZoneInfo.TryFindSystemTimeZoneById(text, out var zone) && zone.HasIanaId;

    private static bool IsId(string id) => id.Length is > 0 and <= LongestId && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-');

    internal static bool IsSaid(string text) => !string.IsNullOrWhiteSpace(text);
}
