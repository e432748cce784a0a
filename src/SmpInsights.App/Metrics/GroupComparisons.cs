using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Covariates;
using SmpInsights.Outcomes.Fade;
using SmpInsights.Outcomes.Satisfaction;
using SmpInsights.Outcomes.TouchUps;

namespace SmpInsights.App.Metrics;

/// <summary>Every comparison between the groups of one grouping.</summary>
internal sealed record GroupComparisons(TimeToTouchUp TouchUps, TouchUpModels Models, AdjustedFade? Fade, SatisfactionComparison? Satisfaction)
{
    public static GroupComparisons Of(TreatmentCourses courses, FadeUnits readings, Covariate grouping) => new(
        TimeToTouchUp.Of(courses, grouping),
        TouchUpModels.Of(courses, grouping),
        AdjustedFade.Of(courses, [.. readings.Units.Where(u => u.Epoch == 0)], grouping),
        SatisfactionComparison.Of(courses, grouping: grouping));
}
