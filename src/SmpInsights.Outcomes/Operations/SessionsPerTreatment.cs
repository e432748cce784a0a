using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Input;
using SmpInsights.Outcomes.Time;

namespace SmpInsights.Outcomes.Operations;

/// <summary>Completed sessions of the treatments finished in some months. <paramref name="Clients"/> counts distinct clients.</summary>
public sealed record SessionsPerTreatment(int Treatments, int Clients, int Sessions)
{
    /// <summary>Null when no treatment was finished.</summary>
    public double? Mean => Treatments == 0 ? null : (double)Sessions / Treatments;

    public static SessionsPerTreatment Of(TreatmentCourses courses, MonthSpan months)
    {
        var s = courses.Data.Sessions;
        var finished = courses.All.Where(c => months.Contains(c.CompletedOn)).ToDictionary(c => c.Treatment, c => c.Client);
        return new SessionsPerTreatment(finished.Count, finished.Values.Distinct().Count(), Enumerable.Range(0, s.Count).Count(i => s.Status[i] == SessionStatus.Completed && finished.ContainsKey(s.Treatment[i])));
    }
}
