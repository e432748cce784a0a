using System.Globalization;
using System.Text.Json;
using SmpInsights.Data.Maps;
using SmpInsights.Jobs.Settings;

namespace SmpInsights.Jobs.Maps;

/// <summary>The columns of one table of a map.</summary>
internal sealed class FieldMapReader(SettingProblems problems, string table, PersonalColumns personal)
{
    private static readonly string[] Known = ["column", "columns", "join", "client", "constant", "lookup", "otherwise", "format", "zone", "zoneColumn", "decimal", "split"];

    public TableMap Read(PlacedMember member, string path, TableMap? ground)
    {
        var targets = MapTargets.Of(table);
        var fields = new SettingFields(problems, member.Value, path, ["file", .. targets.Select(t => t.Name)]);
        var file = fields.Text("file", "a file's name, in which * stands for any letters", MapReader.IsSaid, required: false);
        var all = ground?.Fields.ToDictionary(StringComparer.Ordinal) ?? new Dictionary<string, FieldMap>(StringComparer.Ordinal);
        foreach (var target in targets)
        {
            if (fields.Object(target.Name, Known) is { } field && member.Value.Members.First(m => string.Equals(m.Name, target.Name, StringComparison.Ordinal)) is { Value.Kind: JsonValueKind.Object } at)
                all[target.Name] = Field(field, at, target);
            else if (target.Required && !all.ContainsKey(target.Name) && member.Value.Kind == JsonValueKind.Object)
                problems.Missing(member.Line, member.Column, fields.Path(target.Name), "where it comes from");
        }

        return new TableMap(table, file ?? ground?.File, all);
    }

    private FieldMap Field(SettingFields fields, PlacedMember at, MapTarget target)
    {
        bool Has(string name) => at.Value.Members.Any(m => string.Equals(m.Name, name, StringComparison.Ordinal));
        var columns = Has("columns") ? fields.Names("columns", allowed: null) ?? [] : fields.Text("column", "a column's name", MapReader.IsSaid, required: false) is { } one ? [one] : [];
        var client = Client(at, fields);
        var codes = MapTargets.Codes(table, target.Name);
        var expected = codes.Count == 0 ? "a value" : "one of: " + string.Join(", ", codes);
        bool IsCode(string text) => codes.Count == 0 || codes.Contains(text, StringComparer.Ordinal);
        var ways = new[] { columns.Count > 0 || Has("column") || Has("columns"), Has("client"), Has("constant") }.Count(w => w);
        if (ways != 1)
            problems.Add(at.Line, at.Column, fields.Path(string.Empty).TrimEnd('.'), null, "needs one of column, columns, client and constant");
        if (Has("client") && target.Kind != MapTargetKind.Id)
            problems.Add(at.Line, at.Column, fields.Path("client"), null, "is for ids: it gives a hash of who the client is");
        var isClient = MapTargets.HoldsClients(table);
        foreach (var column in columns.Where(c => isClient && personal.Contains(c) && !(target.Name is "prepaid")))
            problems.Add(at.Line, at.Column, fields.Path(Has("columns") ? "columns" : "column"), column, "a column that may be stored: it holds who a client is, and is only for \"client\"");
        var map = new FieldMap
        {
            Columns = columns,
            Join = Flag(fields, at, "join"),
            Client = client,
            Constant = fields.Text("constant", expected, text => MapReader.IsSaid(text) && IsCode(text), required: false),
            Lookup = Lookup(fields, expected, IsCode),
            Otherwise = fields.Text("otherwise", expected, text => MapReader.IsSaid(text) && IsCode(text), required: false),
            Formats = Formats(at, fields),
            Zone = fields.Text("zone", "an IANA time zone, such as Europe/London", MapReader.IsZone, required: false),
            ZoneColumn = fields.Text("zoneColumn", "a column's name", MapReader.IsSaid, required: false),
            DecimalComma = fields.Text("decimal", "\".\" or \",\"", text => text is "." or ",", required: false) is ",",
            Split = fields.Text("split", "what stands between services, such as \",\"", text => text.Length > 0, required: false),
        };
        return map;
    }

    private static Dictionary<string, string> Lookup(SettingFields fields, string expected, Func<string, bool> isCode)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var lookup = fields.Object("lookup", known: null);
        foreach (var (name, _, _, value) in lookup?.Members ?? [])
        {
            if (value.Kind == JsonValueKind.String && MapReader.IsSaid(value.Text) && isCode(value.Text))
                found[name] = value.Text;
            else
                lookup!.Wrong<string>(name, value, expected);
        }

        return found;
    }

    private static bool Flag(SettingFields fields, PlacedMember at, string name)
    {
        if (at.Value.Members.FirstOrDefault(m => string.Equals(m.Name, name, StringComparison.Ordinal)) is not { } member)
            return false;
        if (member.Value.Kind is not (JsonValueKind.True or JsonValueKind.False))
            fields.Wrong<string>(name, member.Value, "true or false");
        return member.Value.Kind == JsonValueKind.True;
    }

    /// <summary>One format or a list; each must write a date so that it can be read back.</summary>
    private static List<string> Formats(PlacedMember at, SettingFields fields)
    {
        if (at.Value.Members.FirstOrDefault(m => string.Equals(m.Name, "format", StringComparison.Ordinal)) is not { } member)
            return [];
        var found = new List<string>();
        foreach (var item in member.Value.Kind == JsonValueKind.Array ? member.Value.Items : [member.Value])
        {
            if (item.Kind == JsonValueKind.String && IsFormat(item.Text))
                found.Add(item.Text);
            else
                fields.Wrong<string>("format", item, "a date format with year, month and day, such as dd/MM/yyyy or yyyy-MM-dd H:mm");
        }

        return found;
    }

    private static bool IsFormat(string format)
    {
        var day = new DateTime(2023, 11, 28, 0, 0, 0, DateTimeKind.Unspecified);
        try
        {
            return DateTime.TryParseExact(day.ToString(format, CultureInfo.InvariantCulture), format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) && read == day;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static List<IReadOnlyList<string>> Client(PlacedMember at, SettingFields fields)
    {
        const string Expected = "a list of combinations of columns, such as [[\"Email\"], [\"First Name\", \"Last Name\"]]";
        if (at.Value.Members.FirstOrDefault(m => string.Equals(m.Name, "client", StringComparison.Ordinal)) is not { } member)
            return [];
        if (member.Value.Kind != JsonValueKind.Array || member.Value.Items.Count == 0)
        {
            fields.Wrong<string>("client", member.Value, Expected);
            return [];
        }

        var found = new List<IReadOnlyList<string>>();
        foreach (var item in member.Value.Items)
        {
            if (item.Kind == JsonValueKind.Array && item.Items.Count > 0 && item.Items.All(i => i.Kind == JsonValueKind.String && MapReader.IsSaid(i.Text)))
                found.Add([.. item.Items.Select(i => i.Text)]);
            else
                fields.Wrong<string>("client", item, Expected);
        }

        return found;
    }
}
