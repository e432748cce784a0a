using SmpInsights.Outcomes.Courses;
using SmpInsights.Statistics.Survival;

namespace SmpInsights.Outcomes.TouchUps;

/// <summary>The curve of one group. <paramref name="Clients"/> counts distinct clients.</summary>
public sealed record TouchUpCurve(SurvivalCurve Curve, int Clients)
{
    /// <summary>Years to which the restricted mean is taken.</summary>
    public const double Horizon = 3;

    /// <summary>Fewest treatments of a group that is compared with others.</summary>
    public const int MinimumSubjects = 10;

    /// <summary>Fewest events of a group that is compared with others.</summary>
    public const int MinimumEvents = 5;

    public bool IsComparable => Curve.Subjects >= MinimumSubjects && Curve.Events >= MinimumEvents;

    public RestrictedMean RestrictedMean => Curve.RestrictedMean(Horizon);
}

/// <summary>
/// Time from completion to the first touch-up for fading, in years. <paramref name="ByTechnique"/> is keyed by technique id, ordinally sorted, without empty groups.
/// <paramref name="MedianAtLastContact"/> is the sensitivity: the median were silent clients cut at their last contact; the truth lies between.
/// Log-rank tests are null with one technique or no event; the stratified one also with one clinic. <paramref name="Comparison"/> tests only the techniques with data enough to be compared; null with fewer than two.
/// </summary>
public sealed record TimeToTouchUp(
    TouchUpCurve? All,
    IReadOnlyDictionary<string, TouchUpCurve> ByTechnique,
    double? MedianAtLastContact,
    TouchUpCurve? BetweenTouchUps,
    LogRankResult? LogRank,
    LogRankResult? LogRankByClinic,
    LogRankResult? Comparison)
{
    /// <summary>Below this p techniques are said to differ.</summary>
    public const double Significance = 0.05;

    /// <summary>Whether the compared techniques differ; null where they are not compared.</summary>
    public bool? Differ => Comparison is { } test ? test.P < Significance : null;

    public static TimeToTouchUp Of(TreatmentCourses courses)
    {
        var first = TouchUpTimes.First(courses);
        var techniques = courses.Data.Techniques.Id;
        var byTechnique = new SortedDictionary<string, TouchUpCurve>(StringComparer.Ordinal);
        foreach (var group in first.GroupBy(s => techniques[s.Course.Technique], StringComparer.Ordinal))
            byTechnique.Add(group.Key, Fit([.. group])!);

        var comparable = first.Where(s => byTechnique[techniques[s.Course.Technique]].IsComparable).ToList();
        var tested = byTechnique.Count > 1 && first.Any(s => s.End == SpellEnd.FadeTouchUp);
        return new TimeToTouchUp(
            Fit(first),
            byTechnique,
            Fit(TouchUpTimes.FirstCutAtLastContact(courses))?.Curve.Median.Value,
            Fit(TouchUpTimes.Between(courses)),
            tested ? Test(first) : null,
            tested && first.DistinctBy(s => s.Course.Clinic).Count() > 1 ? Test(first, [.. first.Select(s => s.Course.Clinic)]) : null,
            comparable.DistinctBy(s => s.Course.Technique).Count() > 1 ? Test(comparable) : null);
    }

    private static LogRankResult? Test(IReadOnlyList<Spell> spells, int[]? strata = null) => Statistics.Survival.LogRank.Test(Years(spells), Events(spells), [.. spells.Select(s => s.Course.Technique)], strata);

    private static TouchUpCurve? Fit(IReadOnlyList<Spell> spells) =>
        spells.Count == 0 ? null : new TouchUpCurve(KaplanMeier.Fit(Years(spells), Events(spells)), spells.DistinctBy(s => s.Course.Client).Count());

    private static double[] Years(IReadOnlyList<Spell> spells) => [.. spells.Select(s => s.Years)];

    private static bool[] Events(IReadOnlyList<Spell> spells) => [.. spells.Select(s => s.End == SpellEnd.FadeTouchUp)];
}
