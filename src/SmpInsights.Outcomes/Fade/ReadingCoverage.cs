using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Covariates;
using SmpInsights.Outcomes.Time;
using SmpInsights.Statistics.Intervals;

namespace SmpInsights.Outcomes.Fade;

/// <summary>
/// How well first epochs are read: who is not read is not in the fade, and a practitioner who reads only those who complain makes it look steep. <paramref name="Epochs"/> are first epochs whose
/// healing window was over when they ended (with the first touch-up, the end of follow-up or the as-of date); <paramref name="Covered"/> of them are units, with two usable readings or more;
/// <paramref name="Readings"/> counts usable readings, <paramref name="Clients"/> distinct clients. A usable reading is one of a day after healing, by the epoch's usual method.
/// </summary>
public sealed record ReadingCoverage(int Epochs, int Covered, int Readings, int Clients)
{
    /// <summary>Null without such epochs.</summary>
    public double? Share => Epochs == 0 ? null : (double)Covered / Epochs;

    /// <summary>Wilson's 95 % interval of <see cref="Share"/>.</summary>
    public Interval? Interval => WilsonInterval.Of(Covered, Epochs);

    /// <summary>Usable readings an epoch, those without any included; null without such epochs.</summary>
    public double? MeanReadings => Epochs == 0 ? null : (double)Readings / Epochs;

    public static ReadingCoverage Of(TreatmentCourses courses, FadeUnits source) => Of(Healed(courses), ReadingsOf(source));

    /// <summary>By group, ordinally sorted, groups with such an epoch only.</summary>
    /// <param name="courses">Whose readings count.</param>
    /// <param name="source">Their readings.</param>
    /// <param name="grouping">By what they are grouped; by practitioner where left out.</param>
    public static IReadOnlyDictionary<string, ReadingCoverage> ByGroup(TreatmentCourses courses, FadeUnits source, Covariate? grouping = null)
    {
        var (groups, readings) = ((grouping ?? Covariate.Practitioner).Groups(courses), ReadingsOf(source));
        var covered = new SortedDictionary<string, ReadingCoverage>(StringComparer.Ordinal);
        foreach (var group in Healed(courses).GroupBy(c => groups(c, 0), StringComparer.Ordinal))
            covered.Add(group.Key, Of([.. group], readings));
        return covered;
    }

    private static ReadingCoverage Of(IReadOnlyList<Course> healed, Dictionary<int, int> readings)
    {
        int[] counts = [.. healed.Select(c => readings.GetValueOrDefault(c.Treatment))];
        return new ReadingCoverage(counts.Length, counts.Count(n => n > 1), counts.Sum(), healed.DistinctBy(c => c.Client).Count());
    }

    internal static List<Course> Healed(TreatmentCourses courses)
    {
        var touchUps = courses.Data.TouchUps.PerformedOn;
        return [.. courses.All.Where(c => c.CompletedOn.AddDays(OutcomeTime.HealingDays) is var healed
            && healed <= courses.AsOf && !(c.FollowUpEndedOn < healed) && !(c.TouchUps.Length > 0 && touchUps[c.TouchUps[0]] < healed))];
    }

    private static Dictionary<int, int> ReadingsOf(FadeUnits source) =>
        source.Units.Where(u => u.Epoch == 0).Select(u => (u.Course.Treatment, u.Sums.Count)).Concat(source.EpochsWithOneReading.Where(e => e.Epoch == 0).Select(e => (e.Course.Treatment, 1))).ToDictionary();
}
