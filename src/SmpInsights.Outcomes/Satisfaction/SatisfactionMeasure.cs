using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Time;
using SmpInsights.Statistics.Descriptive;
using SmpInsights.Statistics.Distributions;
using SmpInsights.Statistics.Intervals;

namespace SmpInsights.Outcomes.Satisfaction;

/// <summary>Share of 4 and 5 among answers on a scale of 1 to 5, with its Wilson interval; null without answers.</summary>
public sealed record TopTwoBox(int Answers, int Top)
{
    public double? Share => Answers == 0 ? null : (double)Top / Answers;

    public Interval? Interval => WilsonInterval.Of(Top, Answers);
}

/// <summary>Net promoter score of answers from 0 to 10, in points from -100 to 100: % of 9-10 minus % of 0-6.</summary>
public sealed record NetPromoterScore(int Answers, int Promoters, int Detractors)
{
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
}

/// <summary>
/// What clients answered. <paramref name="Sent"/> and <paramref name="Responded"/> count surveys, <paramref name="Clients"/> distinct clients who responded,
/// <paramref name="Distribution"/> the answers 1 to 5 on satisfaction. Mean and standard deviation are null without answers (the latter also with one).
/// </summary>
public sealed record SatisfactionMeasure(
    int Sent,
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

    public Interval? ResponseRateInterval => WilsonInterval.Of(Responded, Sent);

    /// <summary>Surveys of completed treatments, known at the courses' date, that <paramref name="include"/> (a survey row) accepts; of the answers those given by <paramref name="answeredBy"/> where it is set.</summary>
    public static SatisfactionMeasure Of(TreatmentCourses courses, Func<int, bool>? include = null, DateOnly? answeredBy = null)
    {
        var q = courses.Data.Surveys;
        int[] sent = [.. Enumerable.Range(0, q.Count).Where(i => courses.OfTreatment(q.Treatment[i]) is not null && (include is null || include(i)))];
        int[] back = [.. sent.Where(i => q.RespondedOn[i] is { } on && !(on > answeredBy))];
        int[] satisfaction = Answers(back, q.Satisfaction);
        int[] recommend = Answers(back, q.Recommend);
        double[] values = Array.ConvertAll(satisfaction, x => (double)x);
        return new SatisfactionMeasure(
            sent.Length,
            back.Length,
            back.Select(i => courses.Data.Treatments.Client[q.Treatment[i]]).Distinct().Count(),
            Sample.Mean(values),
            Sample.StandardDeviation(values),
            [.. Enumerable.Range(1, 5).Select(k => satisfaction.Count(x => x == k))],
            Top(satisfaction),
            new NetPromoterScore(recommend.Length, recommend.Count(x => x >= 9), recommend.Count(x => x <= 6)),
            Top(Answers(back, q.NaturalLook)),
            Top(Answers(back, q.ExpectationMet)));
    }

    /// <summary>
    /// The surveys sent in a month as they stood at that month's end, so that months are compared at the same age: answers go on arriving for weeks.
    /// </summary>
    public static SatisfactionMeasure OfMonth(TreatmentCourses courses, ReportMonth month)
    {
        var (q, t) = (courses.Data.Surveys, courses.Data.Treatments);
        return Of(courses, i => month.Contains(q.SentOn[i]) && t.CompletedOn[q.Treatment[i]] <= month.Last, month.Last);
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

    private static TopTwoBox Top(int[] answers) => new(answers.Length, answers.Count(x => x >= 4));
}
