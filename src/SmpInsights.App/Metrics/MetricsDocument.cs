using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Covariates;
using SmpInsights.Outcomes.Fade;
using SmpInsights.Outcomes.Finance;
using SmpInsights.Outcomes.Forecast;
using SmpInsights.Outcomes.Input;
using SmpInsights.Outcomes.Operations;
using SmpInsights.Outcomes.Satisfaction;
using SmpInsights.Outcomes.Time;

namespace SmpInsights.App.Metrics;

/// <summary>
/// Every metric of the stored rows as of a date: outcomes to date; operations and finance of the month that the date lies in, up to it; finance by currency.
/// <paramref name="WithinClinics"/> holds the comparisons of each clinic where groups are compared within clinics only, null where they are compared at large.
/// </summary>
internal sealed record MetricsDocument(
    DateOnly AsOf,
    Grouping By,
    GroupComparisons Compared,
    IReadOnlyDictionary<string, GroupComparisons>? WithinClinics,
    TouchUpForecast Forecast,
    IReadOnlyList<RecallRow> Recall,
    FadeMeasures Fade,
    FadeTrust? FadeTrust,
    IReadOnlyList<ClientFade> Clients,
    ReadingCoverage Coverage,
    IReadOnlyDictionary<string, ReadingCoverage> CoverageByPractitioner,
    SatisfactionMeasure Satisfaction,
    IReadOnlyDictionary<string, SatisfactionMeasure> SatisfactionByGroup,
    SatisfactionAndFade SatisfactionAndFade,
    ActivityMonth Activity,
    SessionsPerTreatment Sessions,
    IReadOnlyDictionary<string, Takings> Finance,
    int Treatments,
    int OpenTreatments,
    bool HasReadings,
    bool HasSurveys,
    WatchingMetrics Watching)
{
    public static MetricsDocument Of(ClinicData data, DateOnly asOf, Grouping by)
    {
        var courses = TreatmentCourses.Of(data, asOf);
        var month = ReportMonth.Of(asOf);
        var fade = FadeMeasures.Of(courses, by.Covariate);
        var forecast = TouchUpForecast.Of(courses);
        return new MetricsDocument(
            asOf,
            by,
            GroupComparisons.Of(courses, fade.Source, by.Covariate),
            by.Covariate.Clinics == ClinicRole.Boundary ? courses.ByClinic().ToDictionary(c => c.Key, c => GroupComparisons.Of(c.Value, FadeUnits.Of(c.Value), by.Covariate), StringComparer.Ordinal) : null,
            forecast,
            RecallList.Of(forecast),
            fade,
            fade.All.Estimate is { } estimate ? FadeTrust.Of(estimate.Model) : null,
            ClientFade.Of(courses, fade),
            ReadingCoverage.Of(courses, fade.Source),
            ReadingCoverage.ByGroup(courses, fade.Source),
            SatisfactionMeasure.Of(courses),
            SatisfactionMeasure.ByGroup(courses, grouping: by.Covariate),
            SatisfactionAndFade.Of(courses, fade),
            ActivityMonth.Of(courses, [month])[0],
            SessionsPerTreatment.Of(courses, new MonthSpan(month, month)),
            data.Clinics.Currency.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToDictionary(c => c, c => Revenue.ByMonth(courses.Data, c).GetValueOrDefault(month), StringComparer.Ordinal),
            courses.All.Count,
            courses.Open,
            data.Assessments.Count > 0,
            data.Surveys.Count > 0,
            WatchingMetrics.Of(data, courses));
    }
}
