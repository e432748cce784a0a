using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Covariates;
using SmpInsights.Outcomes.Fade;
using SmpInsights.Outcomes.Finance;
using SmpInsights.Outcomes.Forecast;
using SmpInsights.Outcomes.Input;
using SmpInsights.Outcomes.Operations;
using SmpInsights.Outcomes.Satisfaction;
using SmpInsights.Outcomes.Time;
using SmpInsights.Outcomes.TouchUps;

namespace SmpInsights.App.Metrics;

/// <summary>Every metric of the stored rows as of a date: outcomes to date; operations and finance of the month that the date lies in, up to it; finance by currency.</summary>
internal sealed record MetricsDocument(
    DateOnly AsOf,
    TimeToTouchUp TouchUps,
    TouchUpModels Models,
    TouchUpForecast Forecast,
    IReadOnlyList<RecallRow> Recall,
    FadeMeasures Fade,
    AdjustedFade? FadeAdjusted,
    SatisfactionMeasure Satisfaction,
    IReadOnlyDictionary<string, SatisfactionMeasure> SatisfactionByTechnique,
    SatisfactionComparison? SatisfactionCompared,
    ActivityMonth Activity,
    IReadOnlyDictionary<string, Takings> Finance,
    int Treatments,
    int OpenTreatments,
    bool HasReadings,
    bool HasSurveys)
{
    public static MetricsDocument Of(ClinicData data, DateOnly asOf)
    {
        var courses = TreatmentCourses.Of(data, asOf);
        var month = ReportMonth.Of(asOf);
        var fade = FadeMeasures.Of(courses);
        var forecast = TouchUpForecast.Of(courses);
        return new MetricsDocument(
            asOf,
            TimeToTouchUp.Of(courses),
            TouchUpModels.Of(courses),
            forecast,
            RecallList.Of(forecast),
            fade,
            AdjustedFade.Of(courses, [.. fade.Source.Units.Where(u => u.Epoch == 0)], Covariate.Technique, Covariate.UsualCovariates),
            SatisfactionMeasure.Of(courses),
            SatisfactionMeasure.ByTechnique(courses),
            SatisfactionComparison.Of(courses),
            ActivityMonth.Of(courses, [month])[0],
            data.Clinics.Currency.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToDictionary(c => c, c => Revenue.ByMonth(courses.Data, c).GetValueOrDefault(month), StringComparer.Ordinal),
            courses.All.Count,
            courses.Open,
            data.Assessments.Count > 0,
            data.Surveys.Count > 0);
    }
}
