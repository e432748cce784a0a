using SmpInsights.Outcomes.Courses;
using SmpInsights.Outcomes.Fade;

namespace SmpInsights.Outcomes.Monthly;

/// <summary>Says what the outcome measures did not use, and why.</summary>
internal static class LeftOutRows
{
    public static IReadOnlyList<LeftOut> Of(TreatmentCourses courses, FadeUnits fade, string currency)
    {
        var payments = courses.Data.Payments;
        var surveys = courses.Data.Surveys;
        LeftOut[] all =
        [
            new("Treatments not completed", courses.Open, "Outcomes count from the day a treatment is completed."),
            new("Contrast readings of treatments not completed", fade.ReadingsOfOpenTreatments, "Fading is measured after the last session."),
            new("Contrast readings while healing", fade.ReadingsWhileHealing, "Fresh pigment always looks darker: the first 28 days after pigment was applied do not count."),
            new("Contrast readings after follow-up ended", fade.ReadingsAfterFollowUp, "The client had left by then."),
            new("Second contrast readings of one day", fade.ReadingsOnSameDay, "One reading a day by one method counts."),
            new("Contrast readings by a client's less used method", fade.ReadingsByOtherMethod, "Methods have different units; the one with most readings counts."),
            new("Pigment applications with a single reading", fade.EpochsWithOneReading.Count, "Fading needs two readings on different days."),
            new("Payments in another currency than the clinic's", payments.Currency.Count(c => !string.Equals(c, currency, StringComparison.Ordinal)), "Currencies are never added together."),
            new("Surveys of treatments not completed", surveys.Treatment.Count(t => courses.OfTreatment(t) is null), "Satisfaction is asked about finished treatments."),
        ];
        return [.. all.Where(x => x.Count > 0)];
    }
}
