using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Fade;

namespace SmpInsights.App.Metrics;

/// <summary>The prediction of one client's epoch. <paramref name="EndedOn"/> is the touch-up or end of follow-up that has ended it; null while it lasts.</summary>
internal sealed record ClientFade(string ClientId, string TreatmentId, DateOnly? EndedOn, ClientPrediction Prediction)
{
    /// <summary>Of first epochs and those after the first touch-up, each by the model of its kind; in order of treatment and epoch.</summary>
    public static IReadOnlyList<ClientFade> Of(TreatmentCourses courses, FadeMeasures fade) =>
    [
        .. new[] { fade.All.Estimate, fade.AfterFirstTouchUp.Estimate }.OfType<FadeEstimate>().SelectMany(e => ClientPrediction.Of(e.Model))
            .OrderBy(p => p.Unit.Course.Treatment).ThenBy(p => p.Unit.Epoch).Select(p => Of(courses, p)),
    ];

    private static ClientFade Of(TreatmentCourses courses, ClientPrediction prediction)
    {
        var (data, course, epoch) = (courses.Data, prediction.Unit.Course, prediction.Unit.Epoch);
        DateOnly? touchedUp = epoch < course.TouchUps.Length ? data.TouchUps.PerformedOn[course.TouchUps[epoch]] : null;
        var ended = course.FollowUpEndedOn < touchedUp ? course.FollowUpEndedOn : touchedUp ?? course.FollowUpEndedOn;
        return new ClientFade(data.Clients.Id[course.Client], data.Treatments.Id[course.Treatment], ended, prediction);
    }
}
