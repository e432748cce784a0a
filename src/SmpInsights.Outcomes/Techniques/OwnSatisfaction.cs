using SmpInsights.Outcomes.Comparisons;
using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Covariates;
using SmpInsights.Outcomes.Privacy;
using SmpInsights.Outcomes.Published;
using SmpInsights.Outcomes.Satisfaction;
using SmpInsights.Outcomes.Time;

namespace SmpInsights.Outcomes.Techniques;

/// <summary>
/// Answers of the practitioner's own clients and of the rest, over the months that the clinic's own report pools, as known when the last of them closed. <paramref name="P"/> is that of the Mann-Whitney test,
/// null where it can't be made, too few answered, or either side is hidden. Own answers are shown only where the clinic's own report shows them by practitioner: else they would tell what that report withholds of a colleague.
/// </summary>
public sealed record OwnSatisfaction(MonthSpan Months, Published<SatisfactionAnswers> Own, Published<SatisfactionAnswers> Rest, double? P)
{
    /// <summary>Whether the two differ; null without a test.</summary>
    public bool? Differ => P is { } p ? p < Pairwise.Significance : null;

    /// <summary>Null before the clinic's first months suffice.</summary>
    internal static OwnSatisfaction? Of(TreatmentCourses courses, Covariate side, string practitioner, ReportMonth month, SmallestCell smallest, bool isRestAnonymous)
    {
        var q = courses.Data.Surveys;
        var question = new SurveyQuestion(courses, i => q.Satisfaction[i] is null ? null : q.RespondedOn[i], month, smallest, byPractitioner: true);
        if (question.Window is not { } window)
            return null;
        var closing = window.Last < month ? TreatmentCourses.Of(courses.Data, window.Last.Last) : courses;
        bool Sent(int i) => window.Contains(closing.Data.Surveys.SentOn[i]);
        var groups = SatisfactionMeasure.ByGroup(closing, Sent, side);
        SatisfactionAnswers Answers(string group) => groups.TryGetValue(group, out var s) ? new(s.Mean, s.Distribution, s.Satisfied) : new(null, new int[5], new TopTwoBox(0, 0, 0));
        var (own, rest) = (Answers(OwnOrRest.Own), Answers(OwnOrRest.Rest));
        TableCell[] cells = [new("satisfied", OwnOrRest.Own, own.Satisfied.Clients, ["own"]), new("satisfied", OwnOrRest.Rest, rest.Satisfied.Clients, ["rest"], IsClosed: !isRestAnonymous), new("satisfied", "all", SatisfactionMeasure.Of(closing, Sent).Satisfied.Clients, ["own", "rest"])];
        var decided = new Suppression(smallest).Release(cells, [new Margin(2, [0, 1])]);
        if (decided[0] == Disclosure.Shown && question.ByPractitioner(_ => own).TryGetValue(practitioner, out var inClinic) && inClinic.Disclosure != Disclosure.Shown)
            decided = [inClinic.Disclosure, Disclosure.Withheld, decided[2]]; // the total stands in the clinic's report, so the rest would tell the same
        var test = decided[0] == Disclosure.Shown && decided[1] == Disclosure.Shown ? SatisfactionComparison.Of(closing, Sent, side) : null;
        var pair = test?.Pairs.FirstOrDefault();
        return new OwnSatisfaction(window, Published<SatisfactionAnswers>.As(decided[0], own), Published<SatisfactionAnswers>.As(decided[1], rest), pair is not null && test!.ShortageOf(pair) is null ? pair.P : null);
    }
}
