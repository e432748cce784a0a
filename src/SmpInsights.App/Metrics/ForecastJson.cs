using System.Globalization;
using System.Text.Json.Nodes;
using SmpInsights.Outcomes.Forecast;

namespace SmpInsights.App.Metrics;

/// <summary>The forecast of each clinic and the head of the recall list; what there is not enough data for is null.</summary>
internal static class ForecastJson
{
    /// <summary>Rows of the recall list that are printed; the list's length stands beside them.</summary>
    private const int MostRows = 50;

    public static void AddTo(JsonObject document, TouchUpForecast forecast, IReadOnlyList<RecallRow> recall)
    {
        document["forecast"] = new JsonObject([.. forecast.Clinics.Select(c => KeyValuePair.Create(c.Clinic, (JsonNode?)Clinic(c)))]);
        document["recall"] = new JsonObject { ["total"] = recall.Count, ["rows"] = new JsonArray([.. recall.Take(MostRows).Select(Row)]) };
    }

    /// <summary>One horizon's count with its intervals, as the back-test prints it too.</summary>
    public static JsonObject Count(ForecastHorizon h) => new()
    {
        ["months"] = h.Months,
        ["until"] = Date(h.Until),
        ["expected"] = h.Expected,
        ["lower_80"] = h.Range80.Lower,
        ["upper_80"] = h.Range80.Upper,
        ["lower_95"] = h.Range95.Lower,
        ["upper_95"] = h.Range95.Upper,
    };

    public static string? Date(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static JsonObject Clinic(ClinicForecast c) => new()
    {
        ["touch_ups"] = c.Events,
        ["touch_ups_needed"] = EpochModel.MinimumEvents,
        ["distribution"] = c.First?.TouchUp.Distribution.ToString().ToLowerInvariant(),
        ["at_risk"] = c.First is null ? null : c.AtRisk.Count,
        ["clients_left_out"] = c.LeftOut,
        ["currency"] = c.Currency,
        ["touch_up_price"] = c.Horizons.Count == 0 ? null : c.Horizons[0].Price,
        ["horizons"] = c.Horizons.Count == 0 ? null : new JsonArray([.. c.Horizons.Select(Horizon)]),
    };

    private static JsonObject Horizon(ForecastHorizon h)
    {
        var node = Count(h);
        node["revenue"] = h.ExpectedRevenue;
        node["revenue_lower_80"] = h.Revenue(h.Range80.Lower);
        node["revenue_upper_80"] = h.Revenue(h.Range80.Upper);
        node["revenue_lower_95"] = h.Revenue(h.Range95.Lower);
        node["revenue_upper_95"] = h.Revenue(h.Range95.Upper);
        return node;
    }

    private static JsonObject Row(RecallRow r) => new()
    {
        ["clinic"] = r.Clinic,
        ["client_id"] = r.Client,
        ["treatment_id"] = r.Treatment,
        ["technique"] = r.Technique,
        ["practitioner"] = r.Practitioner,
        ["epoch"] = r.Epoch,
        ["completed_on"] = Date(r.CompletedOn),
        ["last_contact_on"] = Date(r.LastContactOn),
        ["chance_3_months"] = r.ChanceIn3Months,
        ["chance_6_months"] = r.ChanceIn6Months,
        ["chance_12_months"] = r.ChanceIn12Months,
        ["predicted_on"] = Date(r.PredictedOn),
    };
}
