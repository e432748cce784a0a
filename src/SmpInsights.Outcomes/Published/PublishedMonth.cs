using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Fade;
using SmpInsights.Outcomes.Monthly;
using SmpInsights.Outcomes.Operations;
using SmpInsights.Outcomes.Privacy;
using SmpInsights.Outcomes.Time;

namespace SmpInsights.Outcomes.Published;

/// <summary>
/// What the monthly report of one clinic may say: the one step between what was computed and what is laid out. A hidden number is not in here, so no section, figure, sentence or
/// export can print it. Counts of what was done (sessions, touch-ups, adverse events, surveys sent) and money are printed as they are. Series run over
/// <see cref="MonthlyClinic.MonthsShown"/> months (<paramref name="FadeOfYear"/>: <see cref="MonthlyClinic.FadeMonths"/> month ends), oldest first, the report's month last.
/// </summary>
public sealed record PublishedMonth(
    ReportMonth Month,
    ClinicFacts Clinic,
    SmallestCell Smallest,
    IReadOnlyDictionary<string, string> TechniqueNames,
    IReadOnlyDictionary<string, string> PractitionerNames,
    ReportMonth? Since,
    IReadOnlyList<ActivityMonth> Activity,
    IReadOnlyList<int> TouchUpsOfYear,
    PublishedSeries<SessionsPerTreatment> SessionsPerTreatment,
    PublishedPeriod<MeanSessions>? MeanSessions,
    AdverseEventCounts AdverseEvents,
    Published<AdverseEventRate> AdverseEventRate,
    int AftercareChecks,
    Published<AftercareFollowed> Aftercare,
    Compared<PublishedFade> Fade,
    IReadOnlyList<Published<FadeGroup>> FadeOfYear,
    Compared<PublishedTouchUps> TouchUps,
    PublishedSatisfaction Satisfaction,
    IReadOnlyList<PublishedWatch> Watching,
    PublishedFunnel Practitioners,
    PublishedForecast Forecast,
    PublishedReadings Readings,
    MonthlyFinance Finance,
    IReadOnlyList<string> TablesWithoutRows,
    IReadOnlyList<LeftOut> LeftOut)
{
    /// <summary>Whether something could be recorded in a month: before the clinic's first record a zero would say what nobody knows. The report's own month always counts.</summary>
    public bool Covers(ReportMonth month) => month == Month || (Since is { } since && month.CompareTo(since) >= 0);

    /// <summary>Hides what rests on fewer clients than <paramref name="smallest"/>, and what would give that away, in this report and beside those of the months before.</summary>
    public static PublishedMonth Of(MonthlyClinic m, SmallestCell smallest)
    {
        var fade = new GrowingGroups(PublishedFade.Changes(m.Fade.Now.Source, m.Courses.Data.Techniques.Id), m.Month, smallest);
        var touchUps = new GrowingGroups(PublishedTouchUps.Changes(m.Courses), m.Month, smallest);
        var sessions = ClosedPeriods.Of(m.Courses.All.Select(c => (ReportMonth.Of(c.CompletedOn), c.Client)), m.Month, smallest);
        Compared<TOut> Each<TIn, TOut>(Compared<TIn> raw, Func<TIn, ReportMonth, TOut> publish) => new(publish(raw.Now, m.Month), publish(raw.LastMonth, m.Month.Previous), publish(raw.LastYear, m.Month.SameMonthLastYear));
        var satisfaction = PublishedSatisfaction.Of(m.Courses, m.Month, smallest);
        var sessionsPerTreatment = Sessions(m.Courses, sessions);
        return new PublishedMonth(
            m.Month,
            m.Clinic,
            smallest,
            m.TechniqueNames,
            m.PractitionerNames,
            m.Since,
            m.Activity,
            m.TouchUpsOfYear,
            sessionsPerTreatment,
            sessions.Window(PublishedSatisfaction.PooledMonths) is { } window && Operations.MeanSessions.Of(m.Courses, window) is { } mean
                ? new PublishedPeriod<MeanSessions>(window, Published<MeanSessions>.Alone(smallest, mean.Clients, mean)) : null,
            new AdverseEventCounts(m.AdverseEvents.Events, m.AdverseEvents.Severe, m.AdverseEvents.ByKind),
            Published<AdverseEventRate>.Alone(smallest, m.AdverseEvents.Clients, m.AdverseEvents),
            m.Aftercare.Checks,
            Published<AftercareFollowed>.Alone(smallest, m.Aftercare.Clients, m.Aftercare),
            Each(m.Fade, (raw, at) => PublishedFade.Of(raw, fade.At(at), smallest)),
            [.. m.FadeOfYear.Zip(m.Month.Trailing(MonthlyClinic.FadeMonths), (group, at) => Published<FadeGroup>.As(fade.At(at).Total, group))],
            Each(m.TouchUps, (raw, at) => PublishedTouchUps.Of(raw, touchUps.At(at), smallest)),
            satisfaction,
            PublishedWatch.Of(m, satisfaction, sessionsPerTreatment, smallest),
            PublishedFunnel.Of(satisfaction),
            PublishedForecast.Of(m.Forecast, smallest),
            PublishedReadings.Of(m.Courses, m.Fade.Now.Source, fade.At(m.Month).Total == Disclosure.Shown ? m.Trust : null, m.Month, smallest),
            m.Finance,
            m.TablesWithoutRows,
            m.LeftOut);
    }

    private static PublishedSeries<SessionsPerTreatment> Sessions(TreatmentCourses courses, ClosedPeriods periods)
    {
        PublishedPeriod<SessionsPerTreatment> Of(MonthSpan span, Disclosure disclosure) => new(span, Published<SessionsPerTreatment>.As(disclosure, Operations.SessionsPerTreatment.Of(courses, span)));
        var all = periods.Closed.Select(p => Of(p, Disclosure.Shown)).ToList();
        if (periods.Open is { } open)
            all.Add(Of(open, Disclosure.Small));
        return new PublishedSeries<SessionsPerTreatment>(all, null);
    }
}
