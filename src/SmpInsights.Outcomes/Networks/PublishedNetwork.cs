using SmpInsights.Outcomes.Comparisons;
using SmpInsights.Outcomes.Fade;
using SmpInsights.Outcomes.Privacy;
using SmpInsights.Outcomes.Published;
using SmpInsights.Outcomes.Satisfaction;
using SmpInsights.Outcomes.Time;
using SmpInsights.Outcomes.Watching;

namespace SmpInsights.Outcomes.Networks;

/// <summary>
/// What the report of all clinics may say. Clinics are in order of id. <paramref name="Satisfied"/> holds the pooled months that each clinic's own report prints, so that the two can't be subtracted; null
/// before a clinic's first months suffice. <paramref name="Funnel"/> rests on those alone. <paramref name="Watched"/> are counts, money and shares of printed counts: what a clinic's own report prints month by month; without those that have no month yet.
/// </summary>
public sealed record PublishedNetwork(
    ReportMonth Month,
    SmallestCell Smallest,
    IReadOnlyList<ClinicActivity> Clinics,
    IReadOnlyDictionary<string, PublishedPeriod<SatisfactionAnswers>?> Satisfied,
    ProportionFunnel? Funnel,
    PublishedComparison Comparison,
    FadeTrust? Trust,
    IReadOnlyDictionary<string, IReadOnlyList<PublishedWatch>> Watched)
{
    /// <summary>What is watched clinic by clinic: answers to surveys are not, since their months are put together until enough clients answered.</summary>
    public static IReadOnlyList<WatchedMeasure> WatchedHere { get; } = [WatchedMeasures.Sessions, WatchedMeasures.NotHeld, WatchedMeasures.Warranty, WatchedMeasures.Received];

    /// <summary>Hides what rests on fewer clients than <paramref name="smallest"/>, and what would give that away, in this report and beside those of the months before.</summary>
    public static PublishedNetwork Of(NetworkMonth m, SmallestCell smallest)
    {
        var satisfied = new SortedDictionary<string, PublishedPeriod<SatisfactionAnswers>?>(m.Clinics.ToDictionary(c => c.Facts.Id, c => SatisfiedOf(c, m.Month, smallest), StringComparer.Ordinal), StringComparer.Ordinal);
        var fade = Decided(m, smallest, c => PublishedFade.Changes(c.Fade.Source, c.Courses.Data.Techniques.Id));
        var times = Decided(m, smallest, c => PublishedTouchUps.Changes(c.Courses));
        return new PublishedNetwork(
            m.Month,
            smallest,
            [.. m.Clinics.Select(c => c.Activity)],
            satisfied,
            ProportionFunnel.Of(satisfied.Where(s => s.Value?.Value.Value is not null).Select(s => Member(s.Key, s.Value!.Value.Value!.Satisfied))),
            PublishedComparison.Of(m.Comparison, fade, times),
            m.Trust,
            m.Clinics.ToDictionary(c => c.Facts.Id, c => (IReadOnlyList<PublishedWatch>)[.. WatchedHere.Select(w => PublishedWatch.OfClinic(c.Watched.First(s => s.Measure == w), c.Courses, m.Month, smallest)).OfType<PublishedWatch>()], StringComparer.Ordinal));
    }

    private static FunnelMember Member(string clinic, TopTwoBox answers) => new(clinic, answers.Top, answers.Answers, answers.Clients);

    private static PublishedPeriod<SatisfactionAnswers>? SatisfiedOf(NetworkClinic clinic, ReportMonth month, SmallestCell smallest)
    {
        var q = clinic.Courses.Data.Surveys;
        return new SurveyQuestion(clinic.Courses, i => q.Satisfaction[i] is null ? null : q.RespondedOn[i], month, smallest).Series(s => new SatisfactionAnswers(s.Mean, s.Distribution, s.Satisfied)).Pooled;
    }

    /// <summary>A clinic's number is hidden as the total of its own report is, so that neither gives the other away. Nothing is printed of all clinics together, which subtraction could use.</summary>
    private static Func<string, Disclosure> Decided(NetworkMonth m, SmallestCell smallest, Func<NetworkClinic, IEnumerable<GroupChange>> changes)
    {
        var totals = m.Clinics.ToDictionary(c => c.Facts.Id, c => Total(changes(c).ToList()), StringComparer.Ordinal);
        return clinic => totals[clinic];

        Disclosure Total(List<GroupChange> all) => smallest.IsSmall(all.DistinctBy(c => c.Client).Count()) ? Disclosure.Small : new GrowingGroups(all, m.Month, smallest).At(m.Month).Total;
    }
}
