using System.Globalization;
using System.Text.Json.Nodes;

namespace SmpInsights.EndToEnd.Tests;

/// <summary>Compares a metrics document with R's values, key by key, each to the tolerance of what it is.</summary>
public sealed class ReferenceComparison
{
    private const double ClosedForm = 1e-9;
    private const double SurvivalModel = 1e-6;
    private const double FixedEffect = 1e-5;
    private const double FixedEffectError = 1e-4;
    private const double VarianceComponent = 1e-3;
    private const double FadePairP = 1e-3;
    private const double Floor = 1e-12;

    /// <summary>Keys beyond the reference's.</summary>
    private static readonly string[] OwnKeys = ["by", "operations", "finance", "boundary", "trust", "reading_coverage", "watching", "funnel", "satisfaction_and_fade", "forecast", "recall"];

    /// <summary>Keys of the reference that are found by iteration, or stand beside such.</summary>
    private static readonly string[] SurvivalModels = ["cox", "cumulative_incidence", "weibull", "lognormal", "loglogistic"];

    private readonly List<string> _differences;
    private readonly bool _extraKeys;

    private ReferenceComparison(List<string> differences, bool extraKeys)
    {
        _differences = differences;
        _extraKeys = extraKeys;
    }

    /// <summary>How many values were compared; adds what differs. Keys that the reference does not have differ unless <paramref name="extraKeys"/> are allowed.</summary>
    public static int Compare(JsonObject expected, JsonObject actual, List<string> differences, bool extraKeys) => new ReferenceComparison(differences, extraKeys).Compare(string.Empty, expected, actual);

    private int Compare(string path, JsonObject expected, JsonObject actual)
    {
        foreach (var missing in expected.Select(e => e.Key).Where(k => !actual.ContainsKey(k)))
            _differences.Add($"{path}/{missing} is not printed");
        var compared = 0;
        foreach (var (key, value) in actual.Where(a => !OwnKeys.Contains(a.Key, StringComparer.Ordinal)))
        {
            if (expected.TryGetPropertyValue(key, out var reference))
                compared += Compare($"{path}/{key}", reference, value, Error(expected, key));
            else if (!_extraKeys)
                _differences.Add($"{path}/{key} is printed but not in the reference");
        }

        return compared;
    }

    private int Compare(string path, JsonNode? expected, JsonNode? actual, double error)
    {
        switch (expected, actual)
        {
            case (JsonObject e, JsonObject a):
                return Compare(path, e, a);
            case (JsonArray e, JsonArray a) when e.Count == a.Count:
                return e.Zip(a).Select((x, i) => Compare(string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), x.First, x.Second, 0)).Sum();
            case (null, null):
                return 1;
            case (JsonValue e, JsonValue a) when e.TryGetValue<string>(out var text):
                if (!string.Equals(text, a.GetValue<string>(), StringComparison.Ordinal))
                    _differences.Add($"{path}: {a} instead of {e}");
                return 1;
            case (JsonValue e, JsonValue a):
                var (x, y) = (e.GetValue<double>(), a.GetValue<double>());
                var agrees = path.EndsWith("/reml_criterion", StringComparison.Ordinal) ? y <= x + 1e-5 && y >= x - 1e-3 : Math.Abs(x - y) <= Math.Max(Tolerance(path) * Math.Max(Math.Abs(x), error), Floor);
                if (!agrees)
                    _differences.Add(string.Create(CultureInfo.InvariantCulture, $"{path}: {y:R} instead of {x:R}"));
                return 1;
            default:
                _differences.Add($"{path}: {actual?.ToJsonString() ?? "null"} instead of {expected?.ToJsonString() ?? "null"}");
                return 1;
        }
    }

    /// <summary>The standard error that stands beside a value, 0 where there is none.</summary>
    private static double Error(JsonObject beside, string key) =>
        (beside[key + "_std_error"] ?? (key is "survival" or "slope" or "slope_difference" or "coef" ? beside["std_error"] : null)) is JsonValue v ? v.GetValue<double>() : 0;

    private static double Tolerance(string path)
    {
        if (SurvivalModels.Contains(path.Split('/', '[')[1], StringComparer.Ordinal))
            return SurvivalModel;
        if (!path.StartsWith("/fade/", StringComparison.Ordinal) || path.Contains("fade_touch_ups_with", StringComparison.Ordinal))
            return ClosedForm;
        return path[(path.LastIndexOf('/') + 1)..] switch
        {
            "sd_intercept" or "sd_slope" or "sd_residual" or "correlation" or "smallest_real_change" => VarianceComponent,
            "slope_std_error" or "std_error" => FixedEffectError,
            "p" or "holm" => FadePairP,
            _ => FixedEffect,
        };
    }
}
