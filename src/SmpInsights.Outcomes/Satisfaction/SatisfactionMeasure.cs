using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Covariates;
using SmpInsights.Outcomes.Time;
using SmpInsights.Statistics.Descriptive;
using SmpInsights.Statistics.Distributions;
using SmpInsights.Statistics.Intervals;

namespace SmpInsights.Outcomes.Satisfaction;

/// <summary>Share of 4 and 5 among answers on a scale of 1 to 5, with its Wilson interval; null without answers. <paramref name="Clients"/> counts the distinct clients who answered.</summary>
public sealed record TopTwoBox(int Answers, int Top, int Clients)
{
    public double? Share => Answers == 0 ? null : (double)Top / Answers;

    public Interval? Interval => WilsonInterval.Of(Top, Answers);
}

/// <summary>Net promoter score of answers from 0 to 10, in points from -100 to 100: % of 9-10 minus % of 0-6.</summary>
public sealed record NetPromoterScore(int Answers, int Promoters, int Detractors, int Clients)
{
    /// <summary>The scale's ends.</summary>
    public const double Worst = -100, Best = 100;

    public double? Points => Answers == 0 ? null : 100.0 * (Promoters - Detractors) / Answers;

    /// <summary>95 % normal interval from the multinomial variance (p + d - (p - d)²)/n; null without answers or where that is 0.</summary>
    public Interval? Interval
    {
        get
        {
            if (Answers == 0)
                return null;
            var (p, d) = ((double)Promoters / Answers, (double)Detractors / Answers);
            var score = p - d;
            var error = Math.Sqrt((p + d - (score * score)) / Answers);
            return error > 0 ? new Interval(100 * (score - (Gaussian.Z975 * error)), 100 * (score + (Gaussian.Z975 * error))) : null;
        }
    }

    /// <summary>The interval as far as the scale goes: the normal approximation knows no end.</summary>
    public Interval? IntervalOnScale => Interval is { } i ? new Interval(Math.Max(i.Lower, Worst), Math.Min(i.Upper, Best)) : null;
}

