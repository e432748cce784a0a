using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Covariates;
using SmpInsights.Outcomes.TouchUps;

namespace SmpInsights.Outcomes.Fade;

/// <summary>The fade of one group, with the units there were even where they do not suffice for an estimate.</summary>
public sealed record FadeGroup(int Units, int Clients, FadeEstimate? Estimate);

/// <summary>Fade touch-ups with a reading in the 30 days before: below <see cref="Trusted"/> fading is probably understated, since readings then stop early just for those who fade fast.</summary>
public sealed record ReadingsBeforeTouchUp(int TouchUps, int WithReading, int Clients)
{
    public const int Days = 30;

    public const double Trusted = 0.80;

    /// <summary>Null without fade touch-ups.</summary>
    public double? Share => TouchUps == 0 ? null : (double)WithReading / TouchUps;

    /// <summary>Whether fading is probably understated; null without fade touch-ups.</summary>
    public bool? IsUnderstated => Share is { } share ? share < Trusted : null;
}

/// <summary>
/// Fade of first epochs, overall and by group (technique unless said otherwise; ordinally sorted, groups with units only), and after the first touch-up.
/// First epochs only: fast faders would otherwise supply more epochs and bias the mean.
/// </summary>
public sealed record FadeMeasures(FadeGroup All, IReadOnlyDictionary<string, FadeGroup> ByGroup, FadeGroup AfterFirstTouchUp, ReadingsBeforeTouchUp ReadingsBefore, FadeUnits Source)
{
    /// <param name="courses">Whose readings count.</param>
    /// <param name="grouping">By what they are grouped; by technique where left out.</param>
    public static FadeMeasures Of(TreatmentCourses courses, Covariate? grouping = null)
    {
        var source = FadeUnits.Of(courses);
        var first = source.Units.Where(u => u.Epoch == 0).ToList();
        var groups = (grouping ?? Covariate.Technique).Groups(courses);
        var byGroup = new SortedDictionary<string, FadeGroup>(StringComparer.Ordinal);
        foreach (var group in first.GroupBy(u => groups(u.Course, u.Epoch), StringComparer.Ordinal))
            byGroup.Add(group.Key, GroupOf([.. group]));
        return new FadeMeasures(GroupOf(first), byGroup, GroupOf([.. source.Units.Where(u => u.Epoch == 1)]), ReadBefore(courses), source);
    }

    /// <summary>First epochs overall, nothing else.</summary>
    internal static FadeGroup AllOf(TreatmentCourses courses) => GroupOf([.. FadeUnits.Of(courses).Units.Where(u => u.Epoch == 0)]);

    private static FadeGroup GroupOf(List<FadeUnit> units) => new(units.Count, units.DistinctBy(u => u.Course.Client).Count(), FadeEstimate.Of(units));

    private static ReadingsBeforeTouchUp ReadBefore(TreatmentCourses courses)
    {
        var (a, u) = (courses.Data.Assessments, courses.Data.TouchUps);
        var spells = TouchUpTimes.First(courses).Where(s => s.End == SpellEnd.FadeTouchUp).ToList();
        var faded = spells.ToDictionary(s => s.Course.Treatment, s => u.PerformedOn[s.Course.TouchUps[0]]);
        var near = new HashSet<int>();
        for (var i = 0; i < a.Count; i++)
            if (faded.TryGetValue(a.Treatment[i], out var on) && a.AssessedOn[i] <= on && a.AssessedOn[i] > on.AddDays(-ReadingsBeforeTouchUp.Days))
                near.Add(a.Treatment[i]);
        return new ReadingsBeforeTouchUp(faded.Count, near.Count, spells.DistinctBy(s => s.Course.Client).Count());
    }
}
