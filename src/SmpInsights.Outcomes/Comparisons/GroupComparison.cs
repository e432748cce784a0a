using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Covariates;
using SmpInsights.Outcomes.Fade;
using SmpInsights.Outcomes.TouchUps;
using SmpInsights.Statistics.Ranks;

namespace SmpInsights.Outcomes.Comparisons;

/// <summary>
/// Groups compared in fade and time to touch-up, as they are and adjusted for what is usual of the grouping; still raw. Every pair of groups stands once among the fade differences, in ordinal order;
/// touch-ups are held against <see cref="HazardModels.Reference"/>, the group with most treatments.
/// </summary>
internal sealed record GroupComparison(
    Covariate Grouping,
    FadeMeasures Fade,
    TimeToTouchUp Times,
    IReadOnlyList<FadeDifference> FadeDifferences,
    IReadOnlyList<string> FadeAdjustedFor,
    IReadOnlyList<HazardDifference> HazardDifferences,
    IReadOnlyList<string> HazardsAdjustedFor,
    double? ProportionalityP)
{
    public static GroupComparison Of(TreatmentCourses courses, Covariate grouping)
    {
        var fade = FadeMeasures.Of(courses, grouping);
        var units = fade.Source.Units.Where(u => u.Epoch == 0).ToList();
        var (alone, together) = (AdjustedFade.Of(courses, units, grouping, []), AdjustedFade.Of(courses, units, grouping));
        IReadOnlyList<string> fadeFactors = together is null ? [] : Others(together.Reference.Keys, grouping);
        var times = TimeToTouchUp.Of(courses, grouping);
        var hazards = times.ByGroup.Count > 1 ? TouchUpModels.Of(courses, grouping).Hazards : null;
        IReadOnlyList<string> hazardFactors = hazards is null ? [] : Others(hazards.Proportionality.Select(p => p.Factor), grouping);
        return new GroupComparison(
            grouping,
            fade,
            times,
            Pairs(fade, grouping, alone, fadeFactors.Count == 0 ? null : together),
            fadeFactors,
            hazards is null ? [] : Ratios(times, grouping, hazards, hazardFactors.Count > 0),
            hazardFactors,
            hazards?.Proportionality.FirstOrDefault(p => string.Equals(p.Factor, grouping.Name, StringComparison.Ordinal))?.Test?.P);
    }

    private static List<string> Others(IEnumerable<string> factors, Covariate grouping) => [.. factors.Where(f => !string.Equals(f, grouping.Name, StringComparison.Ordinal))];

    private static List<FadeDifference> Pairs(FadeMeasures fade, Covariate grouping, AdjustedFade? alone, AdjustedFade? together)
    {
        var (groups, pairs) = (fade.ByGroup.ToList(), new List<FadeDifference>());
        for (var i = 0; i < groups.Count; i++)
        {
            for (var j = i + 1; j < groups.Count; j++)
            {
                var (a, b) = (groups[i], groups[j]);
                var shortage = Comparability.OfPair(a.Value.Units, b.Value.Units);
                FadePoints? Points(AdjustedFade? model) =>
                    shortage is null && model?.Pairs.FirstOrDefault(p => string.Equals(p.A, a.Key, StringComparison.Ordinal) && string.Equals(p.B, b.Key, StringComparison.Ordinal)) is { } pair ? FadePoints.Of(model, grouping.Name, pair) : null;
                pairs.Add(new FadeDifference(a.Key, b.Key, a.Value.Clients, b.Value.Clients, shortage, Points(alone), Points(together)));
            }
        }

        return pairs;
    }

    private static List<HazardDifference> Ratios(TimeToTouchUp times, Covariate grouping, HazardModels hazards, bool isAdjusted)
    {
        var reference = times.ByGroup[hazards.Reference];
        var groups = times.ByGroup.Where(g => !string.Equals(g.Key, hazards.Reference, StringComparison.Ordinal)).ToList();
        var shortages = groups.ConvertAll(g => g.Value.Shortage ?? reference.Shortage);
        var (before, after) = (Of(hazards.Unadjusted), isAdjusted ? Of(hazards.Adjusted) : groups.ConvertAll(_ => (RateRatio?)null));
        return [.. groups.Select((g, i) => new HazardDifference(g.Key, hazards.Reference, g.Value.Clients, reference.Clients, shortages[i], before[i], after[i]))];

        List<RateRatio?> Of(HazardModel model)
        {
            var ratios = groups.Select((g, i) => shortages[i] is null ? model.Ratios.First(r => string.Equals(r.Level.Factor, grouping.Name, StringComparison.Ordinal) && string.Equals(r.Level.Level, g.Key, StringComparison.Ordinal)) : null).ToList();
            var holm = Holm.Adjust([.. ratios.Select(r => r?.P)]);
            return [.. ratios.Select((r, i) => r is { Ratio: { } value, Lower: { } lower, Upper: { } upper } && holm[i] is { } p ? new RateRatio(value, lower, upper, p) : null)];
        }
    }
}
