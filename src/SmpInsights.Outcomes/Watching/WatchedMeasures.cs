using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Finance;
using SmpInsights.Outcomes.Operations;
using SmpInsights.Outcomes.Satisfaction;
using SmpInsights.Outcomes.Time;

namespace SmpInsights.Outcomes.Watching;

/// <summary>The usual measures of one clinic, watched from the first month with a row that bears on them.</summary>
public static class WatchedMeasures
{
    /// <summary>Share of 4 and 5 among answers, of surveys sent in the month, as they stood at its end.</summary>
    public static readonly WatchedMeasure Satisfied = new("satisfied", "Satisfied (4 or 5 of 5)", ChartKind.Proportions, Direction.HigherIsBetter);

    /// <summary>Share of the surveys sent in the month that were answered by its end.</summary>
    public static readonly WatchedMeasure ResponseRate = new("response_rate", "Surveys answered", ChartKind.Proportions, Direction.HigherIsBetter);

    /// <summary>Share of booked sessions that were cancelled or missed.</summary>
    public static readonly WatchedMeasure NotHeld = new("sessions_not_held", "Booked sessions cancelled or missed", ChartKind.Proportions, Direction.LowerIsBetter);

    /// <summary>Adverse events of the month per 100 treatments finished in it.</summary>
    public static readonly WatchedMeasure AdverseEvents = new("adverse_events_per_100", "Adverse events per 100 treatments finished", ChartKind.Individuals, Direction.LowerIsBetter);

    /// <summary>What came in less what went back, tax included, in the clinic's currency.</summary>
    public static readonly WatchedMeasure Received = new("received", "Received", ChartKind.Individuals, Direction.HigherIsBetter);

    /// <summary>Touch-ups under warranty.</summary>
    public static readonly WatchedMeasure Warranty = new("touch_ups_under_warranty", "Touch-ups under warranty", ChartKind.Individuals, Direction.LowerIsBetter);

    /// <summary>Sessions held.</summary>
    public static readonly WatchedMeasure Sessions = new("sessions_completed", "Sessions held", ChartKind.Individuals, Direction.HigherIsBetter);

    /// <summary>In the order in which they are printed.</summary>
    public static IReadOnlyList<WatchedMeasure> All { get; } = [Satisfied, ResponseRate, NotHeld, AdverseEvents, Received, Warranty, Sessions];

    /// <summary>Every measure, in the order of <see cref="All"/>, up to a month; a measure without a row has no months. Linear in rows and in months.</summary>
    /// <param name="courses">One clinic's, known at the month's end or later; later rows do not change what earlier months say.</param>
    /// <param name="currency">The clinic's; payments in another are left out.</param>
    /// <param name="month">The last month.</param>
    /// <param name="rebased">By <see cref="WatchedMeasure.Id"/>, the month from which a new baseline counts.</param>
    /// <exception cref="ArgumentException">The month was not over at the courses' date, or <paramref name="rebased"/> names a measure that there is not.</exception>
    public static IReadOnlyList<WatchedSeries> Of(TreatmentCourses courses, string currency, ReportMonth month, IReadOnlyDictionary<string, ReportMonth>? rebased = null)
    {
        if (month.Last > courses.AsOf)
            throw new ArgumentException("A month is watched when it is over.", nameof(month));
        if (rebased?.Keys.FirstOrDefault(id => All.All(m => !string.Equals(m.Id, id, StringComparison.Ordinal))) is { } unknown)
            throw new ArgumentException($"There is no measure \"{unknown}\" to rebase.", nameof(rebased));

        var data = courses.Data;
        var received = Revenue.ByMonth(data, currency);
        var (sessions, finished) = (First(data.Sessions.PerformedOn), First(courses.All.Select(c => c.CompletedOn)));
        var events = First(data.AdverseEvents.OccurredOn);
        var touchUps = First(data.TouchUps.PerformedOn);
        var surveys = First(data.Surveys.SentOn);
        var payments = received.Count == 0 ? (ReportMonth?)null : received.Keys.Min();
        ReportMonth?[] firsts = [sessions, finished, events, touchUps, surveys, payments];
        if (firsts.Min() is not { } first)
            first = month.Add(1);
        var months = first.To(month);
        var activity = ActivityMonth.Of(courses, months);
        var answers = SatisfactionMeasure.OfEachMonth(courses, months);
        var booked = BookedClients(courses);
        var finishers = courses.All.Select(c => (Month: ReportMonth.Of(c.CompletedOn), c.Client)).Distinct().CountBy(x => x.Month).ToDictionary();

        return
        [
            Watch(Satisfied, null, i => MonthValue.Share(answers[i].Satisfied.Top, answers[i].Satisfied.Answers, answers[i].Satisfied.Clients)),
            Watch(ResponseRate, null, i => MonthValue.Share(answers[i].Responded, answers[i].Sent, answers[i].SentClients)),
            Watch(NotHeld, null, i => MonthValue.Share(activity[i].Cancelled + activity[i].NoShow, activity[i].Booked, booked.GetValueOrDefault(months[i]))),
            Watch(AdverseEvents, Earlier(finished, events), i => MonthValue.Of(activity[i].TreatmentsFinished == 0 ? null : 100.0 * activity[i].AdverseEvents / activity[i].TreatmentsFinished, finishers.GetValueOrDefault(months[i]))),
            Watch(Received, payments, i => MonthValue.Of((double)received.GetValueOrDefault(months[i]).Received)),
            Watch(Warranty, touchUps, i => MonthValue.Of(activity[i].UnderWarranty)),
            Watch(Sessions, sessions, i => MonthValue.Of(activity[i].Completed)),
        ];

        // A share begins with its first denominator.
        WatchedSeries Watch(WatchedMeasure measure, ReportMonth? from, Func<int, MonthValue> value)
        {
            var values = Enumerable.Range(0, months.Count).Select(value).ToList();
            var skipped = measure.Kind == ChartKind.Proportions ? values.TakeWhile(v => v.Whole == 0).Count() : from is { } begin ? first.To(begin).Count - 1 : months.Count;
            return WatchedSeries.Of(measure, first.Add(skipped), [.. values.Skip(skipped)], rebased is not null && rebased.TryGetValue(measure.Id, out var since) ? since : null);
        }
    }

    private static ReportMonth? First(IEnumerable<DateOnly> days) => days.Any() ? ReportMonth.Of(days.Min()) : null;

    private static ReportMonth? Earlier(ReportMonth? a, ReportMonth? b) => a is null || b < a ? b ?? a : a;

    private static Dictionary<ReportMonth, int> BookedClients(TreatmentCourses courses)
    {
        var (s, t) = (courses.Data.Sessions, courses.Data.Treatments);
        return Enumerable.Range(0, s.Count).Select(i => (Month: ReportMonth.Of(s.PerformedOn[i]), Client: t.Client[s.Treatment[i]])).Distinct().CountBy(x => x.Month).ToDictionary();
    }
}
