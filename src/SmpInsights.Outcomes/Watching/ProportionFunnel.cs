using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Time;
using SmpInsights.Statistics.ControlCharts;

namespace SmpInsights.Outcomes.Watching;

/// <summary>
/// A proportion of several, each held against the proportion of all and against the limits of its own denominator. <paramref name="Members"/> are in ordinal order of id, those with a denominator only;
/// <paramref name="Limits"/> give the band at any denominator, <paramref name="Dispersion"/> is φ, null where all or none count.
/// </summary>
public sealed record ProportionFunnel(FunnelLimits Limits, double? Dispersion, IReadOnlyList<(FunnelMember Member, FunnelUnit Unit)> Members)
{
    /// <summary>Months of surveys pooled.</summary>
    public const int Months = 12;

    /// <summary>Of any proportion; null where nobody has a denominator.</summary>
    /// <exception cref="ArgumentException">A part is not within its whole.</exception>
    public static ProportionFunnel? Of(IEnumerable<FunnelMember> members)
    {
        FunnelMember[] sorted = [.. members.Where(m => m.Whole != 0 || m.Part != 0).OrderBy(m => m.Id, StringComparer.Ordinal)];
        return Funnel.Of([.. sorted.Select(m => m.Part)], [.. sorted.Select(m => m.Whole)]) is { } funnel
            ? new ProportionFunnel(funnel.Limits, funnel.Dispersion, [.. sorted.Zip(funnel.Units, (m, u) => (m, u!))])
            : null;
    }

    /// <summary>Satisfied clients (4 or 5 of 5) of surveys sent in the twelve months up to a month's end, by clinic.</summary>
    public static ProportionFunnel? SatisfiedByClinic(TreatmentCourses courses, ReportMonth month) => Satisfied(courses, month, _ => true, c => courses.Data.Clinics.Id[c.Clinic]);

    /// <summary>The same by the treatment's practitioner, within one clinic (a row of the clinic table).</summary>
    public static ProportionFunnel? SatisfiedByPractitioner(TreatmentCourses courses, int clinic, ReportMonth month) => Satisfied(courses, month, c => c.Clinic == clinic, c => courses.Data.Practitioners.Id[c.Practitioner]);

    private static ProportionFunnel? Satisfied(TreatmentCourses courses, ReportMonth month, Func<Course, bool> include, Func<Course, string> key)
    {
        var (q, from) = (courses.Data.Surveys, month.Add(1 - Months).First);
        return Of(Enumerable.Range(0, q.Count)
            .Where(i => q.SentOn[i] >= from && q.SentOn[i] <= month.Last && q.Satisfaction[i] is not null)
            .Select(i => (Course: courses.OfTreatment(q.Treatment[i]), Answer: q.Satisfaction[i]))
            .Where(x => x.Course is { } c && include(c))
            .GroupBy(x => key(x.Course!), StringComparer.Ordinal)
            .Select(g => new FunnelMember(g.Key, g.Count(x => x.Answer >= 4), g.Count(), g.DistinctBy(x => x.Course!.Client).Count())));
    }
}
