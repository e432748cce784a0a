using System.Text.Json.Nodes;
using SmpInsights.Outcomes.Covariates;
using SmpInsights.Outcomes.TouchUps;
using SmpInsights.Statistics.Survival;

namespace SmpInsights.App.Metrics;

/// <summary>Models of the time to touch-up; a model that there is not has no key, nor a factor whose proportionality cannot be tested (as a technique that is all of its clinic's).</summary>
internal static class ModelsJson
{
    /// <summary>Those that compare groups.</summary>
    public static void AddTo(JsonObject document, TouchUpModels models)
    {
        if (models.Hazards is { } hazards)
        {
            var proportional = new JsonObject([.. hazards.Proportionality.Where(p => p.Test is not null).Select(p => KeyValuePair.Create(p.Factor, (JsonNode?)Test(p.Test)))]) { ["global"] = Test(hazards.AllProportional) };
            document["cox"] = new JsonObject { ["reference"] = hazards.Reference, ["unadjusted"] = Model(hazards.Unadjusted), ["adjusted"] = Model(hazards.Adjusted), ["proportional_hazards"] = proportional };
        }

        foreach (var model in models.FailureTimes)
            document[model.Fit.Distribution.ToString().ToLowerInvariant()] = FailureTime(model);
    }

    public static JsonArray Incidence(IncidenceCurves curves) => [.. MetricsJson.Years.Select(y => Incidence(y, curves))];

    private static JsonObject Model(HazardModel m) => new()
    {
        ["null_log_likelihood"] = m.NullLogLikelihood,
        ["log_likelihood"] = m.LogLikelihood,
        ["terms"] = new JsonObject([.. m.Ratios.Select(r => KeyValuePair.Create(Name(r.Level), (JsonNode?)Ratio(r)))]),
    };

    private static JsonObject? Ratio(HazardRatio r) => r.Coefficient is null ? null : new JsonObject
    {
        ["coef"] = r.Coefficient,
        ["hazard_ratio"] = r.Ratio,
        ["std_error"] = r.StandardError,
        ["z"] = r.Z,
        ["p"] = r.P,
        ["lower"] = r.Lower,
        ["upper"] = r.Upper,
    };

    private static JsonObject? Test(ChiSquaredTest? test) => test is not { } t ? null : new JsonObject { ["chi_squared"] = t.ChiSquared, ["df"] = t.DegreesOfFreedom, ["p"] = t.P };

    private static JsonObject Incidence(double years, IncidenceCurves curves)
    {
        var (touchUp, competing) = (curves.At(years, TouchUpModels.FadeTouchUp), curves.At(years, TouchUpModels.Competing));
        return new JsonObject { ["years"] = years, ["touch_up"] = touchUp.Incidence, ["touch_up_std_error"] = touchUp.StandardError, ["competing"] = competing.Incidence, ["competing_std_error"] = competing.StandardError };
    }

    private static JsonObject FailureTime(FailureTimeModel m) => new()
    {
        ["intercept"] = m.Fit.Intercept,
        ["scale"] = m.Fit.Scale,
        ["log_likelihood"] = m.Fit.LogLikelihood,
        ["aic"] = m.Fit.Aic,
        ["terms"] = new JsonObject([.. m.Columns.Zip(m.Fit.Coefficients, (c, b) => KeyValuePair.Create(Name(c), (JsonNode?)b))]),
    };

    private static string Name(DesignColumn column) => $"{column.Factor}={column.Level}";
}
