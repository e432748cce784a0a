using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Fade;
using SmpInsights.Outcomes.Privacy;
using SmpInsights.Outcomes.Time;

namespace SmpInsights.Outcomes.Published;

/// <summary>How far the readings may be relied on; by practitioner id, ordinally sorted. <paramref name="Trust"/> is null where fade is not estimated, or hidden.</summary>
public sealed record PublishedReadings(FadeTrust? Trust, Published<ReadingCoverage> All, IReadOnlyDictionary<string, Published<ReadingCoverage>> ByPractitioner)
{
    internal static PublishedReadings Of(TreatmentCourses courses, FadeUnits source, FadeTrust? trust, ReportMonth month, SmallestCell smallest)
    {
        var (total, groups) = new GrowingGroups(Changes(courses, source), month, smallest).At(month);
        var byPractitioner = ReadingCoverage.ByGroup(courses, source).ToDictionary(g => g.Key, g => Published<ReadingCoverage>.As(groups[g.Key], g.Value), StringComparer.Ordinal);
        return new PublishedReadings(trust, Published<ReadingCoverage>.As(total, ReadingCoverage.Of(courses, source)), new SortedDictionary<string, Published<ReadingCoverage>>(byPractitioner, StringComparer.Ordinal));
    }

    /// <summary>A first epoch counts from the end of healing on, and is covered from the day of its second reading on.</summary>
    private static IEnumerable<GroupChange> Changes(TreatmentCourses courses, FadeUnits source)
    {
        var ids = courses.Data.Practitioners.Id;
        return ReadingCoverage.Healed(courses).Select(c => new GroupChange(ids[c.Practitioner], c.Client, ReportMonth.Of(c.CompletedOn.AddDays(OutcomeTime.HealingDays))))
            .Concat(source.Units.Where(u => u.Epoch == 0).Select(u => new GroupChange(ids[u.Course.Practitioner], u.Course.Client, ReportMonth.Of(u.Since))));
    }
}
