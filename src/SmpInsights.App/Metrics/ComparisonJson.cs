using System.Text.Json.Nodes;
using SmpInsights.Outcomes.Fade;
using SmpInsights.Outcomes.Satisfaction;

namespace SmpInsights.App.Metrics;

/// <summary>Comparisons between groups, as parts of the metrics document.</summary>
internal static class ComparisonJson
{
    public static JsonObject KruskalWallis(SatisfactionComparison c) => new() { ["h"] = c.Test?.H, ["df"] = c.AnswersByTechnique.Count - 1, ["p"] = c.Test?.P };

    public static JsonArray MannWhitney(SatisfactionComparison c) =>
        [.. c.Pairs.Select(p => new JsonObject { ["a"] = p.A, ["b"] = p.B, ["p"] = p.P, ["holm"] = p.Holm, ["cliffs_delta"] = p.CliffsDelta })];

    public static JsonObject Adjusted(AdjustedFade a)
    {
        var node = MetricsJson.Model(a.Estimate);
        node["terms"] = new JsonObject([.. a.Terms.Select(t => KeyValuePair.Create(t.Factor + "=" + t.Level, (JsonNode?)new JsonObject { ["slope"] = t.Slope, ["std_error"] = t.StandardError }))]);
        if (a.Pairs.Count > 0)
            node["pairs"] = new JsonArray([.. a.Pairs.Select(p => new JsonObject { ["a"] = p.A, ["b"] = p.B, ["slope_difference"] = p.SlopeDifference, ["std_error"] = p.StandardError, ["p"] = p.P, ["holm"] = p.Holm })]);
        return node;
    }
}
