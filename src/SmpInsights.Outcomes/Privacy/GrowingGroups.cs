using SmpInsights.Outcomes.Time;

namespace SmpInsights.Outcomes.Privacy;

/// <summary>
/// What becomes of groups that only grow, and of their total, printed anew each month. The months are gone through from the first one on, as the reports were, so a hidden group
/// and those that cover it stay hidden until enough else has changed, and a month decided once is decided for good.
/// </summary>
public sealed class GrowingGroups
{
    private static readonly (Disclosure Total, IReadOnlyDictionary<string, Disclosure> Groups) Nobody = (Disclosure.Shown, new Dictionary<string, Disclosure>(StringComparer.Ordinal));

    private readonly List<(ReportMonth Month, (Disclosure Total, IReadOnlyDictionary<string, Disclosure> Groups) Decided)> _months = [];

    public GrowingGroups(IEnumerable<GroupChange> changes, ReportMonth last, SmallestCell smallest)
    {
        var releases = new Suppression(smallest);
        var groups = new SortedDictionary<string, (HashSet<int> Clients, List<string> Parts)>(StringComparer.Ordinal);
        foreach (var month in changes.Where(c => c.Month <= last).GroupBy(c => c.Month).OrderBy(m => m.Key))
        {
            foreach (var change in month.OrderBy(c => c.Group, StringComparer.Ordinal))
            {
                if (!groups.TryGetValue(change.Group, out var group))
                    groups.Add(change.Group, group = ([], []));
                group.Clients.Add(change.Client);
                var part = change.Group + " in " + month.Key;
                if (group.Parts.Count == 0 || !string.Equals(group.Parts[^1], part, StringComparison.Ordinal))
                    group.Parts.Add(part);
            }

            TableCell[] cells =
            [
                .. groups.Select(g => new TableCell("groups", g.Key, g.Value.Clients.Count, [.. g.Value.Parts])),
                new TableCell("groups", "all", groups.Values.SelectMany(g => g.Clients).Distinct().Count(), [.. groups.Values.SelectMany(g => g.Parts)]),
            ];
            var decided = releases.Release(cells, [new Margin(groups.Count, [.. Enumerable.Range(0, groups.Count)])]);
            _months.Add((month.Key, (decided[^1], groups.Keys.Zip(decided).ToDictionary(x => x.First, x => x.Second, StringComparer.Ordinal))));
        }
    }

    /// <summary>The total and each group as of a month's end; a group without anybody by then is not among them.</summary>
    public (Disclosure Total, IReadOnlyDictionary<string, Disclosure> Groups) At(ReportMonth month)
    {
        var at = _months.FindLastIndex(m => m.Month <= month);
        return at < 0 ? Nobody : _months[at].Decided;
    }
}
