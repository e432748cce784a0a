using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Fade;
using SmpInsights.Outcomes.Privacy;
using SmpInsights.Outcomes.Time;

namespace SmpInsights.Outcomes.Published;

/// <summary>Fade as it may be printed; by technique id, ordinally sorted.</summary>
public sealed record PublishedFade(Published<FadeGroup> All, IReadOnlyDictionary<string, Published<FadeGroup>> ByTechnique, Published<FadeGroup> AfterFirstTouchUp, Published<ReadingsBeforeTouchUp> ReadingsBefore)
{
    internal static PublishedFade Of(FadeMeasures fade, (Disclosure Total, IReadOnlyDictionary<string, Disclosure> Groups) decided, SmallestCell smallest) => new(
        Published<FadeGroup>.As(decided.Total, fade.All),
        new SortedDictionary<string, Published<FadeGroup>>(fade.ByGroup.ToDictionary(g => g.Key, g => Published<FadeGroup>.As(decided.Groups[g.Key], g.Value), StringComparer.Ordinal), StringComparer.Ordinal),
        Published<FadeGroup>.Alone(smallest, fade.AfterFirstTouchUp.Clients, fade.AfterFirstTouchUp),
        Published<ReadingsBeforeTouchUp>.Alone(smallest, fade.ReadingsBefore.Clients, fade.ReadingsBefore));

    /// <summary>A first epoch counts from the day it has two readings by one method, and its group changes with every reading after.</summary>
    internal static IEnumerable<GroupChange> Changes(FadeUnits source, string[] techniques) => Changes(source, c => techniques[c.Technique]);

    /// <summary>The same by any grouping of treatments.</summary>
    internal static IEnumerable<GroupChange> Changes(FadeUnits source, Func<Course, string> group) => source.Units.Where(u => u.Epoch == 0).SelectMany(u =>
        u.Years.Select(y => u.StartedOn.AddDays(OutcomeTime.HealingDays + (int)Math.Round(y * OutcomeTime.DaysPerYear)))
            .Append(u.Since).Where(on => on >= u.Since)
            .Select(on => new GroupChange(group(u.Course), u.Course.Client, ReportMonth.Of(on))));
}
