using System.Globalization;
using System.Text.Json.Nodes;
using SmpInsights.App.Terminal;
using SmpInsights.Data.Deliveries;

namespace SmpInsights.App.Deliveries;

/// <summary>Deliveries as <c>smp deliveries</c> prints them.</summary>
internal static class DeliveryList
{
    public static JsonObject Json(IEnumerable<DeliveryRow> deliveries) => new()
    {
        ["deliveries"] = new JsonArray([.. deliveries.Select(d => new JsonObject
        {
            ["id"] = d.DeliveryId,
            ["report"] = d.Key.Report,
            ["clinic"] = d.Key.Clinic,
            ["practitioner"] = d.Key.Practitioner,
            ["period"] = d.Key.Period,
            ["revision"] = d.Revision,
            ["kind"] = Lower(d.Address.Kind),
            ["recipient"] = d.Address.Recipient,
            ["state"] = Lower(d.State),
            ["attempt"] = d.Attempt,
            ["sentAt"] = d.SentAt is { } sent ? Time(sent) : null,
            ["nextAttemptAt"] = d.State == DeliveryState.Pending ? Time(d.NextAttemptAt) : null,
            ["error"] = d.Error,
        })]),
    };

    public static void Print(TextWriter to, IReadOnlyList<DeliveryRow> deliveries)
    {
        var table = new TextTable("id", "report", "clinic", "month", "revision", "by", "to", "state", "attempt", "when (UTC)", "error");
        foreach (var d in deliveries)
            table.Add(d.DeliveryId, d.Key.Report, d.Key.Whom, d.Key.Period, "r" + d.Revision.ToString(CultureInfo.InvariantCulture), Lower(d.Address.Kind), d.Address.Recipient, Lower(d.State), d.Attempt, When(d), d.Error);
        table.Print(to);
    }

    private static string When(DeliveryRow delivery) => delivery switch
    {
        { SentAt: { } sent } => Short(sent),
        { State: DeliveryState.Pending } => "from " + Short(delivery.NextAttemptAt),
        _ => string.Empty,
    };

    private static string Short(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static string Lower<T>(T value)
        where T : Enum => value.ToString().ToLowerInvariant();
}
