using SmpInsights.Outcomes.Time;
using SmpInsights.Statistics.ControlCharts;

namespace SmpInsights.Outcomes.Watching;

/// <summary>
/// What a month's signals say together: <paramref name="Rule"/> is the strongest of them. <paramref name="Since"/> is the first month of the stretch in which one signal of that side follows
/// another without a month between; <paramref name="Noticed"/> the month in which that stretch first was a signal, so the seventh of a run.
/// </summary>
public sealed record CurrentSignal(SignalRule Rule, int Sign, SignalMeaning Meaning, ReportMonth Since, ReportMonth Noticed)
{
    /// <summary>Whether a month's report tells it as news: noticed in it or in the month before. Later it stands, and is said once as such: limits stay, so a clinic that has grown signals every month.</summary>
    public bool IsNews(ReportMonth month) => Noticed >= month.Previous;

    /// <summary>Those that include the month: at most one a side of the line, a trend only where its side has none; none without a signal. In the order of their rules.</summary>
    public static IReadOnlyList<CurrentSignal> Of(WatchedSeries series, ReportMonth month)
    {
        var now = new List<CurrentSignal>();
        foreach (var side in series.Signals.GroupBy(s => s.Sign))
        {
            var level = side.Where(s => s.Rule != SignalRule.Trend && s.Months[0] <= month).ToList();
            if ((Stretch(level, month) ?? Stretch([.. side.Where(s => s.Rule == SignalRule.Trend)], month)) is { } current)
                now.Add(current);
        }

        return [.. now.OrderBy(s => s.Rule == SignalRule.Trend).ThenBy(s => s.Rule).ThenBy(s => s.Sign)];
    }

    private static CurrentSignal? Stretch(List<WatchedSignal> signals, ReportMonth month)
    {
        var part = signals.Where(s => s.Months.Contains(month)).OrderBy(s => s.Rule).ToList();
        if (part.Count == 0)
            return null;
        var leading = part[0];
        var since = part.Min(s => s.Months[0]);
        while (signals.FirstOrDefault(s => s.Months[0] < since && s.Months[^1] >= since.Previous) is { } before)
            since = before.Months[0];
        return new CurrentSignal(leading.Rule, leading.Sign, leading.Meaning, since, signals.Where(s => s.Months[0] >= since && s.Months[0] <= month).Min(Seen));
    }

    private static ReportMonth Seen(WatchedSignal signal) => signal.Months[signal.Rule switch { SignalRule.Outside => 0, SignalRule.OuterThird => 1, _ => SignalRules.InARow - 1 }];
}
