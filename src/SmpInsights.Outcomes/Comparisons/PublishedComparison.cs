using SmpInsights.Outcomes.Fade;
using SmpInsights.Outcomes.Privacy;
using SmpInsights.Outcomes.TouchUps;

namespace SmpInsights.Outcomes.Comparisons;

/// <summary>
/// A comparison as it may be printed. Groups are in ordinal order of id; a difference is there only where both of its groups may be printed. <paramref name="FadeAdjustedFor"/> and
/// <paramref name="HazardsAdjustedFor"/> name the covariates that vary; <paramref name="ProportionalityP"/> is the p of the test that hazard ratios stay the same over time, null where there is none.
/// </summary>
public sealed record PublishedComparison(
    IReadOnlyDictionary<string, Published<FadeGroup>> Fade,
    IReadOnlyDictionary<string, Published<TouchUpCurve>> Times,
    IReadOnlyList<FadeDifference> FadeDifferences,
    IReadOnlyList<string> FadeAdjustedFor,
    IReadOnlyList<HazardDifference> HazardDifferences,
    IReadOnlyList<string> HazardsAdjustedFor,
    double? ProportionalityP)
{
    /// <param name="raw">What was computed.</param>
    /// <param name="fade">What becomes of each group's fade.</param>
    /// <param name="times">What becomes of each group's time to touch-up.</param>
    internal static PublishedComparison Of(GroupComparison raw, Func<string, Disclosure> fade, Func<string, Disclosure> times)
    {
        var (fades, curves) = (new SortedDictionary<string, Published<FadeGroup>>(StringComparer.Ordinal), new SortedDictionary<string, Published<TouchUpCurve>>(StringComparer.Ordinal));
        foreach (var (group, value) in raw.Fade.ByGroup)
            fades.Add(group, Published<FadeGroup>.As(fade(group), value));
        foreach (var (group, value) in raw.Times.ByGroup)
            curves.Add(group, Published<TouchUpCurve>.As(times(group), value));
        var ratios = raw.HazardDifferences.Where(d => curves[d.Group].Value is not null && curves[d.Reference].Value is not null).ToList();
        return new PublishedComparison(
            fades,
            curves,
            [.. raw.FadeDifferences.Where(d => fades[d.A].Value is not null && fades[d.B].Value is not null)],
            raw.FadeAdjustedFor,
            ratios,
            raw.HazardsAdjustedFor,
            ratios.Exists(r => r.Adjusted is not null) ? raw.ProportionalityP : null);
    }
}
