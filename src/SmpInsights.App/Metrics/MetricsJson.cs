using System.Globalization;
using System.Text.Json.Nodes;
using SmpInsights.Outcomes.Covariates;
using SmpInsights.Outcomes.Fade;
using SmpInsights.Outcomes.Finance;
using SmpInsights.Outcomes.Input;
using SmpInsights.Outcomes.Operations;
using SmpInsights.Outcomes.Satisfaction;
using SmpInsights.Outcomes.TouchUps;
using SmpInsights.Statistics.Survival;

namespace SmpInsights.App.Metrics;

/// <summary>The metrics as a document: the analyst's raw view. Null is "not estimable, or not enough data".</summary>
internal static class MetricsJson
{
    /// <summary>The key of the whole beside those of the groups.</summary>
    private const string All = "all";

    private const string AfterFirst = "after_first_touch_up";

    private const string ReadingsBefore = "fade_touch_ups_with_a_reading_before";

    private const string Trust = "trust";

    private const string Clients = "clients";

    /// <summary>Keys that stand beside the ids of groups; a group of such an id is told apart.</summary>
    private static readonly string[] Reserved = [All, AfterFirst, ReadingsBefore, Trust, Clients, "adjusted"];

    internal static readonly double[] Years = [1, 2, 3];

    public static JsonObject Of(MetricsDocument m, bool clients)
    {
        var touchUps = m.Compared.TouchUps;
        var document = new JsonObject { ["as_of"] = Date(m.AsOf), ["by"] = m.By.Option, ["time_to_touch_up"] = Groups(m.By.Covariate.Name, Curve(touchUps.All), touchUps.ByGroup, Curve) };
        if (touchUps.All is not null)
            document["time_to_touch_up"]![All]!["median_if_censored_at_last_contact"] = touchUps.MedianAtLastContact;
        if (touchUps.BetweenTouchUps is { } between)
            document["time_between_touch_ups"] = new JsonObject { [All] = Curve(between) };
        if (m.Compared.Models.Incidence is { } incidence)
            document["cumulative_incidence"] = ModelsJson.Incidence(incidence);
        ForecastJson.AddTo(document, m.Forecast, m.Recall);
        if (m.HasReadings)
        {
            document["fade"] = Fade(m, clients);
            document["reading_coverage"] = Groups(Covariate.Practitioner.Name, TrustJson.Coverage(m.Coverage), m.CoverageByPractitioner, TrustJson.Coverage);
        }

        if (m.HasSurveys)
            document["satisfaction"] = Groups(m.By.Covariate.Name, Satisfaction(m.Satisfaction), m.SatisfactionByGroup, Satisfaction);
        if (m.WithinClinics is { } clinics)
            document["within_clinic"] = new JsonObject([.. clinics.Select(c => KeyValuePair.Create(c.Key, (JsonNode?)Within(c.Value)))]);
        else
            ComparisonJson.AddTo(document, m.Compared);
        if (m.HasSurveys && m.HasReadings)
            document["satisfaction_and_fade"] = SatisfactionAndFadeJson.Of(m.SatisfactionAndFade);
        document["operations"] = Operations(m.Activity, m.Sessions, m.Treatments, m.OpenTreatments);
        document["finance"] = new JsonObject([.. m.Finance.Select(f => KeyValuePair.Create(f.Key, (JsonNode?)Finance(f.Value)))]);
        WatchingJson.AddTo(document, m.Watching);
        return document;
    }

    private static JsonObject Within(GroupComparisons clinic)
    {
        var node = new JsonObject();
        ComparisonJson.AddTo(node, clinic);
        return node;
    }

    /// <summary>The whole first, then a key a group; a group whose id is another key, or looks like one told apart, is told apart by the name of its grouping.</summary>
    private static JsonObject Groups<T>(string grouping, JsonNode? all, IReadOnlyDictionary<string, T> groups, Func<T, JsonNode?> one)
    {
        var node = new JsonObject { [All] = all };
        foreach (var (id, group) in groups)
            node[Reserved.Contains(id, StringComparer.Ordinal) || id.StartsWith(grouping + "=", StringComparison.Ordinal) ? $"{grouping}={id}" : id] = one(group);
        return node;
    }

    private static JsonObject? Curve(TouchUpCurve? curve)
    {
        if (curve is null)
            return null;
        var c = curve.Curve;
        return new JsonObject
        {
            ["n"] = c.Subjects,
            ["events"] = c.Events,
            ["person_years"] = c.PersonTime,
            ["median"] = c.Median.Value,
            ["median_lower"] = c.Median.Lower,
            ["median_upper"] = c.Median.Upper,
            ["survival"] = new JsonArray([.. Years.Select(y => Point(y, c.At(y)))]),
            ["rmst_3y"] = curve.RestrictedMean.Value,
            ["rmst_3y_std_error"] = curve.RestrictedMean.StandardError,
        };
    }

