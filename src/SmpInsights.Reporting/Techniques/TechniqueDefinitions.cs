using SmpInsights.Outcomes.Fade;
using SmpInsights.Outcomes.Privacy;
using SmpInsights.Outcomes.Techniques;
using SmpInsights.Reporting.Comparisons;
using SmpInsights.Reporting.Documents;

namespace SmpInsights.Reporting.Techniques;

/// <summary>What each number of a practitioner's report means, in plain words.</summary>
internal static class TechniqueDefinitions
{
    public static IReadOnlyList<Definition> Of(SmallestCell smallest) =>
    [
        .. ComparisonDefinitions.Of(smallest),
        new("Your clients", "Those whose treatment you are recorded for. A survey sent after a touch-up belongs to whoever did that touch-up."),
        new("The rest of the clinic", $"All others together, without names; shown only where at least {Print.Integer(OwnOrRest.MinimumColleagues)} others have clients enough. There is no ranking, here or in the data behind it."),
        new("One client's line", $"The best prediction from the client's own readings and from how all clients of the clinic fade (best linear unbiased prediction), with an {Print.Percent(ClientPrediction.Level, 0)} interval."),
    ];
}
