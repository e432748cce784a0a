using SmpInsights.Outcomes.Courses;
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

    /// <summary>Surveys of completed treatments, known at the courses' date, that <paramref name="include"/> (a survey row) accepts; of the answers those given by <paramref name="answeredBy"/> where it is set.</summary>
    public static SatisfactionMeasure Of(TreatmentCourses courses, Func<int, bool>? include = null, DateOnly? answeredBy = null)
        => Of(courses, Enumerable.Range(0, courses.Data.Surveys.Count).Where(i => include is null || include(i)), answeredBy);

    private static SatisfactionMeasure Of(TreatmentCourses courses, IEnumerable<int> surveys, DateOnly? answeredBy)
    {
        var q = courses.Data.Surveys;
        int[] sent = [.. surveys.Where(i => courses.OfTreatment(q.Treatment[i]) is not null)];
        int[] back = [.. sent.Where(i => q.RespondedOn[i] is { } on && !(on > answeredBy))];
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
    /// The surveys sent in a month as they stood at that month's end, so that months are compared at the same age: answers go on arriving for weeks.
    /// </summary>
    public static SatisfactionMeasure OfMonth(TreatmentCourses courses, ReportMonth month) => OfMonths(courses, [month])[0];

    /// <summary><see cref="OfMonth"/> of the given months, in their order; surveys are gone through once, whatever the months.</summary>
    public static IReadOnlyList<SatisfactionMeasure> OfMonths(TreatmentCourses courses, IReadOnlyList<ReportMonth> months)
    {
        var (q, t) = (courses.Data.Surveys, courses.Data.Treatments);
        var sent = Enumerable.Range(0, q.Count).ToLookup(i => ReportMonth.Of(q.SentOn[i]));
        return [.. months.Select(m => Of(courses, sent[m].Where(i => t.CompletedOn[q.Treatment[i]] <= m.Last), m.Last))];
    }

    /// <summary>By technique id, ordinally sorted, techniques with a survey only.</summary>
    public static IReadOnlyDictionary<string, SatisfactionMeasure> ByTechnique(TreatmentCourses courses, Func<int, bool>? include = null)
    {
        var (q, t) = (courses.Data.Surveys, courses.Data.Treatments);
        var groups = new SortedDictionary<string, SatisfactionMeasure>(StringComparer.Ordinal);
        for (var k = 0; k < courses.Data.Techniques.Count; k++)
        {
            var measure = Of(courses, i => t.Technique[q.Treatment[i]] == k && (include is null || include(i)));
            if (measure.Sent > 0)
                groups.Add(courses.Data.Techniques.Id[k], measure);
        }

        return groups;
    }

    private static int[] Answers(int[] rows, int?[] column) => [.. rows.Select(i => column[i]).OfType<int>()];
}
