using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.TouchUps;

namespace SmpInsights.Outcomes.Forecast;

/// <summary>
/// Touch-ups for fading in the months to come, of treatments completed by the as-of date, a clinic each. A treatment counts once at most: with the touch-up that ends its present epoch.
/// Another ending before it, as recorded in the past, prevents it.
/// </summary>
public sealed record TouchUpForecast(TreatmentCourses Courses, IReadOnlyList<ClinicForecast> Clinics)
{
    /// <param name="courses">What is known at the as-of date.</param>
    /// <param name="draws">How it is simulated; as usual where null.</param>
    /// <param name="cancellation">Stops the simulation.</param>
    /// <returns>A forecast a clinic, in order of its id.</returns>
    public static TouchUpForecast Of(TreatmentCourses courses, ForecastDraws? draws = null, CancellationToken cancellation = default)
    {
        var (first, between) = (TouchUpTimes.First(courses).ToLookup(s => s.Course.Clinic), TouchUpTimes.Between(courses).ToLookup(s => s.Course.Clinic));
        return new TouchUpForecast(courses, [.. Enumerable.Range(0, courses.Data.Clinics.Count).Select(c => ClinicForecast.Of(courses, c, first, between, draws ?? ForecastDraws.Usual, cancellation))]);
    }
}
