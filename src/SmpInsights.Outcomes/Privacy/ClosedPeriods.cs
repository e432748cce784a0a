using SmpInsights.Outcomes.Time;

namespace SmpInsights.Outcomes.Privacy;

/// <summary>
/// Months put together until they hold enough clients to be printed. Going forward from the first month with a client, a period closes with the month that brings its distinct
/// clients to the threshold; a closed period never changes, so no later report can print it otherwise. What is left at the end is open. Months without anybody that fall
/// between two periods belong to none.
/// </summary>
/// <param name="Closed">Oldest first.</param>
/// <param name="Open">The months since the last closed period from the first with a client on; null where there is none.</param>
public sealed record ClosedPeriods(IReadOnlyList<MonthSpan> Closed, MonthSpan? Open)
{
    /// <param name="clients">Who counts in which month.</param>
    /// <param name="last">The last month to look at.</param>
    /// <param name="smallest">How many clients close a period.</param>
    public static ClosedPeriods Of(IEnumerable<(ReportMonth Month, int Client)> clients, ReportMonth last, SmallestCell smallest)
    {
        var closed = new List<MonthSpan>();
        var seen = new HashSet<int>();
        ReportMonth? first = null;
        foreach (var month in clients.Where(c => c.Month <= last).GroupBy(c => c.Month, c => c.Client).OrderBy(g => g.Key))
        {
            first ??= month.Key;
            seen.UnionWith(month);
            if (seen.Count < smallest.Clients)
                continue;
            closed.Add(new MonthSpan(first.Value, month.Key));
            seen.Clear();
            first = null;
        }

        return new ClosedPeriods(closed, first is { } open ? new MonthSpan(open, last) : null);
    }

    /// <summary>
    /// So many months up to the end of the last closed period, less those at its beginning that belong to a period reaching further back; at least that last period, however long.
    /// Null before one has closed.
    /// </summary>
    public MonthSpan? Window(int months)
    {
        if (Closed.Count == 0)
            return null;
        var last = Closed[^1].Last;
        var first = last.Add(1 - months);
        foreach (var period in Closed.Where(p => p.First < first && p.Last >= first))
            return period.Last == last ? period : new MonthSpan(period.Last.Add(1), last);
        return new MonthSpan(first, last);
    }

    /// <summary>As they were once so many had closed.</summary>
    public ClosedPeriods AfterClosing(int count) => new([.. Closed.Take(count)], null);
}
