using SmpInsights.Outcomes.Fade;
using SmpInsights.Outcomes.Monthly;
using SmpInsights.Outcomes.Published;

namespace SmpInsights.Reporting.Monthly;

/// <summary>The sentences a manager takes away. Each states a number with its uncertainty, or says that there is none yet.</summary>
internal static class Headlines
{
    public static IReadOnlyList<string> Of(PublishedMonth m)
    {
        var sentences = new List<string> { Activity(m), Fade(m), TouchUps(m), Satisfaction(m) };
        if (!m.TablesWithoutRows.Contains("payments", StringComparer.Ordinal))
            sentences.Add(Finance(m));
        if (m.Fade.Now.ReadingsBefore.Value is { TouchUps: >= FadeEstimate.MinimumUnits, Share: < ReadingsBeforeTouchUp.Trusted and var share })
            sentences.Add($"Only {Say.Percent(share)} of touch-ups for fading had a contrast reading in the {ReadingsBeforeTouchUp.Days} days before (aim: {Say.Percent(ReadingsBeforeTouchUp.Trusted)}), so fading is probably understated: take a reading before each touch-up.");
        return sentences;
    }

    private static string Activity(PublishedMonth m)
    {
        var (now, last, year) = (m.Activity[^1], m.Activity[^2], m.Activity[^13]);
        if (m.Activity.All(a => a.Booked + a.TouchUps == 0))
            return $"Nothing is recorded for {m.Clinic.Name} up to {m.Month.Name}.";
        return $"{Say.Of(now.Completed, "session")} completed in {m.Month.Name}, against {Say.Count(last.Completed)} the month before and {Say.Count(year.Completed)} in the same month last year; {Say.Of(now.TouchUps, "touch-up")}, against {Say.Count(last.TouchUps)} and {Say.Count(year.TouchUps)}.";
    }

    private static string Fade(PublishedMonth m)
    {
        if (Enough.Withheld(m, m.Fade.Now.All) is not null || m.Fade.Now.All.Value?.Estimate is not { } fade)
            return m.Fade.Now.All.Value is { Units: < FadeEstimate.MinimumUnits and var units }
                ? $"How fast pigment fades can't be said yet: {Say.Of(units, "treatment")} of the {FadeEstimate.MinimumUnits} needed have two readings."
                : "How fast pigment fades can't be said yet: there are too few readings or too few clients.";
        var sentence = $"Pigment loses {Say.Percent(fade.FadePerYear, 1)} of its contrast a year (95 % interval {Say.Range(100 * fade.FadePerYearLower, 100 * fade.FadePerYearUpper, 1)})";
        return fade.YearsToThreshold is { } due
            ? $"{sentence}: a touch-up is due about {Say.Number(due, 1)} years after treatment ({Say.Range(fade.YearsToThresholdLower, fade.YearsToThresholdUpper, 1)}), {Say.Against(PublishedExpectations.Place(PublishedExpectations.YearsToTouchUp, due, fade.YearsToThresholdLower, fade.YearsToThresholdUpper))} the {Expectation(PublishedExpectations.YearsToTouchUp)} years clients are told."
            : sentence + ": no fading is seen yet.";
    }

    private static string TouchUps(PublishedMonth m)
    {
        if (m.TouchUps.Now.All?.Value is not { } all)
            return $"Time to the first touch-up can't be said yet: {TouchUpSection.TooFew(m)}.";
        return all.Curve.Median is { Value: { } median } interval
            ? $"Half of all clients have their first touch-up for fading within {Say.Number(median, 1)} years (95 % interval {Say.Range(interval.Lower, interval.Upper, 1)}; {Say.Of(all.Curve.Subjects, "treatment")})."
            : $"Fewer than half of the clients have had a touch-up for fading so far ({Say.Count(all.Curve.Events)} of {Say.Of(all.Curve.Subjects, "treatment")}), so a usual time to it can't be given yet.";
    }

    private static string Satisfaction(PublishedMonth m)
    {
        if (m.Satisfaction.Satisfied.Pooled is not { Value.Value: { } pooled } year || pooled.Satisfied is not { Share: { } share, Interval: { } interval })
            return $"Satisfaction can't be said yet: in no month, nor in months put together, have {Say.Count(m.Smallest.Clients)} clients answered.";
        return $"{Say.Percent(share)} of clients are satisfied (4 or 5 of 5; 95 % interval {Say.Range(100 * interval.Lower, 100 * interval.Upper, 0)}), from {Say.Of(pooled.Satisfied.Answers, "answer")} to surveys sent in {Say.Pooled(m, year.Span)}.";
    }

    private static string Finance(PublishedMonth m)
    {
        var (now, last, year) = (m.Finance.ByMonth[^1].Takings, m.Finance.ByMonth[^2].Takings, m.Finance.ByMonth[^13].Takings);
        return $"{Say.Money(now.Received, m.Finance.Currency)} received after refunds, tax included, against {Say.Money(last.Received, m.Finance.Currency)} the month before and {Say.Money(year.Received, m.Finance.Currency)} in the same month last year.";
    }

    public static string Expectation((double From, double To) range) => $"{Say.Number(range.From, 0)} to {Say.Number(range.To, 0)}";
}
