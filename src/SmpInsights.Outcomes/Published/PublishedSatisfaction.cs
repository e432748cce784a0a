using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Privacy;
using SmpInsights.Outcomes.Satisfaction;
using SmpInsights.Outcomes.Time;

namespace SmpInsights.Outcomes.Published;

/// <summary>
/// Satisfaction as it may be printed, question by question: clients leave questions blank, so each has months of its own that suffice. By technique and by practitioner, ordinally sorted: the
/// pooled months of the question. <paramref name="Sent"/> counts surveys by the month they were sent in, as known at its end.
/// </summary>
public sealed record PublishedSatisfaction(
    IReadOnlyDictionary<ReportMonth, int> Sent,
    PublishedSeries<SurveyResponse> Response,
    PublishedSeries<SatisfactionAnswers> Satisfied,
    PublishedSeries<NetPromoterScore> Promoters,
    PublishedSeries<TopTwoBox> NaturalLook,
    PublishedSeries<TopTwoBox> ExpectationMet,
    IReadOnlyDictionary<string, Published<SatisfactionAnswers>> SatisfiedByTechnique,
    IReadOnlyDictionary<string, Published<NetPromoterScore>> PromotersByTechnique,
    IReadOnlyDictionary<string, Published<TopTwoBox>> SatisfiedByPractitioner)
{
    /// <summary>Months pooled where one month holds too few answers.</summary>
    public const int PooledMonths = 12;

    /// <summary>Surveys sent in these months.</summary>
    public int SentIn(MonthSpan months) => Sent.Where(s => months.Contains(s.Key)).Sum(s => s.Value);

    internal static PublishedSatisfaction Of(TreatmentCourses courses, ReportMonth month, SmallestCell smallest)
    {
        var q = courses.Data.Surveys;
        SurveyQuestion Asked(int?[] answers, bool byPractitioner = false) => new(courses, i => answers[i] is null ? null : q.RespondedOn[i], month, smallest, byPractitioner);
        var (satisfied, promoters) = (Asked(q.Satisfaction, byPractitioner: true), Asked(q.Recommend));
        var sent = q.SentOn.Select(ReportMonth.Of).Distinct().ToDictionary(m => m, m => SatisfactionMeasure.OfMonths(courses, new MonthSpan(m, m)).Sent);
        return new PublishedSatisfaction(
            sent,
            new SurveyQuestion(courses, i => q.SentOn[i], month, smallest).Series(s => new SurveyResponse(s.Sent, s.Responded)),
            satisfied.Series(Answers),
            promoters.Series(s => s.Promoters),
            Asked(q.NaturalLook).Series(s => s.NaturalLook),
            Asked(q.ExpectationMet).Series(s => s.ExpectationMet),
            satisfied.ByTechnique(Answers),
            promoters.ByTechnique(s => s.Promoters),
            satisfied.ByPractitioner(s => s.Satisfied));
    }

    private static SatisfactionAnswers Answers(SatisfactionMeasure s) => new(s.Mean, s.Distribution, s.Satisfied);
}
