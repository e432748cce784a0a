using System.Globalization;
using System.Text.Json.Nodes;
using SmpInsights.Outcomes.Satisfaction;

namespace SmpInsights.App.Metrics;

/// <summary>Satisfaction against contrast kept, as a part of the metrics document and as a sentence.</summary>
internal static class SatisfactionAndFadeJson
{
    public static JsonObject? Of(SatisfactionAndFade s) => s.Odds is not { } o ? null : new JsonObject
    {
        ["answers"] = s.Answers,
        ["clients"] = s.Clients,
        ["coef"] = o.Coefficient,
        ["std_error"] = o.StandardError,
        ["std_error_by_client"] = o.StandardErrorByClient,
        ["odds_ratio"] = o.Ratio,
        ["lower"] = o.Lower,
        ["upper"] = o.Upper,
        ["p"] = o.P,
    };

    public static string Sentence(SatisfactionAndFade s)
    {
        if (s.Odds is not { } o)
            return s.Answers < SatisfactionAndFade.MinimumAnswers
                ? string.Create(CultureInfo.InvariantCulture, $"Satisfaction against contrast kept: not enough data yet: {s.Answers} of {SatisfactionAndFade.MinimumAnswers} answers with a reading near them.")
                : string.Create(CultureInfo.InvariantCulture, $"Satisfaction against contrast kept: not estimable from {s.Answers} answers.");
        var (lower, upper) = (o.Lower?.ToString("0.00", CultureInfo.InvariantCulture) ?? "-", o.Upper?.ToString("0.00", CultureInfo.InvariantCulture) ?? "-");
        return string.Create(CultureInfo.InvariantCulture, $"For each 10 percentage points more contrast kept the odds of being a grade better satisfied are {o.Ratio:0.00} times as high ({lower} to {upper}; p {(o.P < 0.001 ? "< 0.001" : o.P.ToString("0.000", CultureInfo.InvariantCulture))}; {s.Answers} answers of {s.Clients} clients before any touch-up).");
    }
}
