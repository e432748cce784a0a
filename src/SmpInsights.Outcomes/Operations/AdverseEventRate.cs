using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Input;
using SmpInsights.Outcomes.Time;
using SmpInsights.Statistics.Intervals;

namespace SmpInsights.Outcomes.Operations;

/// <summary>
/// Adverse events of the twelve months up to a month's end, against the treatments worked on in them (a completed session or a touch-up).
/// <paramref name="ByKind"/> is indexed by <see cref="AdverseEventKind"/>.
/// </summary>
public sealed record AdverseEventRate(int Events, int Severe, int[] ByKind, int Treatments, int Clients)
{
    public const int Months = 12;

    /// <summary>Events per 100 treatments; null when no treatment was worked on.</summary>
    public double? Per100 => Treatments == 0 ? null : 100.0 * Events / Treatments;

    /// <summary>Exact Poisson 95 % interval of <see cref="Per100"/>.</summary>
    public Interval? Interval => PoissonInterval.Of(Events, Treatments) is { } i ? new Interval(100 * i.Lower, 100 * i.Upper) : null;

    public static AdverseEventRate Of(TreatmentCourses courses, ReportMonth month)
    {
        var (data, from) = (courses.Data, month.Add(1 - Months).First);
        bool Within(DateOnly on) => on >= from && on <= month.Last;
        var (s, u, e) = (data.Sessions, data.TouchUps, data.AdverseEvents);
        var treated = new HashSet<int>(Enumerable.Range(0, s.Count).Where(i => s.Status[i] == SessionStatus.Completed && Within(s.PerformedOn[i])).Select(i => s.Treatment[i]));
        treated.UnionWith(Enumerable.Range(0, u.Count).Where(i => Within(u.PerformedOn[i])).Select(i => u.Treatment[i]));
        int[] events = [.. Enumerable.Range(0, e.Count).Where(i => Within(e.OccurredOn[i]))];
        return new AdverseEventRate(
            events.Length,
            events.Count(i => e.Severity[i] == Severity.Severe),
            [.. Enum.GetValues<AdverseEventKind>().Select(k => events.Count(i => e.Kind[i] == k))],
            treated.Count,
            treated.Select(t => data.Treatments.Client[t]).Distinct().Count());
    }
}
