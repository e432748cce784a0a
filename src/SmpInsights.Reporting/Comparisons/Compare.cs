using SmpInsights.Outcomes.Comparisons;
using SmpInsights.Outcomes.Privacy;

namespace SmpInsights.Reporting.Comparisons;

/// <summary>A comparison with the words for it.</summary>
/// <param name="Id">What its figures' and tables' ids begin with.</param>
/// <param name="What">What the groups are: "technique".</param>
/// <param name="Between">How titles say what is compared: "by technique".</param>
/// <param name="Name">A group's name in tables and figures.</param>
/// <param name="Work">A group's work, as the subject of a sentence: "work at Clinic 1".</param>
/// <param name="Published">The numbers.</param>
/// <param name="Smallest">The threshold.</param>
/// <param name="AsOf">The month's last day.</param>
internal sealed record Compare(string Id, string What, string Between, Func<string, string> Name, Func<string, string> Work, PublishedComparison Published, SmallestCell Smallest, DateOnly AsOf)
{
    /// <summary>Pairs drawn and read out at most; of more, those with the group that has most clients.</summary>
    private const int MostPairs = 15;

    /// <summary>All pairs, the faster group first, so that points are above 0; where one group is the reader's own, that first.</summary>
    public IReadOnlyList<FadeDifference> Differences => HasOwn ? Published.FadeDifferences : [.. Published.FadeDifferences.Select(d => d.FasterFirst)];

    /// <summary>A group's name within a title or a row, where it differs from <see cref="Name"/>: "the rest of the clinic".</summary>
    public Func<string, string> Against { get; init; } = Name;

    /// <summary>Whether one of the groups is the reader's own.</summary>
    public bool HasOwn { get; init; }

    /// <summary>Every pair, or where there are too many to look at, each group against the one with most clients.</summary>
    public IReadOnlyList<FadeDifference> Pairs
    {
        get
        {
            if (Differences.Count <= MostPairs)
                return Differences;
            var most = Published.Fade.Where(g => g.Value.Value is not null).MaxBy(g => g.Value.Value!.Clients).Key;
            return [.. Differences.Where(d => string.Equals(d.A, most, StringComparison.Ordinal) || string.Equals(d.B, most, StringComparison.Ordinal))];
        }
    }
}