/// <summary>
/// What clients answered. <paramref name="Sent"/> and <paramref name="Responded"/> count surveys, <paramref name="SentClients"/> the distinct clients who got one and <paramref name="Clients"/> distinct clients who responded,
/// <paramref name="Distribution"/> the answers 1 to 5 on satisfaction. Mean and standard deviation are null without answers (the latter also with one).
/// </summary>
public sealed record SatisfactionMeasure(
    int Sent,
    int SentClients,
    int Responded,
    int Clients,
    double? Mean,
    double? StandardDeviation,
    int[] Distribution,
    TopTwoBox Satisfied,
    NetPromoterScore Promoters,
    TopTwoBox NaturalLook,
    TopTwoBox ExpectationMet)
{
    /// <summary>Null when no survey was sent.</summary>
    public double? ResponseRate => Sent == 0 ? null : (double)Responded / Sent;

    /// <summary>The distribution as shares of the answers on satisfaction; zeros without answers.</summary>
    public IReadOnlyList<double> Shares => [.. Distribution.Select(n => Satisfied.Answers == 0 ? 0 : (double)n / Satisfied.Answers)];

    public Interval? ResponseRateInterval => WilsonInterval.Of(Responded, Sent);

    /// <summary>Surveys of completed treatments, known at the courses' date, that <paramref name="include"/> (a survey row) accepts; of the answers those that <paramref name="answered"/> accepts.</summary>
    public static SatisfactionMeasure Of(TreatmentCourses courses, Func<int, bool>? include = null, Func<int, bool>? answered = null) => Of(courses, SentRows(courses, include), answered);

    private static int[] SentRows(TreatmentCourses courses, Func<int, bool>? include)
    {
        var q = courses.Data.Surveys;
        return [.. Enumerable.Range(0, q.Count).Where(i => courses.OfTreatment(q.Treatment[i]) is not null && (include is null || include(i)))];
    }

    private static SatisfactionMeasure Of(TreatmentCourses courses, int[] sent, Func<int, bool>? answered)
    {
        var q = courses.Data.Surveys;
        int[] back = [.. sent.Where(i => q.RespondedOn[i] is not null && (answered is null || answered(i)))];
        int Clients(IEnumerable<int> rows) => rows.Select(i => courses.Data.Treatments.Client[q.Treatment[i]]).Distinct().Count();
        int[] satisfaction = Answers(back, q.Satisfaction);
        int[] recommend = Answers(back, q.Recommend);
        double[] values = Array.ConvertAll(satisfaction, x => (double)x);
        TopTwoBox Top(int?[] column) => new(Answers(back, column).Length, Answers(back, column).Count(x => x >= 4), Clients(back.Where(i => column[i] is not null)));
        return new SatisfactionMeasure(
            sent.Length,
            Clients(sent),
            back.Length,
            Clients(back),
            Sample.Mean(values),
            Sample.StandardDeviation(values),
            [.. Enumerable.Range(1, 5).Select(k => satisfaction.Count(x => x == k))],
            Top(q.Satisfaction),
            new NetPromoterScore(recommend.Length, recommend.Count(x => x >= 9), recommend.Count(x => x <= 6), Clients(back.Where(i => q.Recommend[i] is not null))),
            Top(q.NaturalLook),
            Top(q.ExpectationMet));
    }

    /// <summary>
    /// The surveys sent in these months, each month's as they stood at its own end, so that months are compared at the same age: answers go on arriving for weeks.
    /// </summary>
    public static SatisfactionMeasure OfMonths(TreatmentCourses courses, MonthSpan months)
    {
        var sent = courses.Data.Surveys.SentOn;
        return AtMonthEnds(courses, SentRows(courses, i => months.Contains(sent[i])));
    }

    /// <summary>Each of the given months by itself, in their order, as <see cref="OfMonths"/> has it; surveys are gone through once, whatever the months.</summary>
    public static IReadOnlyList<SatisfactionMeasure> OfEachMonth(TreatmentCourses courses, IReadOnlyList<ReportMonth> months)
    {
        var sent = SentRows(courses, null).ToLookup(i => ReportMonth.Of(courses.Data.Surveys.SentOn[i]));
        return [.. months.Select(m => AtMonthEnds(courses, [.. sent[m]]))];
    }

    private static SatisfactionMeasure AtMonthEnds(TreatmentCourses courses, int[] sent)
    {
        var (q, t) = (courses.Data.Surveys, courses.Data.Treatments);
        DateOnly End(int survey) => ReportMonth.Of(q.SentOn[survey]).Last;
        return Of(courses, [.. sent.Where(i => t.CompletedOn[q.Treatment[i]] <= End(i))], i => q.RespondedOn[i] <= End(i));
    }

    /// <summary>By group, ordinally sorted, groups with a survey only.</summary>
    /// <param name="courses">Whose surveys count.</param>
    /// <param name="include">Takes a survey row; every one where left out.</param>
    /// <param name="grouping">By what they are grouped; by technique where left out. A survey belongs to the epoch in which it was sent.</param>
    public static IReadOnlyDictionary<string, SatisfactionMeasure> ByGroup(TreatmentCourses courses, Func<int, bool>? include = null, Covariate? grouping = null)
    {
        var q = courses.Data.Surveys;
        var groupOf = (grouping ?? Covariate.Technique).Groups(courses);
        var groups = new SortedDictionary<string, SatisfactionMeasure>(StringComparer.Ordinal);
        foreach (var group in SentRows(courses, include).GroupBy(Group, StringComparer.Ordinal))
            groups.Add(group.Key, Of(courses, [.. group], null));
        return groups;

        string Group(int survey)
        {
            var course = courses.OfTreatment(q.Treatment[survey])!;
            return groupOf(course, courses.EpochOn(course, q.SentOn[survey]));
        }
    }

    private static int[] Answers(int[] rows, int?[] column) => [.. rows.Select(i => column[i]).OfType<int>()];
}
