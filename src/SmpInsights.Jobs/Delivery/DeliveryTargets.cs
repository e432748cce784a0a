using SmpInsights.Data.Deliveries;
using SmpInsights.Data.Runs;
using SmpInsights.Jobs.Definitions;
using SmpInsights.Jobs.Settings;

namespace SmpInsights.Jobs.Delivery;

/// <summary>The <c>deliver</c> list of a definition.</summary>
internal static class DeliveryTargets
{
    public const string ToFolder = "folder";
    public const string ToEmail = "email";
    public const string ToWebhook = "webhook";

    /// <summary>What each kind of target needs and may say; <c>to</c>, <c>clinics</c> and <c>practitioners</c> stand in all.</summary>
    public static readonly IReadOnlyList<(string To, string Needs, IReadOnlyList<string> May)> Kinds = [(ToFolder, "path", []), (ToEmail, "recipients", ["attach"]), (ToWebhook, "url", [])];

    private static readonly string[] Common = ["to", "clinics", "practitioners"];

    /// <summary>Fields of an entry of this kind; of any kind where it is none.</summary>
    public static IReadOnlyList<string> Fields(string? to) =>
        [.. Common, .. Kinds.Where(k => string.Equals(k.To, to, StringComparison.Ordinal) || Kinds.All(other => !string.Equals(other.To, to, StringComparison.Ordinal))).SelectMany(k => k.May.Prepend(k.Needs))];

    /// <summary>Reads the list; what is wrong is noted by <paramref name="fields"/>.</summary>
    /// <param name="fields">Of the definition.</param>
    /// <param name="scope">The definition's, null where it is not known.</param>
    public static IReadOnlyList<DeliveryTarget> Read(SettingFields fields, string? scope)
    {
        var targets = fields.Objects("deliver", item => Fields(item.Members.FirstOrDefault(m => string.Equals(m.Name, "to", StringComparison.Ordinal))?.Value.Text));
        return [.. targets.Select(t => One(t, scope)).OfType<DeliveryTarget>()];
    }

    /// <summary>Everyone a run's report goes to, each once.</summary>
    public static IEnumerable<DeliveryAddress> AddressesOf(ReportDefinition definition, RunKey key) => definition.Deliver.Where(t => t.Takes(key)).SelectMany(t => t.Addresses).Distinct();

    private static DeliveryTarget? One(SettingFields fields, string? scope)
    {
        var to = fields.Text("to", "one of: " + string.Join(", ", Kinds.Select(k => k.To)), text => Kinds.Any(k => string.Equals(k.To, text, StringComparison.Ordinal)));
        var clinics = fields.Names("clinics", allowed: null, required: false);
        var practitioners = fields.Names("practitioners", allowed: null, required: false);
        if (clinics is not null && string.Equals(scope, ReportScope.Network, StringComparison.Ordinal))
            fields.Wrong("clinics", "for this report: it is about all clinics together");
        if (practitioners is not null && scope is not null && !string.Equals(scope, ReportScope.Practitioner, StringComparison.Ordinal))
            fields.Wrong("practitioners", "for this report: it is not about single practitioners");
        switch (to)
        {
            case ToFolder:
                return fields.Text("path", "a folder", path => !string.IsNullOrWhiteSpace(path) && path.IndexOfAny(Path.GetInvalidPathChars()) < 0) is { } folder ? new DeliveryTarget.Folder(folder, clinics, practitioners) : null;
            case ToEmail:
                var recipients = fields.Texts("recipients", "one e-mail address, such as name@clinic.example", MailName.IsAddress);
                var attach = fields.Flag("attach") ?? false;
                return recipients is null ? null : new DeliveryTarget.Email(recipients, attach, clinics, practitioners);
            case ToWebhook:
                return fields.Unquoted("url", "an address that begins with https:// (http:// only to this machine itself), without user or password", text => WebAddress.IsSafe(text)) is { } url ? new DeliveryTarget.Webhook(new Uri(url), clinics, practitioners) : null;
            default:
                return null;
        }
    }
}
