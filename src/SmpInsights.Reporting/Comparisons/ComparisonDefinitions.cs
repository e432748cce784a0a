using SmpInsights.Outcomes.Covariates;
using SmpInsights.Outcomes.Privacy;
using SmpInsights.Reporting.Documents;

namespace SmpInsights.Reporting.Comparisons;

/// <summary>What comparisons mean, in plain words.</summary>
internal static class ComparisonDefinitions
{
    public static IReadOnlyList<Definition> Of(SmallestCell smallest) =>
    [
        new("As of", "Everything is computed from what was dated on or before the month's last day. Rows that arrive later make a new revision."),
        new("Contrast lost a year", "How much of the contrast between pigmented and bare scalp is gone after a year, from a mixed model of first treatments with two or more readings after healing."),
        new("Points a year", "The difference between two such shares: 18 % against 14 % is 4 points."),
        new("As they are, and at equal …", "First the groups with the clients they happen to have; then compared among clients alike in what is named. What differs only as they are may be the clients rather than the work."),
        new("Shown", "A difference is said to be shown where so large a one would come by chance less than 5 times in 100, all pairs taken together (Holm). Not shown does not mean that there is none: the sentence says how large a one could have gone unseen."),
        new("Rate of touch-ups", "How often touch-ups for fading come in one group for each in the reference, at any time since completion (Cox's model). Touch-ups for other reasons, ended follow-up and the as-of date end the observation."),
        new("Enough data", $"Groups are compared from {Print.Integer(Comparability.MinimumUnits)} treatments on (in fading, with readings on two days), touch-ups also from {Print.Integer(Comparability.MinimumEvents)} touch-ups on."),
        new("95 % interval", "The range that would hold the true value in 95 of 100 such samples."),
        new(smallest.Mark, $"A share, rate, mean or estimate resting on fewer than {Print.Integer(smallest.Clients)} clients is not printed, nor how many they are, to protect them; nor is one that would give such a number away (withheld). Counts of what a clinic did, those still followed under a curve, and a list of single clients, may be smaller."),
    ];
}
