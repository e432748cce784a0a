using System.Text.Json.Nodes;
using SmpInsights.Outcomes.Forecast;

namespace SmpInsights.App.Metrics;

/// <summary>The back-test as a document: how each horizon fared, and every forecast beside what came of it.</summary>
internal static class BacktestJson
{
    public static JsonObject Of(Backtest backtest) => new()
    {
        ["from"] = ForecastJson.Date(backtest.Days[0]),
        ["to"] = ForecastJson.Date(backtest.Days[^1]),
        ["days"] = backtest.Days.Count,
        ["not_over_yet"] = backtest.Waiting,
        ["without_forecast"] = backtest.WithoutForecast,
        ["horizons"] = new JsonArray([.. backtest.Horizons.Select(Horizon)]),
        ["forecasts"] = new JsonArray([.. backtest.Judged.Select(Judged)]),
    };

    private static JsonObject Horizon(BacktestHorizon h) => new()
    {
        ["months"] = h.Months,
        ["forecasts"] = h.Forecasts,
        ["expected"] = h.Expected,
        ["actual"] = h.Actual,
        ["held_80"] = h.Held80,
        ["held_95"] = h.Held95,
        ["transform_80"] = h.Transform80,
        ["transform_95"] = h.Transform95,
        ["transform_tenths"] = new JsonArray([.. h.Tenths.Select(t => (JsonNode)t)]),
    };

    private static JsonObject Judged(JudgedForecast j)
    {
        var node = ForecastJson.Count(j.Horizon);
        node.Insert(0, "clinic", j.Clinic);
        node.Insert(1, "as_of", ForecastJson.Date(j.AsOf));
        node["actual"] = j.Actual;
        node["transform"] = j.Transform;
        return node;
    }
}
