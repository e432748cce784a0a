using System.Globalization;
using System.Text.Json.Nodes;

namespace SmpInsights.EndToEnd.Tests;

/// <summary>Import and metrics of the real program against values computed with R's survival and lme4 (tests/reference/README.md), key by key.</summary>
public sealed class MetricsAgreeWithReference
{
    private const double ClosedForm = 1e-9;
    private const double SurvivalModel = 1e-6;
    private const double FixedEffect = 1e-5;
    private const double FixedEffectError = 1e-4;
    private const double VarianceComponent = 1e-3;
    private const double FadePairP = 1e-3;
    private const double Floor = 1e-12;

    /// <summary>Keys beyond the reference's.</summary>
    private static readonly string[] OwnKeys = ["operations", "finance", "boundary", "forecast", "recall"];

    /// <summary>Keys of the reference that are found by iteration, or stand beside such.</summary>
    private static readonly string[] SurvivalModels = ["cox", "cumulative_incidence", "weibull", "lognormal", "loglogistic"];

    [Theory]
    [InlineData("clinic-a", "2026-06-30", 572)]
    [InlineData("lung", "2040-01-01", 152)]
    [InlineData("sleepstudy", "2040-01-01", 80)]
    public void Every_key_printed_agrees_with_R(string name, string asOf, int atLeast)
    {
        using var folder = new EmptyFolder();
        var import = SmpProcess.Run(folder.Path, "import", Repository.Reference(name));
        Assert.True(import.ExitCode == 0, import.Output + import.Errors);
        var metrics = SmpProcess.Run(folder.Path, "metrics", "--as-of", asOf, "--json");
        Assert.True(metrics.ExitCode == 0, metrics.Errors);

        var differences = new List<string>();
        var expected = JsonNode.Parse(File.ReadAllText(Repository.Reference(name + ".json")))!.AsObject();
        var compared = Compare(string.Empty, expected, JsonNode.Parse(metrics.Output)!.AsObject(), differences);
        Assert.Empty(differences);
        Assert.True(compared >= atLeast, string.Create(CultureInfo.InvariantCulture, $"only {compared} values were compared"));
    }

    private static int Compare(string path, JsonObject expected, JsonObject actual, List<string> differences)
    {
        foreach (var missing in expected.Select(e => e.Key).Where(k => !actual.ContainsKey(k)))
            differences.Add($"{path}/{missing} is not printed");
        var compared = 0;
        foreach (var (key, value) in actual.Where(a => !OwnKeys.Contains(a.Key, StringComparer.Ordinal)))
        {
            if (expected.TryGetPropertyValue(key, out var reference))
                compared += Compare($"{path}/{key}", reference, value, Error(expected, key), differences);
            else
                differences.Add($"{path}/{key} is printed but not in the reference");
        }

        return compared;
    }

    private static int Compare(string path, JsonNode? expected, JsonNode? actual, double error, List<string> differences)
    {
        switch (expected, actual)
        {
            case (JsonObject e, JsonObject a):
                return Compare(path, e, a, differences);
            case (JsonArray e, JsonArray a) when e.Count == a.Count:
                return e.Zip(a).Select((x, i) => Compare(string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), x.First, x.Second, 0, differences)).Sum();
            case (null, null):
                return 1;
            case (JsonValue e, JsonValue a) when e.TryGetValue<string>(out var text):
                if (!string.Equals(text, a.GetValue<string>(), StringComparison.Ordinal))
                    differences.Add($"{path}: {a} instead of {e}");
                return 1;
            case (JsonValue e, JsonValue a):
                var (x, y) = (e.GetValue<double>(), a.GetValue<double>());
                var agrees = path.EndsWith("/reml_criterion", StringComparison.Ordinal) ? y <= x + 1e-5 && y >= x - 1e-3 : Math.Abs(x - y) <= Math.Max(Tolerance(path) * Math.Max(Math.Abs(x), error), Floor);
                if (!agrees)
                    differences.Add(string.Create(CultureInfo.InvariantCulture, $"{path}: {y:R} instead of {x:R}"));
                return 1;
            default:
                differences.Add($"{path}: {actual?.ToJsonString() ?? "null"} instead of {expected?.ToJsonString() ?? "null"}");
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
