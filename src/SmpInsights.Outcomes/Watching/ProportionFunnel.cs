using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Time;
using SmpInsights.Statistics.ControlCharts;
using SmpInsights.Statistics.Distributions;
using SmpInsights.Statistics.Intervals;

namespace SmpInsights.Outcomes.Watching;

/// <summary>
/// A proportion of several, each held against the proportion of all and against the limits of its own denominator. <paramref name="Members"/> are in ordinal order of id, those with a denominator only;
/// <paramref name="Limits"/> give the band at any denominator, <paramref name="Dispersion"/> is φ, null where all or none count, and of fewer than
/// <see cref="FewestForDispersion"/> members.
/// </summary>
public sealed record ProportionFunnel(FunnelLimits Limits, double? Dispersion, IReadOnlyList<(FunnelMember Member, FunnelUnit Unit)> Members)
{
    /// <summary>Months of surveys pooled.</summary>
    public const int Months = 12;

    /// <summary>
    /// Members from which on over-dispersion is allowed for. Winsorising pulls in less than one member at either end of so few, so a single one far off would widen the limits until it lay within
    /// them: two of three members alike and one 4 standard errors away give φ above 5.
    /// </summary>
    public const int FewestForDispersion = 5;

    private const double Tail95 = 0.025, Tail998 = 0.001;

    /// <summary>Of any proportion; null where nobody has a denominator.</summary>
    /// <exception cref="ArgumentException">A part is not within its whole.</exception>
    public static ProportionFunnel? Of(IEnumerable<FunnelMember> members)
    {
        FunnelMember[] sorted = [.. members.Where(m => m.Whole != 0 || m.Part != 0).OrderBy(m => m.Id, StringComparer.Ordinal)];
        if (Funnel.Of([.. sorted.Select(m => m.Part)], [.. sorted.Select(m => m.Whole)]) is not { } funnel)
            return null;
        var allowed = sorted.Length >= FewestForDispersion;
        var limits = allowed ? funnel.Limits : funnel.Limits with { Inflation = 1 };
        return new ProportionFunnel(limits, allowed ? funnel.Dispersion : null, [.. sorted.Zip(funnel.Units, (m, u) => (m, Placed(limits, m, u!)))]);
    }

    /// <summary>
    /// The limits by which members are judged, at a number of trials (1 or more), within [0, 1]. Interpolated upper limits lie below the count they stand for, and by much of it where there are few: of 5
    /// all satisfied are beyond the 99.8 % limit of θ = 0.7 though one in six such members is. So an upper limit is never below the largest count that chance reaches or passes oftener than the limit
    /// says, the binomial quantile; the lower limits need no such check.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="trials"/> is below 1.</exception>
    public FunnelBand Judged(int trials) => Judged(Limits, trials);

    private static FunnelBand Judged(FunnelLimits limits, int trials)
    {
        var band = limits.At(trials);
        Interval Raised(Interval limit, double tail) => limits.Target is > 0 and < 1 ? limit with { Upper = Math.Max(limit.Upper, (double)Binomial.Quantile(1 - tail, trials, limits.Target) / trials) } : limit;
        return new(Raised(band.Limits95, Tail95), Raised(band.Limits998, Tail998));
    }

    private static FunnelUnit Placed(FunnelLimits limits, FunnelMember member, FunnelUnit unit) =>
        unit with { Band = limits.At(member.Whole), Position = Judged(limits, member.Whole).Place(unit.Proportion) };

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
