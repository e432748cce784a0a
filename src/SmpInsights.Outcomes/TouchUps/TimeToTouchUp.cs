using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Covariates;
using SmpInsights.Statistics.Survival;

namespace SmpInsights.Outcomes.TouchUps;

/// <summary>The curve of one group. <paramref name="Clients"/> counts distinct clients.</summary>
public sealed record TouchUpCurve(SurvivalCurve Curve, int Clients)
{
    /// <summary>Years to which the restricted mean is taken.</summary>
    public const double Horizon = 3;

    /// <summary>Fewest treatments of a group that is compared with others.</summary>
    public const int MinimumSubjects = Comparability.MinimumUnits;

    /// <summary>Fewest events of a group that is compared with others.</summary>
    public const int MinimumEvents = Comparability.MinimumEvents;

    /// <summary>What the group lacks to be compared with others; null where it has enough.</summary>
    public Shortage? Shortage => Comparability.Of(Curve.Subjects, Curve.Events);

    public bool IsComparable => Shortage is null;

    public RestrictedMean RestrictedMean => Curve.RestrictedMean(Horizon);
}

/// <summary>
/// Time from completion to the first touch-up for fading, in years. <paramref name="ByGroup"/> is by technique unless said otherwise, ordinally sorted, without empty groups.
/// <paramref name="MedianAtLastContact"/> is the sensitivity: the median were silent clients cut at their last contact; the truth lies between.
/// Log-rank tests are null with one group or no event, or where the groups may not be compared (<see cref="Covariate.Compares"/>); the stratified one also with one clinic, or where clinics are the groups.
/// <paramref name="Comparison"/> tests only the groups with data enough to be compared; null with fewer than two.
/// </summary>
public sealed record TimeToTouchUp(
    TouchUpCurve? All,
    IReadOnlyDictionary<string, TouchUpCurve> ByGroup,
    double? MedianAtLastContact,
    TouchUpCurve? BetweenTouchUps,
    LogRankResult? LogRank,
    LogRankResult? LogRankByClinic,
    LogRankResult? Comparison)
{
    /// <summary>Below this p groups are said to differ.</summary>
    public const double Significance = 0.05;

    /// <summary>Whether the compared groups differ; null where they are not compared.</summary>
    public bool? Differ => Comparison is { } test ? test.P < Significance : null;

    /// <param name="courses">Whose times count.</param>
    /// <param name="grouping">What is compared; techniques where left out.</param>
    public static TimeToTouchUp Of(TreatmentCourses courses, Covariate? grouping = null)
    {
        var (first, by) = (TouchUpTimes.First(courses), grouping ?? Covariate.Technique);
        var groups = by.Groups(courses);
        string GroupOf(Spell spell) => groups(spell.Course, 0);
        var byGroup = new SortedDictionary<string, TouchUpCurve>(StringComparer.Ordinal);
        foreach (var group in first.GroupBy(GroupOf, StringComparer.Ordinal))
            byGroup.Add(group.Key, Fit([.. group])!);

        var codes = byGroup.Keys.Index().ToDictionary(g => g.Item, g => g.Index, StringComparer.Ordinal);
        LogRankResult? Test(IReadOnlyList<Spell> spells, int[]? strata = null) => Statistics.Survival.LogRank.Test(Years(spells), Events(spells), [.. spells.Select(s => codes[GroupOf(s)])], strata);
        var comparable = first.Where(s => byGroup[GroupOf(s)].IsComparable).ToList();
        var tested = byGroup.Count > 1 && first.Any(s => s.End == SpellEnd.FadeTouchUp) && by.Compares(courses.All);
        var stratified = tested && by.Clinics == ClinicRole.Stratum && first.DistinctBy(s => s.Course.Clinic).Count() > 1;
        return new TimeToTouchUp(
            Fit(first),
            byGroup,
            Fit(TouchUpTimes.FirstCutAtLastContact(courses))?.Curve.Median.Value,
            Fit(TouchUpTimes.Between(courses)),
            tested ? Test(first) : null,
            stratified ? Test(first, [.. first.Select(s => s.Course.Clinic)]) : null,
            tested && comparable.DistinctBy(GroupOf, StringComparer.Ordinal).Count() > 1 ? Test(comparable) : null);
    }

    private static TouchUpCurve? Fit(IReadOnlyList<Spell> spells) =>
        spells.Count == 0 ? null : new TouchUpCurve(KaplanMeier.Fit(Years(spells), Events(spells)), spells.DistinctBy(s => s.Course.Client).Count());

    private static double[] Years(IReadOnlyList<Spell> spells) => [.. spells.Select(s => s.Years)];

    private static bool[] Events(IReadOnlyList<Spell> spells) => [.. spells.Select(s => s.End == SpellEnd.FadeTouchUp)];
}
