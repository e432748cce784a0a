using SmpInsights.Outcomes.Privacy;
using SmpInsights.Reporting.Comparisons;
using SmpInsights.Reporting.Documents;

namespace SmpInsights.Reporting.Networks;

/// <summary>What each number of the network's report means, in plain words.</summary>
internal static class NetworkDefinitions
{
    public static IReadOnlyList<Definition> Of(SmallestCell smallest) =>
    [
        .. ComparisonDefinitions.Of(smallest),
        new("Funnel", "The lines that 95 and 99.8 in 100 equally good clinics would lie within, by their number of answers: few answers stray far by chance alone. A place within the funnel says nothing of who is better."),
        new("Takings", "Gross: payments, tax included. Received: gross less refunds. Net: received less tax. A table a currency; currencies are never added together."),
    ];
}
