using System.Text.Json.Nodes;
using SmpInsights.Outcomes.Fade;

namespace SmpInsights.App.Metrics;

/// <summary>What tells whether the numbers of fade may be believed.</summary>
internal static class TrustJson
{
    public static JsonObject Trust(FadeTrust trust, ReadingsBeforeTouchUp before) => new()
    {
        ["curvature"] = trust.Curvature is { } c ? new JsonObject { ["coefficient"] = c.Coefficient, ["std_error"] = c.StandardError, ["p"] = c.P } : null,
        ["readings"] = trust.Readings,
        ["beyond_3_sigma"] = trust.Beyond,
        ["beyond_3_sigma_share"] = trust.BeyondShare,
        ["share_read_before_touch_up"] = before.Share,
        ["probably_understated"] = before.IsUnderstated,
    };

    public static JsonObject Coverage(ReadingCoverage c) => new()
    {
        ["epochs"] = c.Epochs,
        ["covered"] = c.Covered,
        ["share"] = c.Share,
        ["share_lower"] = c.Interval?.Lower,
        ["share_upper"] = c.Interval?.Upper,
        ["mean_readings"] = c.MeanReadings,
    };
}
