using SmpInsights.Outcomes.Fade;
using SmpInsights.Outcomes.Monthly;
using SmpInsights.Outcomes.Published;
using SmpInsights.Outcomes.Watching;
using SmpInsights.Reporting.Documents;
using SmpInsights.Reporting.Watching;

namespace SmpInsights.Reporting.Monthly;

/// <summary>
/// The sentences a manager takes away, most important first: what changed and whether it is real, what to do, what is to come, then the steady facts. Each states a number with its
/// uncertainty, or says that there is none yet.
/// </summary>
internal static class Headlines
{
    /// <summary>Signals told in sentences of their own; the section on them holds all.</summary>
    private const int MostNews = 3;

    public static IReadOnlyList<string> Of(PublishedMonth m)
    {
        var sentences = new List<string>(Changes(m));
        var satisfaction = m.Watching.Any(w => w.Series.Measure == WatchedMeasures.Satisfied && w.Telling.Any()) ? null : Satisfaction(m) + Dip(m);
        var unusual = satisfaction is null ? null : Unusual(m);
        if (unusual is { Meaning: SignalMeaning.Concern })
            sentences.Insert(0, satisfaction!);
        else if (unusual is not null)
            sentences.Add(satisfaction!);
        if (m.Forecast.Expected?.Value is { } expected)
            sentences.Add(Forecast(m, expected));
        if (m.Fade.Now.ReadingsBefore.Value is { TouchUps: >= FadeEstimate.MinimumUnits, Share: < ReadingsBeforeTouchUp.Trusted and var share })
            sentences.Add($"Only {Say.Percent(share)} of touch-ups for fading had a contrast reading in the {ReadingsBeforeTouchUp.Days} days before (aim: {Say.Percent(ReadingsBeforeTouchUp.Trusted)}), so fading is probably understated: take a reading before each touch-up.");
        if (satisfaction is not null && unusual is null)
            sentences.Add(satisfaction);
        sentences.Add($"{Fade(m)} {TouchUps(m)}");
        return sentences;
    }

    /// <summary>What signals say of this month, and whether its satisfaction fell for a reason.</summary>
    private static IEnumerable<string> Changes(PublishedMonth m)
    {
        var isEmpty = m.Activity[^1].Booked + m.Activity[^1].TouchUps == 0;
        if (m.Since is null)
            yield return $"Nothing is recorded for {NameInText.Of(m.Clinic.Name)} up to {m.Month.Name}.";
        else if (m.Activity.All(a => a.Booked + a.TouchUps == 0))
            yield return $"No session and no touch-up is recorded in the {Say.Count(m.Activity.Count)} months up to {m.Month.Name}.";
        else if (isEmpty)
            yield return $"No session and no touch-up is recorded in {m.Month.Name}.";
        var signals = m.Watching.SelectMany(w => w.Telling.Where(s => s.Meaning != SignalMeaning.Change).Select(s => (Watch: w, Signal: s))).ToList();
        var news = signals.Where(s => s.Signal.IsNews(m.Month)).OrderBy(s => s.Signal.Meaning == SignalMeaning.Improvement).ToList();
        foreach (var (watch, signal) in news.Take(MostNews))
            yield return WatchWords.News(m.Month, m.Finance.Currency, watch, signal, Counts(m, watch));
        if (news.Count > MostNews)
            yield return $"{Say.Of(news.Count - MostNews, "more signal")} began lately: see Watching the month.";
        if (news.Count == 0 && !isEmpty)
            yield return m.Watching.Any(w => w.Series.Months[^1] is { Upper: not null }) ? (signals.Count == 0 ? "Nothing this month lies outside the clinic's usual ups and downs." : "Nothing new this month lies outside the clinic's usual ups and downs.")
                : $"Whether this month differs from the clinic's usual ups and downs can't be judged yet: a measure needs {WatchedSeries.MinimumBaselineMonths} months with a number.";
        var standing = signals.Where(s => !s.Signal.IsNews(m.Month)).ToList();
        foreach (var (meaning, words) in new[] { (SignalMeaning.Concern, "Still to be looked at"), (SignalMeaning.Improvement, "Better than the baseline for some time") })
            if (standing.FindAll(s => s.Signal.Meaning == meaning) is { Count: > 0 } told)
                yield return $"{words}: {string.Join("; ", told.Select(s => WatchWords.Standing(s.Watch, s.Signal, m.Month)))}." + (told.Exists(s => WatchWords.HasMoved(s.Watch, s.Signal, m.Month)) ? " Where a level has moved to stay, begin its limits anew: see Watching the month." : string.Empty);
    }

    /// <summary>A rate of rare events says little without them.</summary>
    private static string? Counts(PublishedMonth m, PublishedWatch watch) => watch.Series.Measure == WatchedMeasures.AdverseEvents
        ? $"{Say.Of(m.Activity[^1].AdverseEvents, "event")}, {Say.Of(m.Activity[^1].TreatmentsFinished, "treatment")} finished" : null;

