using System.Globalization;
using System.Text.Json.Nodes;
using SmpInsights.Jobs.Delivery;

namespace SmpInsights.App.Deliveries;

/// <summary>Where reports go, as <c>smp report check</c> says it.</summary>
internal static class DeliveryWords
{
    public static string Line(DeliveryTarget target)
    {
        var to = string.Join(", ", target.Addresses.Select(a => a.Recipient));
        var how = target switch
        {
            DeliveryTarget.Folder => "copied to " + to,
            DeliveryTarget.Email { Attach: true } => $"mailed to {to}, with page and workbook",
            DeliveryTarget.Email => $"mailed to {to}, as a link",
            _ => "told to " + to,
        };
        return how + Only("clinic", target.Clinics) + Only("practitioner", target.Practitioners);
    }

    public static JsonNode Json(DeliveryTarget target) => new JsonObject
    {
        ["to"] = target switch { DeliveryTarget.Folder => "folder", DeliveryTarget.Email => "email", _ => "webhook" },
        ["recipients"] = Names(target.Addresses.Select(a => a.Recipient)),
        ["clinics"] = target.Clinics is { } clinics ? Names(clinics) : null,
        ["practitioners"] = target.Practitioners is { } practitioners ? Names(practitioners) : null,
    };

    public static IEnumerable<string> Lines(DeliverySettings settings)
    {
        yield return settings.Link is { } link ? $"mails link to {link}reports/…" : "no \"link\": mails can't say where a report is seen";
        yield return settings.Smtp is { } smtp
            ? string.Create(CultureInfo.InvariantCulture, $"mail goes from {smtp.From} by {smtp.Host}:{smtp.Port}, {(smtp.Tls ? smtp.Pin is null ? "encrypted" : "encrypted, with the pinned certificate" : "not encrypted (this machine itself)")}{(smtp.User is { } user ? $", signed in as {user}" : string.Empty)}")
            : "no \"smtp\": no mail can be sent";
        yield return settings.WebhookSecret is null ? "no \"webhook.secret\": no webhook can be sent" : "webhooks are signed";
    }

    private static string Only(string what, IReadOnlyList<string>? ids) => ids is null ? string.Empty : $" ({what} {string.Join(", ", ids)})";

    private static JsonArray Names(IEnumerable<string> names) => new([.. names.Select(n => (JsonNode)n)]);
}
