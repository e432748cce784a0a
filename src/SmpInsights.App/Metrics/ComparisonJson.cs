using System.Text.Json.Nodes;
using SmpInsights.Outcomes.Fade;
using SmpInsights.Outcomes.Satisfaction;
using SmpInsights.Statistics.Survival;

namespace SmpInsights.App.Metrics;

/// <summary>Comparisons between groups, as parts of the metrics document.</summary>
internal static class ComparisonJson
{
    /// <summary>The comparisons, each under its key of the document; one that there is not has no key.</summary>
    public static void AddTo(JsonObject document, GroupComparisons c)
    {
        if (c.TouchUps.LogRank is { } test)
        {
            var logRank = Test(test);
            if (c.TouchUps.LogRankByClinic is { } stratified)
                logRank["stratified_by_clinic"] = Test(stratified);
            document["log_rank"] = logRank;
        }

        ModelsJson.AddTo(document, c.Models);
        if (c.Fade is { } adjusted)
        {
            if (!document.ContainsKey("fade"))
                document["fade"] = new JsonObject();
            document["fade"]!["adjusted"] = Adjusted(adjusted);
        }

        if (c.Satisfaction is { } compared)
        {
            document["kruskal_wallis"] = KruskalWallis(compared);
            document["mann_whitney"] = MannWhitney(compared);
        }
    }

    private static JsonObject Test(LogRankResult t) => new() { ["chi_squared"] = t.ChiSquared, ["df"] = t.DegreesOfFreedom, ["p"] = t.P };

    private static JsonObject KruskalWallis(SatisfactionComparison c) => new() { ["h"] = c.Test?.H, ["df"] = c.AnswersByGroup.Count - 1, ["p"] = c.Test?.P };

    private static JsonArray MannWhitney(SatisfactionComparison c) =>
        [.. c.Pairs.Select(p => new JsonObject { ["a"] = p.A, ["b"] = p.B, ["p"] = p.P, ["holm"] = p.Holm, ["cliffs_delta"] = p.CliffsDelta })];

    private static JsonObject Adjusted(AdjustedFade a)
    {
        var node = MetricsJson.Model(a.Estimate);
        node["terms"] = new JsonObject([.. a.Terms.Select(t => KeyValuePair.Create(t.Factor + "=" + t.Level, (JsonNode?)new JsonObject { ["slope"] = t.Slope, ["std_error"] = t.StandardError }))]);
        if (a.Pairs.Count > 0)
            node["pairs"] = new JsonArray([.. a.Pairs.Select(p => new JsonObject { ["a"] = p.A, ["b"] = p.B, ["slope_difference"] = p.SlopeDifference, ["std_error"] = p.StandardError, ["p"] = p.P, ["holm"] = p.Holm })]);
        return node;
    }
}
