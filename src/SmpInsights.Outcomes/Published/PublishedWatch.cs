using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Monthly;
using SmpInsights.Outcomes.Operations;
using SmpInsights.Outcomes.Privacy;
using SmpInsights.Outcomes.Time;
using SmpInsights.Outcomes.Watching;

namespace SmpInsights.Outcomes.Published;

/// <summary>
/// A watched measure as it may be printed: line, limits and signals come from the months that have a point, and those are the months printed alone elsewhere. A month put together with
/// others, or still open, has none. <paramref name="IsRare"/> where a count's baseline is below <see cref="RareBelow"/> a month.
/// </summary>
public sealed record PublishedWatch(WatchedSeries Series, bool IsRare, IReadOnlyList<CurrentSignal> Now)
{
    /// <summary>Events a month below which seven months without any are no news: with a mean of 1 they have a chance of e⁻⁷ (1 in 1,100), with 0.3 one of 12 %.</summary>
    public const double RareBelow = 1;

    /// <summary>Those of the month that are worth a sentence: a rare event's staying away is none.</summary>
    public IEnumerable<CurrentSignal> Telling => Now.Where(s => !(IsRare && s.Meaning == SignalMeaning.Improvement));

    /// <summary>The measures that have a month to show, in their order.</summary>
    internal static IReadOnlyList<PublishedWatch> Of(MonthlyClinic m, PublishedSatisfaction satisfaction, PublishedSeries<SessionsPerTreatment> sessions, SmallestCell smallest)
    {
        var booked = BookedAlone(m.Courses, m.Month, smallest);
        var alone = new Dictionary<WatchedMeasure, Func<ReportMonth, bool>>
        {
            [WatchedMeasures.Satisfied] = month => IsAlone(satisfaction.Satisfied, month),
            [WatchedMeasures.ResponseRate] = month => IsAlone(satisfaction.Response, month),
            [WatchedMeasures.NotHeld] = booked.Contains,
            [WatchedMeasures.AdverseEvents] = month => IsAlone(sessions, month),
        };
        return [.. m.Watching.Select(raw => Shown(raw, alone.GetValueOrDefault(raw.Measure, _ => true), m.Rebased)).OfType<WatchedSeries>()
            .Select(series => new PublishedWatch(series, IsRareIn(series, m.Courses.Data.AdverseEvents.OccurredOn), CurrentSignal.Of(series, m.Month)))];
    }

    /// <summary>A measure of counts or money, or of sessions booked, beside those of other clinics: the months that the clinic's own report has; null without one.</summary>
    internal static PublishedWatch? OfClinic(WatchedSeries raw, TreatmentCourses courses, ReportMonth month, SmallestCell smallest) =>
        Shown(raw, raw.Measure == WatchedMeasures.NotHeld ? BookedAlone(courses, month, smallest).Contains : _ => true, rebased: null) is { } series ? new(series, IsRareIn(series, []), CurrentSignal.Of(series, month)) : null;

    /// <summary>Months for which enough clients had booked.</summary>
    private static HashSet<ReportMonth> BookedAlone(TreatmentCourses courses, ReportMonth month, SmallestCell smallest)
    {
        var (s, clients) = (courses.Data.Sessions, courses.Data.Treatments.Client);
        return ClosedPeriods.Of(Enumerable.Range(0, s.Count).Select(i => (ReportMonth.Of(s.PerformedOn[i]), clients[s.Treatment[i]])), month, smallest).Closed.Where(p => p.IsSingle).Select(p => p.First).ToHashSet();
    }

    private static bool IsAlone<T>(PublishedSeries<T> series, ReportMonth month)
        where T : class => series.Holding(month) is { Span.IsSingle: true, Value.Disclosure: Disclosure.Shown };

    /// <summary>The series from its first point on; null without one.</summary>
    private static WatchedSeries? Shown(WatchedSeries raw, Func<ReportMonth, bool> isShown, IReadOnlyDictionary<string, ReportMonth>? rebased)
    {
        var none = raw.Measure.Kind == ChartKind.Proportions ? MonthValue.Share(0, 0) : MonthValue.Of(null);
        var months = raw.Months.Select(x => (x.Month, Value: isShown(x.Month) ? x.Measured : none)).SkipWhile(x => x.Value.Value is null).ToList();
        return months.Count == 0 ? null : WatchedSeries.Of(raw.Measure, months[0].Month, [.. months.Select(x => x.Value)], rebased is not null && rebased.TryGetValue(raw.Measure.Id, out var since) ? since : null);
    }

    private static bool IsRareIn(WatchedSeries series, DateOnly[] events)
    {
        var last = series.Stretches[^1];
        if (!last.HasLimits || last.BaselineTo is not { } to)
            return false;
        var baseline = new MonthSpan(last.From, to);
        return series.Measure == WatchedMeasures.AdverseEvents ? (double)events.Count(baseline.Contains) / baseline.Count < RareBelow
            : (series.Measure == WatchedMeasures.Warranty || series.Measure == WatchedMeasures.Sessions) && last.Centre < RareBelow;
    }
}
