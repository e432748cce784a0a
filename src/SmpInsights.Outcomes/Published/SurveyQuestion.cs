using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Privacy;
using SmpInsights.Outcomes.Satisfaction;
using SmpInsights.Outcomes.Time;

namespace SmpInsights.Outcomes.Published;

/// <summary>
/// One question of the surveys: its months put together until they may be printed, and what of its techniques may be, decided from its first month on, as the reports were.
/// </summary>
internal sealed class SurveyQuestion
{
    private const int PooledMonths = PublishedSatisfaction.PooledMonths;

    private readonly TreatmentCourses _courses;
    private readonly SmallestCell _smallest;
    private readonly List<Answer> _answers = [];
    private readonly ClosedPeriods _periods;
    private readonly Dictionary<MonthSpan, Disclosure> _closed = [];
    private Disclosure _pooled = Disclosure.Shown;
    private IReadOnlyDictionary<string, Disclosure> _techniques = new Dictionary<string, Disclosure>(StringComparer.Ordinal);
    private IReadOnlyDictionary<string, Disclosure> _practitioners = new Dictionary<string, Disclosure>(StringComparer.Ordinal);

    /// <summary><paramref name="Known"/> is the month from which the answer counts: sent, given and of a treatment completed.</summary>
    private readonly record struct Answer(string Technique, string? Practitioner, int Client, ReportMonth Sent, ReportMonth Known)
    {
        public string Part => Practitioner is null ? $"{Technique} sent {Sent} known {Known}" : $"{Technique} by {Practitioner} sent {Sent} known {Known}";
    }

    /// <param name="courses">As of the report's month end.</param>
    /// <param name="known">The day a survey row began to count for the question, null if it does not.</param>
    /// <param name="month">The report's month.</param>
    /// <param name="smallest">The threshold.</param>
    /// <param name="byPractitioner">Whether the pooled answers are printed by the treatment's practitioner too: both tables are then decided together, since they add up to one total.</param>
    public SurveyQuestion(TreatmentCourses courses, Func<int, DateOnly?> known, ReportMonth month, SmallestCell smallest, bool byPractitioner = false)
    {
        (_courses, _smallest) = (courses, smallest);
        var q = courses.Data.Surveys;
        for (var i = 0; i < q.Count; i++)
        {
            if (courses.OfTreatment(q.Treatment[i]) is not { } course || known(i) is not { } on)
                continue;
            var day = on > course.CompletedOn ? on : course.CompletedOn;
            _answers.Add(new Answer(courses.Data.Techniques.Id[course.Technique], byPractitioner ? courses.Data.Practitioners.Id[course.Practitioner] : null, course.Client, ReportMonth.Of(q.SentOn[i]), ReportMonth.Of(day > q.SentOn[i] ? day : q.SentOn[i])));
        }

        _periods = ClosedPeriods.Of(_answers.Where(a => a.Known == a.Sent).Select(a => (a.Sent, a.Client)), month, smallest);
        Window = _periods.Window(PooledMonths);
        AtClosing = Window is { } window && window.Last < month ? TreatmentCourses.Of(courses.Data, window.Last.Last) : courses;
        Decide();
    }

    /// <summary>The months pooled; null before a period has closed.</summary>
    public MonthSpan? Window { get; }

    /// <summary>What was known when the last period closed: pooled numbers change only then, so that two of them never differ by a few answers.</summary>
    private TreatmentCourses AtClosing { get; }

    public PublishedSeries<T> Series<T>(Func<SatisfactionMeasure, T> value)
        where T : class
    {
        var periods = _periods.Closed.Select(p => new PublishedPeriod<T>(p, Published<T>.As(_closed[p], value(SatisfactionMeasure.OfMonths(_courses, p))))).ToList();
        if (_periods.Open is { } open)
            periods.Add(new PublishedPeriod<T>(open, Published<T>.As(Disclosure.Small, value(SatisfactionMeasure.OfMonths(_courses, open)))));
        return new PublishedSeries<T>(periods, Window is { } window ? new PublishedPeriod<T>(window, Published<T>.As(_pooled, value(SatisfactionMeasure.Of(AtClosing, Sent(AtClosing, window))))) : null);
    }