    private static JsonObject Point(double years, SurvivalPoint p) => new() { ["years"] = years, ["survival"] = p.Survival, ["std_error"] = p.StandardError, ["lower"] = p.Lower, ["upper"] = p.Upper, ["at_risk"] = p.AtRisk };

    private static JsonObject Fade(MetricsDocument m, bool clients)
    {
        var fade = Groups(m.By.Covariate.Name, Fade(m.Fade.All), m.Fade.ByGroup, Fade);
        if (m.Fade.AfterFirstTouchUp.Estimate is not null)
            fade[AfterFirst] = Fade(m.Fade.AfterFirstTouchUp);
        if (m.Fade.ReadingsBefore is { Share: { } share } before)
            fade[ReadingsBefore] = new JsonObject { ["touch_ups"] = before.TouchUps, ["with_reading"] = before.WithReading, ["share"] = share };
        if (m.FadeTrust is { } trust)
            fade[Trust] = TrustJson.Trust(trust, m.Fade.ReadingsBefore);
        if (clients)
            fade[Clients] = ClientsJson.Of(m.Clients);
        return fade;
    }

    private static JsonObject? Fade(FadeGroup group)
    {
        if (group.Estimate is not { } e)
            return null;
        var node = Model(e);
        node["fade_per_year"] = e.FadePerYear;
        node["fade_per_year_lower"] = e.FadePerYearLower;
        node["fade_per_year_upper"] = e.FadePerYearUpper;
        node["half_life_years"] = e.HalfLifeYears;
        node["half_life_years_lower"] = e.HalfLifeYearsLower;
        node["half_life_years_upper"] = e.HalfLifeYearsUpper;
        node["years_to_threshold"] = e.YearsToThreshold;
        node["years_to_threshold_lower"] = e.YearsToThresholdLower;
        node["years_to_threshold_upper"] = e.YearsToThresholdUpper;
        return node;
    }

    /// <summary>What every mixed model of fade has.</summary>
    internal static JsonObject Model(FadeEstimate e) => new()
    {
        ["units"] = e.Units,
        ["readings"] = e.Readings,
        ["clients"] = e.Clients,
        ["sd_intercept"] = e.Fit.SdIntercept,
        ["sd_slope"] = e.Fit.SdSlope,
        ["correlation"] = e.Fit.Correlation,
        ["sd_residual"] = e.Fit.SdResidual,
        ["smallest_real_change"] = e.SmallestRealChange,
        ["reml_criterion"] = e.Fit.RemlCriterion,
        ["boundary"] = e.Fit.IsBoundary,
        ["slope"] = e.Slope,
        ["slope_std_error"] = e.SlopeStandardError,
    };

    private static JsonObject Satisfaction(SatisfactionMeasure s)
    {
        var node = new JsonObject { ["sent"] = s.Sent, ["responded"] = s.Responded };
        if (s.Satisfied.Answers == 0 || s.Promoters.Answers == 0)
            return node;
        node["mean"] = s.Mean;
        node["standard_deviation"] = s.StandardDeviation;
        node["top_two_box"] = s.Satisfied.Share;
        node["top_two_box_lower"] = s.Satisfied.Interval?.Lower;
        node["top_two_box_upper"] = s.Satisfied.Interval?.Upper;
        node["nps"] = s.Promoters.Points;
        node["nps_lower"] = s.Promoters.Interval?.Lower;
        node["nps_upper"] = s.Promoters.Interval?.Upper;
        return node;
    }

    private static JsonObject Operations(ActivityMonth activity, SessionsPerTreatment sessions, int treatments, int open) => new()
    {
        ["month"] = activity.Month.ToString(),
        ["sessions_completed"] = activity.Completed,
        ["sessions_cancelled"] = activity.Cancelled,
        ["sessions_no_show"] = activity.NoShow,
        ["treatments_completed"] = treatments,
        ["treatments_open"] = open,
        ["treatments_finished_in_month"] = activity.TreatmentsFinished,
        ["sessions_per_treatment"] = sessions.Mean,
        ["touch_ups"] = new JsonObject([.. Enum.GetValues<TouchUpReason>().Select(r => KeyValuePair.Create(Snake(r.ToString()), (JsonNode?)activity.TouchUpsByReason[(int)r]))]),
        ["touch_ups_under_warranty"] = activity.UnderWarranty,
        ["adverse_events"] = activity.AdverseEvents,
    };

    private static JsonObject Finance(Takings t) => new() { ["payments"] = t.Payments, ["gross"] = t.Gross, ["refunds"] = t.Refunds, ["received"] = t.Received, ["tax"] = t.Tax, ["net"] = t.Net };

    internal static string Snake(string name) => string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? "_" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));

    internal static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
