using System.Text.Json;
using SmpInsights.Data.Maps;
using SmpInsights.Jobs.Settings;

namespace SmpInsights.Jobs.Maps;

/// <summary>The services of a map: a list of rules, each by whole name or by words.</summary>
internal sealed class ServiceReader(SettingProblems problems)
{
    private static readonly string[] Known = ["name", "contains", "kind", "technique", "reason"];

    private static readonly Dictionary<string, ServiceKind> Kinds = new(StringComparer.Ordinal)
    {
        ["session"] = ServiceKind.Session,
        ["touch-up"] = ServiceKind.TouchUp,
        ["consultation"] = ServiceKind.Consultation,
        ["deposit"] = ServiceKind.Deposit,
        ["product"] = ServiceKind.Product,
        ["ignore"] = ServiceKind.Ignore,
    };

    public IReadOnlyList<ServiceRule> Read(PlacedJson root, string name)
    {
        if (root.Members.FirstOrDefault(m => string.Equals(m.Name, name, StringComparison.Ordinal)) is not { } member)
            return [];
        if (member.Value.Kind != JsonValueKind.Array)
        {
            problems.Add(member.Value.Line, member.Value.Column, name, member.Value.Text, "a list of services: [ { ... } ]");
            return [];
        }

        return [.. member.Value.Items.Select((item, index) => Rule(item, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name}[{index}]"))).OfType<ServiceRule>()];
    }

    private ServiceRule? Rule(PlacedJson item, string path)
    {
        var fields = new SettingFields(problems, item, path, Known);
        if (item.Kind != JsonValueKind.Object)
            return null;
        var byWords = item.Members.Any(m => string.Equals(m.Name, "contains", StringComparison.Ordinal));
        var name = fields.Text("name", "the service's name as the export has it", MapReader.IsSaid, required: !byWords);
        var words = byWords ? fields.Names("contains", allowed: null) ?? [] : [];
        if (byWords && name is not null)
            fields.Wrong("name", "needed beside contains: a rule has one or the other");
        var kind = fields.Text("kind", "one of: " + string.Join(", ", Kinds.Keys), Kinds.ContainsKey);
        var technique = fields.Text("technique", "an id of a technique: up to 64 letters, digits and -", text => text.Length is > 0 and <= 64 && text.All(c => char.IsLetterOrDigit(c) || c is '-' or '_'), required: false);
        var reasons = MapTargets.Codes("touch_ups", "reason");
        var reason = fields.Text("reason", "one of: " + string.Join(", ", reasons), text => reasons.Contains(text, StringComparer.Ordinal), required: false);
        return kind is null ? null : new ServiceRule(name, words, Kinds[kind], technique, reason);
    }
}
