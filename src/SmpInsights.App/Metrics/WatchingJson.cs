using System.Text.Json.Nodes;
using SmpInsights.Outcomes.Watching;
using SmpInsights.Statistics.ControlCharts;
using SmpInsights.Statistics.Intervals;

namespace SmpInsights.App.Metrics;

/// <summary>Watched series by clinic and measure, and funnels, as parts of the metrics document.</summary>
internal static class WatchingJson
{
    public static void AddTo(JsonObject document, WatchingMetrics m)
    {
        document["watching"] = new JsonObject([.. m.Series.Select(c => Pair(c.Key, new JsonObject([.. c.Value.Select(s => Pair(s.Measure.Id, Series(s)))])))]);
        document["funnel"] = new JsonObject
        {
            ["month"] = m.Month.ToString(),
            ["months"] = ProportionFunnel.Months,
            ["satisfied_by_clinic"] = Funnel(m.Clinics),
            ["satisfied_by_practitioner"] = new JsonObject([.. m.Practitioners.Select(p => Pair(p.Key, Funnel(p.Value)))]),
        };
    }

    private static KeyValuePair<string, JsonNode?> Pair(string key, JsonNode? node) => KeyValuePair.Create(key, node);

    private static JsonObject Series(WatchedSeries s) => new()
    {
        ["chart"] = s.Measure.Kind == ChartKind.Proportions ? "p" : "xmr",
        ["good"] = Name(s.Measure.Direction),
        ["stretches"] = new JsonArray([.. s.Stretches.Select(Stretch)]),
        ["months"] = new JsonArray([.. s.Months.Select(Month)]),
        ["signals"] = new JsonArray([.. s.Signals.Select(Signal)]),
    };

    private static JsonObject Stretch(WatchedStretch s) => new()
    {
        ["from"] = s.From.ToString(),
        ["to"] = s.To.ToString(),
        ["limits"] = Name(s.State),
        ["baseline_to"] = s.BaselineTo?.ToString(),
        ["baseline_months"] = s.BaselineMonths,
        ["centre"] = s.Centre,
    };

    private static JsonObject Month(WatchedMonth m)
    {
        var node = new JsonObject { ["month"] = m.Month.ToString(), ["value"] = m.Measured.Value };
        if (m.Measured.Whole is { } whole)
        {
            node["part"] = m.Measured.Part;
            node["whole"] = whole;
        }

        node["centre"] = m.Centre;
        node["lower"] = m.Lower;
        node["upper"] = m.Upper;
        return node;
    }

    private static JsonObject Signal(WatchedSignal s) => new()
    {
        ["rule"] = Name(s.Rule),
        ["side"] = s.Sign > 0 ? "up" : "down",
        ["meaning"] = Name(s.Meaning),
        ["months"] = new JsonArray([.. s.Months.Select(x => (JsonNode)x.ToString())]),
    };

    private static JsonObject? Funnel(ProportionFunnel? f) => f is null ? null : new JsonObject
    {
        ["target"] = f.Limits.Target,
        ["dispersion"] = f.Dispersion,
        ["inflation"] = f.Limits.Inflation,
        ["members"] = new JsonArray([.. f.Members.Select(x => Member(x.Member, x.Unit))]),
    };

    private static JsonObject Member(FunnelMember m, FunnelUnit u) => new()
    {
        ["id"] = m.Id,
        ["part"] = m.Part,
        ["whole"] = m.Whole,
        ["proportion"] = u.Proportion,
        ["z"] = u.Z,
        ["limits_95"] = Limits(u.Band.Limits95),
        ["limits_99_8"] = Limits(u.Band.Limits998),
        ["position"] = u.Position switch { FunnelPosition.Outside998 => "outside_99_8", FunnelPosition.Outside95 => "outside_95", _ => "inside" },
    };

    private static JsonArray Limits(Interval i) => [i.Lower, i.Upper];

    private static string Name<T>(T value)
        where T : struct, Enum => MetricsJson.Snake(value.ToString());
}
