using SmpInsights.Outcomes.Privacy;
using SmpInsights.Outcomes.Satisfaction;
using SmpInsights.Outcomes.Time;
using SmpInsights.Outcomes.Watching;

namespace SmpInsights.Outcomes.Published;

/// <summary>
/// Satisfied clients by practitioner, of the pooled months of the question. The funnel is made of the practitioners printed only, so that neither its line nor its limits tell of others; null below two of
/// them. <paramref name="Members"/> by id, ordinally sorted, hidden ones too.
/// </summary>
public sealed record PublishedFunnel(MonthSpan? Months, IReadOnlyDictionary<string, Published<TopTwoBox>> Members, ProportionFunnel? Funnel)
{
    internal static PublishedFunnel Of(PublishedSatisfaction satisfaction)
    {
        var members = satisfaction.SatisfiedByPractitioner;
        FunnelMember[] shown = [.. members.Where(g => g.Value.Value is { Answers: > 0 }).Select(g => new FunnelMember(g.Key, g.Value.Value!.Top, g.Value.Value.Answers, g.Value.Value.Clients))];
        return new PublishedFunnel(satisfaction.Satisfied.PooledSpan, members, shown.Length < 2 ? null : ProportionFunnel.Of(shown));
    }
}