    /// <summary>Whether this month's lower satisfaction is real; empty where it is not lower, not printed, or already told as a signal.</summary>
    private static string Dip(PublishedMonth m)
    {
        if (m.Watching.FirstOrDefault(w => w.Series.Measure == WatchedMeasures.Satisfied) is not { } watch || watch.Series.Months is not [.., { Measured.Value: { } before }, { Measured.Value: { } share } now] || share >= before || watch.Now.Any(s => s.Meaning == SignalMeaning.Concern))
            return string.Empty;
        var fell = $" In {m.Month.Name} it was {Say.Percent(share)}, against {Say.Percent(before)} the month before: ";
        return fell + (now.Upper is not null ? $"within usual variation ({WatchWords.Limits(m.Finance.Currency, watch.Series.Measure, now)}), so no sign of a real change." : "whether that is more than chance can't be judged yet (" + WatchWords.NoLimits(watch.Series) + ").");
    }

    private static string Forecast(PublishedMonth m, ExpectedTouchUps expected)
    {
        var half = expected.Horizons[1];
        var worth = half.ExpectedRevenue is { } revenue ? $", worth {Say.Money(revenue, m.Finance.Currency)}" : string.Empty;
        var call = expected.EvenChanceIn6Months switch
        {
            0 => "no client has an even chance of one; those most likely stand first in the recall list",
            1 => "1 client has at least an even chance of needing one: see the recall list",
            var clients => $"{Say.Count(clients)} clients have at least an even chance of needing one: see the recall list",
        };
        return $"About {Say.Number(half.Expected, 0)} touch-ups for fading are to be expected in the next {Say.Count(half.Months)} months (80 % interval {Say.Count(half.Range80.Lower)} to {Say.Count(half.Range80.Upper)}{worth}); {call}.";
    }

    private static string Fade(PublishedMonth m)
    {
        if (Enough.Withheld(m, m.Fade.Now.All) is not null || m.Fade.Now.All.Value?.Estimate is not { } fade)
            return m.Fade.Now.All.Value is { Units: < FadeEstimate.MinimumUnits and var units }
                ? $"How fast pigment fades can't be said yet: {Say.Of(units, "treatment")} of the {FadeEstimate.MinimumUnits} needed have two readings."
                : "How fast pigment fades can't be said yet: there are too few readings or too few clients.";
        var sentence = $"Pigment loses {Say.Percent(fade.FadePerYear, 1)} of its contrast a year (95 % interval {Say.Range(100 * fade.FadePerYearLower, 100 * fade.FadePerYearUpper, 1)})";
        return fade.YearsToThreshold is { } due
            ? $"{sentence}: a touch-up is due about {Say.Number(due, 1)} years after treatment ({Say.Range(fade.YearsToThresholdLower, fade.YearsToThresholdUpper, 1)}), {Say.Against(PublishedExpectations.Place(PublishedExpectations.YearsToTouchUp, due, fade.YearsToThresholdLower, fade.YearsToThresholdUpper))} the {Expectation(PublishedExpectations.YearsToTouchUp)} years clients are told."
            : sentence + ": no fading is seen yet.";
    }

    private static string TouchUps(PublishedMonth m)
    {
        if (m.TouchUps.Now.All?.Value is not { } all)
            return $"Time to the first touch-up can't be said yet: {TouchUpSection.TooFew(m)}.";
        return all.Curve.Median is { Value: { } median } interval
            ? $"Half of all clients have their first touch-up for fading within {Say.Number(median, 1)} years (95 % interval {Say.Range(interval.Lower, interval.Upper, 1)}; {Say.Of(all.Curve.Subjects, "treatment")})."
            : $"Fewer than half of the clients have had a touch-up for fading so far ({Say.Count(all.Curve.Events)} of {Say.Of(all.Curve.Subjects, "treatment")}), so a usual time to it can't be given yet.";
    }

    private static string Satisfaction(PublishedMonth m)
    {
        if (m.Satisfaction.Satisfied.Pooled is not { Value.Value: { } pooled } year || pooled.Satisfied is not { Share: { } share, Interval: { } interval })
            return $"Satisfaction can't be said yet: in no month, nor in months put together, have {Say.Count(m.Smallest.Clients)} clients answered.";
        var sentence = $"{Say.Percent(share)} of clients {(year.Span.Last == m.Month ? "are" : "were")} satisfied (4 or 5 of 5; 95 % interval {Say.Range(100 * interval.Lower, 100 * interval.Upper, 0)}), from {Say.Of(pooled.Satisfied.Answers, "answer")} to surveys sent in {Say.Pooled(m, year.Span)}";
        return Unusual(m) is not { } usual ? sentence + "."
            : $"{WatchWords.Meaning(usual.Meaning)}: {sentence}; usual is {Say.Percent(usual.Share)}, outside that interval. " + (usual.Meaning == SignalMeaning.Concern ? $"Look at {WatchWords.Look(WatchedMeasures.Satisfied)}." : WatchWords.Keep);
    }

    /// <summary>The clinic's usual share of satisfied clients, where what months together show is surely not it: single months may have too few answers to signal. Null where they agree or nothing is usual yet.</summary>
    public static (double Share, SignalMeaning Meaning)? Unusual(PublishedMonth m) =>
        m.Satisfaction.Satisfied.Pooled is { Value.Value.Satisfied.Interval: { } interval } && m.Watching.FirstOrDefault(w => w.Series.Measure == WatchedMeasures.Satisfied) is { } watch
        && WatchWords.Usual(watch.Series) is { } usual && (usual < interval.Lower || usual > interval.Upper) ? (usual, usual > interval.Upper ? SignalMeaning.Concern : SignalMeaning.Improvement) : null;

    public static string Expectation((double From, double To) range) => $"{Say.Number(range.From, 0)} to {Say.Number(range.To, 0)}";
}
