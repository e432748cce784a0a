using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Input;
using SmpInsights.Outcomes.Time;
using SmpInsights.Outcomes.Watching;

namespace SmpInsights.App.Metrics;

/// <summary>The watched series of each clinic and the funnels, up to the last month that is over on the as-of day: half a month beside whole ones would look like a fall. By clinic id.</summary>
internal sealed record WatchingMetrics(ReportMonth Month, IReadOnlyDictionary<string, IReadOnlyList<WatchedSeries>> Series, ProportionFunnel? Clinics, IReadOnlyDictionary<string, ProportionFunnel?> Practitioners)
{
    public static WatchingMetrics Of(ClinicData data, TreatmentCourses courses)
    {
        var month = ReportMonth.Of(courses.AsOf);
        if (month.Last > courses.AsOf)
            month = month.Previous;
        var clinics = data.Clinics;
        return new WatchingMetrics(
            month,
            ByClinic(clinics, k => WatchedMeasures.Of(TreatmentCourses.Of(data.OfClinic(k), courses.AsOf), clinics.Currency[k], month)),
            ProportionFunnel.SatisfiedByClinic(courses, month),
            ByClinic(clinics, k => ProportionFunnel.SatisfiedByPractitioner(courses, k, month)));
    }

    private static Dictionary<string, T> ByClinic<T>(ClinicColumns clinics, Func<int, T> one) =>
        Enumerable.Range(0, clinics.Count).ToDictionary(k => clinics.Id[k], one, StringComparer.Ordinal);
}
