using SmpInsights.Outcomes.Monthly;
using SmpInsights.Outcomes.Networks;
using SmpInsights.Outcomes.Published;
using SmpInsights.Outcomes.Watching;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Monthly;
using SmpInsights.Reporting.Watching;

namespace SmpInsights.Reporting.Networks;

/// <summary>A signal of the report's month in one clinic.</summary>
internal sealed record NetworkSignal(ClinicFacts Clinic, PublishedWatch Watch, CurrentSignal Signal);

/// <summary>What the clinics' own charts signal in the report's month.</summary>
internal static class NetworkSignals
{
    /// <summary>Signals told in sentences of their own; the section on them holds all.</summary>
    private const int MostNews = 3;

    /// <summary>What needs attention first, then by clinic.</summary>
    public static IReadOnlyList<NetworkSignal> Of(PublishedNetwork n) =>
        [.. n.Clinics.SelectMany(c => n.Watched[c.Clinic.Id].SelectMany(w => w.Telling.Where(s => s.Meaning != SignalMeaning.Change).Select(s => new NetworkSignal(c.Clinic, w, s)))).OrderBy(s => s.Signal.Meaning == SignalMeaning.Improvement)];

    public static IEnumerable<string> Sentences(PublishedNetwork n)
    {
        var names = NetworkLayout.Names(n);
        var all = Of(n);
        var isEmpty = n.Clinics.All(c => c.Months[^1].Booked + c.Months[^1].TouchUps == 0);
        if (isEmpty)
            yield return $"No session and no touch-up is recorded in any clinic in {n.Month.Name}.";
        var news = all.Where(s => s.Signal.IsNews(n.Month)).ToList();
        foreach (var s in news.Take(MostNews))
            yield return $"{WatchWords.Meaning(s.Signal.Meaning)} in {NameInText.Of(names[s.Clinic.Id])}: {WatchWords.What(n.Month, s.Clinic.Currency, s.Watch, s.Signal)}.";
        if (news.Count > MostNews)
            yield return $"{Say.Of(news.Count - MostNews, "more signal")} began lately: see Watching each clinic.";
        if (news.Count == 0 && !isEmpty)
            yield return n.Watched.Values.Any(w => w.Any(x => x.Series.Months is [.., { Upper: not null }])) ? "Nothing new this month lies outside a clinic's own usual ups and downs."
                : $"Whether this month differs from the clinics' usual ups and downs can't be judged yet: a measure needs {WatchedSeries.MinimumBaselineMonths} months with a number.";
        foreach (var (meaning, words) in new[] { (SignalMeaning.Concern, "Still to be looked at"), (SignalMeaning.Improvement, "Better than the baseline for some time") })
            if (all.Except(news).Where(s => s.Signal.Meaning == meaning).GroupBy(s => WatchWords.Name(s.Watch.Series.Measure), StringComparer.Ordinal).ToList() is { Count: > 0 } standing)
                yield return $"{words}: {string.Join(", ", standing.Select(g => $"{WatchWords.Lowered(g.Key)} ({string.Join("; ", g.Select(s => NameInText.Of(names[s.Clinic.Id])))})"))}.";
    }
}