    public IReadOnlyDictionary<string, Published<T>> ByTechnique<T>(Func<SatisfactionMeasure, T> value)
        where T : class
    {
        var groups = new SortedDictionary<string, Published<T>>(StringComparer.Ordinal);
        if (Window is { } window)
            foreach (var (technique, measure) in SatisfactionMeasure.ByGroup(AtClosing, Sent(AtClosing, window)))
                groups.Add(technique, Published<T>.As(_techniques.GetValueOrDefault(technique, Disclosure.Shown), value(measure)));
        return groups;
    }

    /// <summary>By the treatment's practitioner; empty where the question is not asked by practitioner.</summary>
    public IReadOnlyDictionary<string, Published<T>> ByPractitioner<T>(Func<SatisfactionMeasure, T> value)
        where T : class
    {
        var groups = new SortedDictionary<string, Published<T>>(StringComparer.Ordinal);
        if (Window is not { } window)
            return groups;
        var (sent, treatments, practitioners) = (Sent(AtClosing, window), AtClosing.Data.Surveys.Treatment, AtClosing.Data.Practitioners.Id);
        foreach (var (practitioner, disclosure) in _practitioners)
            groups.Add(practitioner, Published<T>.As(disclosure, value(SatisfactionMeasure.Of(AtClosing, i => sent(i) && AtClosing.OfTreatment(treatments[i]) is { } course && string.Equals(practitioners[course.Practitioner], practitioner, StringComparison.Ordinal)))));
        return groups;
    }

    private static Func<int, bool> Sent(TreatmentCourses courses, MonthSpan window) => i => window.Contains(courses.Data.Surveys.SentOn[i]);

    private void Decide()
    {
        var releases = new Suppression(_smallest);
        for (var n = 1; n <= _periods.Closed.Count; n++)
        {
            var period = _periods.Closed[n - 1];
            var window = _periods.AfterClosing(n).Window(PooledMonths)!.Value;
            var pooled = _answers.Where(a => window.Contains(a.Sent) && a.Known <= window.Last).ToList();
            var groups = pooled.GroupBy(a => a.Technique, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).ToList();
            var months = _answers.Where(a => period.Contains(a.Sent) && a.Known == a.Sent).ToList();
            var cells = groups.Select(g => Cell("by technique", g.Key, g)).Append(Cell("pooled", string.Empty, pooled)).Append(Cell("period", period.Name, months)).ToList();
            var margins = new List<Margin> { new(groups.Count, [.. Enumerable.Range(0, groups.Count)]) };
            if (!period.IsSingle)
            {
                var first = cells.Count;
                cells.AddRange(months.GroupBy(a => a.Sent).OrderBy(g => g.Key).Select(g => Cell("month", g.Key.ToString(), g) with { IsClosed = true }));
                margins.Add(new Margin(groups.Count + 1, [.. Enumerable.Range(first, cells.Count - first)]));
            }

            var practitioners = pooled.Where(a => a.Practitioner is not null).GroupBy(a => a.Practitioner!, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).ToList();
            var firstPractitioner = cells.Count;
            cells.AddRange(practitioners.Select(g => Cell("by practitioner", g.Key, g)));
            if (practitioners.Count > 0)
                margins.Add(new Margin(groups.Count, [.. Enumerable.Range(firstPractitioner, practitioners.Count)]));
            for (var from = window.First; from <= window.Last; from = from.Add(1))
                cells.AddRange(groups.Concat(practitioners).Select(g => Cell("to come", g.Key, g.Where(a => a.Sent >= from))).Where(c => _smallest.IsSmall(c.Clients)).Select(c => c with { IsClosed = true })); // what a later window may leave of a technique: hidden then, so it must not be told now
            var decided = releases.Release(cells, margins);
            _techniques = groups.Select((g, i) => (g.Key, decided[i])).ToDictionary(x => x.Key, x => x.Item2, StringComparer.Ordinal);
            _practitioners = practitioners.Select((g, i) => (g.Key, decided[firstPractitioner + i])).ToDictionary(x => x.Key, x => x.Item2, StringComparer.Ordinal);
            _pooled = decided[groups.Count];
            _closed[period] = decided[groups.Count + 1];
        }
    }

    private static TableCell Cell(string table, string key, IEnumerable<Answer> answers) => new(table, key, answers.Select(a => a.Client).Distinct().Count(), [.. answers.Select(a => a.Part).Distinct(StringComparer.Ordinal)]);
}
