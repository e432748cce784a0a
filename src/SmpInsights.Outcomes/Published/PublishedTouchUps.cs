using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Privacy;
using SmpInsights.Outcomes.Time;
using SmpInsights.Outcomes.TouchUps;
using SmpInsights.Statistics.Survival;

namespace SmpInsights.Outcomes.Published;

/// <summary>
/// Time to touch-up as it may be printed; by technique id, ordinally sorted. <paramref name="All"/> is null while no treatment is completed, <paramref name="BetweenTouchUps"/> without touch-ups;
/// <paramref name="MedianAtLastContact"/> also where all are hidden.
/// </summary>
public sealed record PublishedTouchUps(Published<TouchUpCurve>? All, IReadOnlyDictionary<string, Published<TouchUpCurve>> ByTechnique, double? MedianAtLastContact, Published<TouchUpCurve>? BetweenTouchUps, LogRankResult? Comparison, bool? Differ)
{
    internal static PublishedTouchUps Of(TimeToTouchUp times, (Disclosure Total, IReadOnlyDictionary<string, Disclosure> Groups) decided, SmallestCell smallest) => new(
        times.All is { } all ? Published<TouchUpCurve>.As(decided.Total, all) : null,
        new SortedDictionary<string, Published<TouchUpCurve>>(times.ByGroup.ToDictionary(g => g.Key, g => Published<TouchUpCurve>.As(decided.Groups[g.Key], g.Value), StringComparer.Ordinal), StringComparer.Ordinal),
        decided.Total == Disclosure.Shown ? times.MedianAtLastContact : null,
        times.BetweenTouchUps is { } gaps ? Published<TouchUpCurve>.Alone(smallest, gaps.Clients, gaps) : null,
        times.Comparison,
        times.Differ);

    /// <summary>A treatment counts from its completion, and changes its group's counts again with its touch-up for fading.</summary>
    internal static IEnumerable<GroupChange> Changes(TreatmentCourses courses) => Changes(courses, c => courses.Data.Techniques.Id[c.Technique]);

    /// <summary>The same by any grouping of treatments.</summary>
    internal static IEnumerable<GroupChange> Changes(TreatmentCourses courses, Func<Course, string> groupOf) => TouchUpTimes.First(courses).SelectMany(s =>
    {
        var group = groupOf(s.Course);
        var completed = new GroupChange(group, s.Course.Client, ReportMonth.Of(s.Course.CompletedOn));
        return s.End == SpellEnd.FadeTouchUp ? [completed, completed with { Month = ReportMonth.Of(courses.Data.TouchUps.PerformedOn[s.Course.TouchUps[0]]) }] : new[] { completed };
    });
}
