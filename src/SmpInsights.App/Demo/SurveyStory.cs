namespace SmpInsights.App.Demo;

/// <summary>
/// Surveys: six weeks after completion, and some clients again a year and a half on, when fading shows in the answers.
/// </summary>
internal sealed class SurveyStory(
    DemoTables tables, DemoCalendar calendar, Treatment treatment, DateOnly? changedFrom, IReadOnlyList<DateOnly> epochs, DemoRandom random)
{
    private const double UsualLevel = 4.25;
    private const double PerUnitOfContrastKept = 2.5;
    private const double PerUnitOfIntercept = 1.0;
    private const double AnswerDeviation = 0.7;

    public void Tell()
    {
        var completed = treatment.CompletedOn!.Value;
        if (random.Chance(0.96))
            Send(completed.AddDays(random.Between(38, 48)));
        if (random.Chance(0.35))
            Send(completed.AddDays(random.Between(520, 580)));
    }

    private void Send(DateOnly day)
    {
        var sent = DemoCalendar.OpenDay(day);
        if (!calendar.HasCome(sent) || sent > treatment.FollowUpEndedOn)
            return;
        // Most answers come within days; one still to come is an unanswered survey for now.
        var wait = random.Pick((random.Between(0, 4), 0.6), (random.Between(5, 20), 0.4));
        var responded = random.Chance(DemoEffects.ResponseShare) ? calendar.IfCome(sent.AddDays(wait)) : null;

        var level = LevelOn(sent);
        var satisfaction = OneToFive(level + (AnswerDeviation * random.Normal()));
        var recommend = Math.Clamp((int)Math.Round((2 * level) + 0.3 + (0.7 * (satisfaction - level)) + random.Normal()), 0, 10);
        var natural = OneToFive(level + 0.1 + (0.5 * (satisfaction - level)) + (0.6 * random.Normal()));
        var expected = OneToFive(level - 0.1 + (0.5 * (satisfaction - level)) + (0.6 * random.Normal()));
        tables.Surveys.Add(
            treatment.Id, Cell.Of(sent), Cell.Of(responded), Answer(0.01, satisfaction), Answer(0.03, recommend), Answer(0.04, natural), Answer(0.05, expected));

        string? Answer(double skipped, int value) => random.Chance(skipped) || responded is null ? null : Cell.Of(value);
    }

    private double LevelOn(DateOnly day)
    {
        var epoch = epochs.Last(e => e <= day);
        var kept = DemoRandom.Exp(treatment.LogKept(day.DayNumber - epoch.DayNumber));
        var change = day >= changedFrom ? DemoEffects.SatisfactionChange : 0;
        return UsualLevel + treatment.Technique.Satisfaction + treatment.Practitioner.Touch + change
            + (PerUnitOfIntercept * treatment.Client.Intercept) + (PerUnitOfContrastKept * (kept - 1));
    }

    private static int OneToFive(double level) => Math.Clamp((int)Math.Round(level), 1, 5);
}
