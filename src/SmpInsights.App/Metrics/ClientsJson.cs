using System.Text.Json.Nodes;

namespace SmpInsights.App.Metrics;

/// <summary>Each client's own fade; a list, for of one client there may be several treatments and epochs.</summary>
internal static class ClientsJson
{
    public static JsonArray Of(IReadOnlyList<ClientFade> clients) => [.. clients.Select(Client)];

    private static JsonObject Client(ClientFade c)
    {
        var p = c.Prediction;
        return new JsonObject
        {
            ["client_id"] = c.ClientId,
            ["treatment_id"] = c.TreatmentId,
            ["epoch"] = p.Unit.Epoch,
            ["started_on"] = MetricsJson.Date(p.Unit.StartedOn),
            ["ended_on"] = Date(c.EndedOn),
            ["readings"] = p.Unit.Sums.Count,
            ["slope"] = p.Slope,
            ["slope_std_error"] = p.SlopeStandardError,
            ["fade_per_year"] = p.FadePerYear,
            ["fade_per_year_lower"] = p.FadePerYearLower,
            ["fade_per_year_upper"] = p.FadePerYearUpper,
            ["crosses_on"] = Date(p.CrossesOn),
            ["crosses_earliest"] = Date(p.CrossesEarliest),
            ["crosses_latest"] = Date(p.CrossesLatest),
        };
    }

    private static JsonNode? Date(DateOnly? day) => day is { } on ? MetricsJson.Date(on) : null;
}
